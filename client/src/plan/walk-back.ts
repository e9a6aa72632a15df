import { calledAs, changeBetween } from "@planwand/shared/diff/changes.ts";
import type { Walked } from "@planwand/shared/diff/tell-walk.ts";
import { readAny } from "@planwand/shared/plan/read-any.ts";
import { entriesIn } from "@planwand/shared/plan/undo.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { told, undoStackOf, type WalkOutcome } from "./undo.ts";

/** As many entries as are told by name; of more only how many there are. */
const TOLD = 3;

/** What an undo or redo came to, and what it made of the plan. */
export interface WalkedBack {
  readonly outcome: WalkOutcome;
  /** The first few of them. */
  readonly walked: readonly Walked[];
  /** How many entries it wrote in. */
  readonly count: number;
}

/** Undoes or redoes this tab's last structural edit; leaves alone what others changed since. `by` is the actor. */
export function walkBack(doc: Y.Doc, way: "undo" | "redo", by: string): WalkedBack {
  const stack = undoStackOf(doc);
  const before = new Map(
    stack
      .touched(way)
      .slice(0, TOLD)
      .map(({ root, id }) => [`${root}/${id}`, readAny(doc, root, id)]),
  );
  const outcome = stack[way]({ by, at: nowMs() });
  const written = entriesIn(outcome?.done ?? []);
  const walked = written.flatMap(({ root: kind, id }): Walked[] => {
    const was = before.get(`${kind}/${id}`);
    if (was === undefined) return [];
    const is = readAny(doc, kind, id);
    const made = changeBetween(kind, was, is) ?? { change: "changed", fields: [] };
    return [{ kind, id, title: calledAs(kind, is ?? was), ...made }];
  });
  return { outcome: told(outcome), walked, count: written.length };
}
