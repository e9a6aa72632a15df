import { archiveEntry, restoreEntry, restoreItem } from "@planwand/shared/plan/archive.ts";
import type { ArchivedItem } from "@planwand/shared/plan/read-bin.ts";
import type { Archived } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { type TakeBack, takeStep, undoStackOf } from "./undo.ts";

/** Which one it is. */
export type BinnedAt = Pick<Archived, "root" | "id"> | Pick<ArchivedItem, "item">;

/** Puts an entry in the bin, as one step to undo. For parties, phases and domains, which others name, there are other ways. */
export function archive(
  doc: Y.Doc,
  root: "activities" | "goals" | "decisions" | "communications" | "parking" | "blackouts",
  ids: readonly string[],
  by: string,
): void {
  undoStackOf(doc).run("archive", () => {
    for (const id of ids) archiveEntry(doc, root, id, { by, at: nowMs() });
  });
}

/** Takes things out of the bin with all that belonged to them, as one step, and returns how to take that back. `by` is the actor. */
export function restore(doc: Y.Doc, binned: readonly BinnedAt[], by: string): TakeBack {
  return takeStep(doc, { label: "restore", by }, () => {
    for (const one of binned) {
      if ("item" in one) restoreItem(doc, one.item);
      else restoreEntry(doc, one.root, one.id);
    }
  });
}
