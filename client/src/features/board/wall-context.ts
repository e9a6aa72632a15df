import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { createContext, type ReactNode, use } from "react";
import { createStore, type Store } from "../../sync/store.ts";
import type { DropTarget } from "./drop-target.ts";
import type { PastedInCell } from "./pasted-activity.ts";
import { createFolds, type Folds } from "./folds.ts";

/** The card that I am dragging now, and where it would land. */
export interface Drag {
  readonly id: string;
  /** All that moves with it, itself among them. */
  readonly ids: readonly string[];
  readonly by: "pointer" | "keyboard";
  readonly target: DropTarget | null;
}

/** What is being done with a phase or domain; without an id, one is about to be added. */
export interface AxisTask {
  readonly axis: Axis;
  readonly id: string | null;
  readonly doing: "menu" | "name" | "archive";
  /** The button it began with, which gets focus back. */
  readonly anchor: HTMLElement | null;
}

/** Values that change often; a component reads only the part that it shows. */
export interface WallStores {
  readonly drag: Store<Drag | null>;
  /** The card whose panel is open. */
  readonly opened: Store<string | null>;
  /** The cell with an open "add" field. */
  readonly adding: Store<string | null>;
  /** What is being done with a phase or domain. */
  readonly axis: Store<AxisTask | null>;
  /** The cards picked to do something with together. */
  readonly picked: Store<ReadonlySet<string>>;
  /** The cells that show all of their cards, however many. */
  readonly whole: Store<ReadonlySet<string>>;
  readonly folds: Folds;
  /** The card whose menu is open, and the button that opened it. */
  readonly menu: Store<{ readonly id: string; readonly anchor: HTMLElement } | null>;
}

/** What the parts of one wall share; the value itself changes only with the right to write. */
export interface Wall extends WallStores {
  readonly canWrite: boolean;
  /** The id of the element that says how to move a card with the keyboard. */
  readonly instructionsId: string;
  open(id: string): void;
  /** A press on a card: opens it, or picks it while cards are being picked. */
  press(id: string, how: { readonly isPicking: boolean; readonly isRange: boolean }): void;
  /** What is told under the name of a phase, by a feature that the wall does not know. */
  readonly phaseLine: (phase: string) => ReactNode;
  /** Shows what is said about a phase or domain. */
  readonly discuss: (kind: "phase" | "domain", id: string) => void;
  /** Shows what a table that was pasted would bring. */
  readonly preview: (table: PastedInCell) => void;
  /** Puts these cards in the bin, with a message that takes it back. */
  archive(ids: readonly string[]): void;
  /** Keeps one tab stop on the wall; every cell and card calls it after it rendered. */
  ensureTabStop(): void;
}

/** The stores of one wall; `planId` is for what this device remembers of it. */
export function createWallStores(planId: string): WallStores {
  return {
    drag: createStore<Drag | null>(null),
    opened: createStore<string | null>(null),
    adding: createStore<string | null>(null),
    axis: createStore<AxisTask | null>(null),
    picked: createStore<ReadonlySet<string>>(new Set()),
    whole: createStore<ReadonlySet<string>>(new Set()),
    folds: createFolds(planId),
    menu: createStore<{ readonly id: string; readonly anchor: HTMLElement } | null>(null),
  };
}

export const WallContext = createContext<Wall | null>(null);

/** The wall around this component. @throws Error outside one. */
export function useWall(): Wall {
  const wall = use(WallContext);
  if (wall === null) throw new Error("a wall is only there inside Board");
  return wall;
}

/** Lets a cell show all of its cards. */
export function showWhole({ whole }: Pick<WallStores, "whole">, cell: string): void {
  whole.set(new Set([...whole.getSnapshot(), cell]));
}
