import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import type { Finding } from "@planwand/shared/checks/finding.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/** Says that a rule does not apply to what was found, and why; for everybody. `by` is the actor. Returns the id of the waiver. */
export function waive(
  doc: Y.Doc,
  { rule, object }: Pick<Finding, "rule" | "object">,
  reason: string,
  by: string,
): string {
  const id = newId();
  undoStackOf(doc).run("waivers", () =>
    createEntry(doc, "waivers", id, { check: rule, subject: object, reason }, { by, at: nowMs() }),
  );
  return id;
}

/** Takes waivers back: all of one finding, since two people may have waived it at the same time. */
export function unwaive(doc: Y.Doc, ids: readonly string[], by: string): void {
  undoStackOf(doc).run("waivers", () => {
    for (const id of ids) archiveEntry(doc, "waivers", id, { by, at: nowMs() });
  });
}
