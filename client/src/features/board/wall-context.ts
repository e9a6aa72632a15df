import type { Axis } from "@planwand/shared/plan/axis.ts";
import { createContext, use } from "react";
import { createStore, type Store } from "../../sync/store.ts";
import type { DropTarget } from "./drop-target.ts";

/** The card that I am dragging now, and where it would land. */
export interface Drag {
  readonly id: string;
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
interface WallStores {
  readonly drag: Store<Drag | null>;
  /** The card whose panel is open. */
  readonly opened: Store<string | null>;
  /** The cell with an open "add" field. */
  readonly adding: Store<string | null>;
  /** What is being done with a phase or domain. */
  readonly axis: Store<AxisTask | null>;
  /** The card whose menu is open, and the button that opened it. */
  readonly menu: Store<{ readonly id: string; readonly anchor: HTMLElement } | null>;
}

/** What the parts of one wall share; the value itself changes only with the right to write. */
export interface Wall extends WallStores {
  readonly canWrite: boolean;
  /** The id of the element that says how to move a card with the keyboard. */
  readonly instructionsId: string;
  open(id: string): void;
  /** Puts these cards in the bin, with a message that takes it back. */
  archive(ids: readonly string[]): void;
  /** Keeps one tab stop on the wall; every cell and card calls it after it rendered. */
  ensureTabStop(): void;
}

export function createWallStores(): WallStores {
  return {
    drag: createStore<Drag | null>(null),
    opened: createStore<string | null>(null),
    adding: createStore<string | null>(null),
    axis: createStore<AxisTask | null>(null),
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
