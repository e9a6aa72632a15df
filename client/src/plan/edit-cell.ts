import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/** Says that a cell is empty on purpose, and why; `by` is the actor. */
export function leaveEmpty(
  doc: Y.Doc,
  {
    phase,
    domain,
    emptyReason,
    by,
  }: {
    readonly phase: string;
    readonly domain: string;
    readonly emptyReason: string;
    readonly by: string;
  },
): void {
  undoStackOf(doc).run("cells", () =>
    createEntry(doc, "cells", newId(), { phase, domain, emptyReason }, { by, at: nowMs() }),
  );
}

/** Takes that back: all marks of the cell, since two people may have set one at the same time. */
export function noLongerEmpty(doc: Y.Doc, ids: readonly string[], by: string): void {
  undoStackOf(doc).run("cells", () => {
    for (const id of ids) archiveEntry(doc, "cells", id, { by, at: nowMs() });
  });
}
