import { type FieldAt, restoreField, restorePlan, textsOf } from "@planwand/shared/plan/restore.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { fetchMoment } from "../sync/moments.ts";
import { newId, nowMs } from "./clock.ts";
import { giveNow } from "./give-now.ts";
import { type TakeBack, takeStep } from "./undo.ts";

/**
 * Gives the plan the content of a moment again, as an edit of this page that can be undone; the plan of now is kept first. Gives how
 * to take it back, or says why it was not done: `away` without the server, else its sentence.
 */
export async function restoreMoment(
  connection: PlanConnection,
  moment: string,
): Promise<{ readonly takeBack: TakeBack } | "away" | { readonly problem: string }> {
  const { planId, doc, seat } = connection;
  const past = await fetchMoment(planId, moment);
  if (!past.ok) return past.failure.title === null ? "away" : { problem: past.failure.title };
  const occasion = "before-restore";
  const kept = await giveNow(connection, { type: "snapshot.take", snapshot: newId(), occasion });
  if (kept === "unsaved") return "away";
  if (!kept.ok) return kept.failure.title === null ? "away" : { problem: kept.failure.title };
  const by = seat.getSnapshot().actor.id;
  const takeBack = takeStep(doc, { label: "restore", by, texts: textsOf(doc) }, () =>
    restorePlan(doc, past.value.doc, { by, at: nowMs() }),
  );
  past.value.doc.destroy();
  return { takeBack };
}

/**
 * Gives fields of one entry the content of a moment again, as an edit of this page, and gives how to take it back; null when that moment
 * could not be fetched, and nothing was done.
 */
export async function restoreFields(
  { planId, doc, seat }: PlanConnection,
  moment: string,
  at: Omit<FieldAt, "field"> & { readonly fields: readonly string[] },
): Promise<TakeBack | null> {
  const past = await fetchMoment(planId, moment);
  if (!past.ok) return null;
  const by = seat.getSnapshot().actor.id;
  const takeBack = takeStep(doc, { label: "restore", by, texts: textsOf(doc, at) }, () => {
    for (const field of at.fields) restoreField(doc, past.value.doc, { ...at, field }, { by, at: nowMs() });
  });
  past.value.doc.destroy();
  return takeBack;
}
