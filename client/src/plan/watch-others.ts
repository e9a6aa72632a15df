import { observePlan } from "@planwand/shared/plan/observe.ts";
import type * as Y from "yjs";
import { planIndexOf } from "./plan-index.ts";

/** What somebody else did to one activity. */
export interface OthersChange {
  readonly id: string;
  readonly kind: "added" | "moved" | "changed" | "archived";
  /** The client id of the document that did it; null when it cannot be told. */
  readonly by: number | null;
}

/**
 * Tells what others do to activities, once a transaction, when the index has it and the page has not drawn it yet. What was in the
 * document before is not told. The returned function stops it.
 */
export function watchOthers(doc: Y.Doc, listener: (changes: readonly OthersChange[]) => void): () => void {
  const index = planIndexOf(doc);
  const cellOf = (id: string): string | null => index.activity(id)?.place.slice(0, 2).join("/") ?? null;
  const cells = new Map(index.activities().map(({ id }) => [id, cellOf(id)]));
  return observePlan(doc, ({ entries, local, authors }) => {
    const changes: OthersChange[] = [];
    for (const { root, id } of entries) {
      if (root !== "activities") continue;
      const [before, after] = [cells.get(id) ?? null, cellOf(id)];
      if (after === null) cells.delete(id);
      else cells.set(id, after);
      if (local || (before === null && after === null)) continue;
      changes.push({ id, kind: kindOf(before, after), by: authors[0] ?? null });
    }
    if (changes.length > 0) listener(changes);
  });
}

function kindOf(before: string | null, after: string | null): OthersChange["kind"] {
  if (before === null) return "added";
  if (after === null) return "archived";
  return before === after ? "changed" : "moved";
}
