import { type FieldAt, restoreField, restorePlan, textsOf } from "@planwand/shared/plan/restore.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { fetchMoment } from "../sync/moments.ts";
import { newId, nowMs } from "./clock.ts";
import { giveNow } from "./give-now.ts";
import { undoStackOf } from "./undo.ts";

/**
 * Gives the plan the content of a moment again, as an edit of this page that can be undone; the plan of now is kept first. Says why
 * not when it was not done: `away` without the server, else its sentence.
 */
export async function restoreMoment(
  connection: PlanConnection,
  moment: string,
): Promise<"done" | "away" | { readonly problem: string }> {
  const { planId, doc, seat } = connection;
  const past = await fetchMoment(planId, moment);
  if (!past.ok) return past.failure.title === null ? "away" : { problem: past.failure.title };
  const occasion = "before-restore";
  const kept = await giveNow(connection, { type: "snapshot.take", snapshot: newId(), occasion });
  if (kept === "unsaved") return "away";
  if (!kept.ok) return kept.failure.title === null ? "away" : { problem: kept.failure.title };
  const stamp = { by: seat.getSnapshot().actor.id, at: nowMs() };
  undoStackOf(doc).run("restore", () => restorePlan(doc, past.value.doc, stamp), textsOf(doc));
  past.value.doc.destroy();
  return "done";
}

/**
 * Gives fields of one entry the content of a moment again, as an edit of this page that can be undone. False when that moment could not
 * be fetched; then nothing was done.
 */
export async function restoreFields(
  { planId, doc, seat }: PlanConnection,
  moment: string,
  at: Omit<FieldAt, "field"> & { readonly fields: readonly string[] },
): Promise<boolean> {
  const past = await fetchMoment(planId, moment);
  if (!past.ok) return false;
  const stamp = { by: seat.getSnapshot().actor.id, at: nowMs() };
  const restore = (): void => {
    for (const field of at.fields) restoreField(doc, past.value.doc, { ...at, field }, stamp);
  };
  undoStackOf(doc).run("restore", restore, textsOf(doc, at));
  past.value.doc.destroy();
  return true;
}
