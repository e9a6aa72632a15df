import type { Change } from "@planwand/shared/diff/changes.ts";
import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";
import type { Explanation, Journal, Seal, Snapshot, Version } from "@planwand/shared/journal/journal.ts";

/** Something that happened, by whom and when; `key` is its own. */
export type Told = { readonly at: number; readonly by: string; readonly key: string } & (
  | { readonly kind: "change"; readonly change: Change; readonly reasons: readonly Explanation[] }
  | { readonly kind: "taken" | "reopened"; readonly seal: Seal }
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "version"; readonly version: Version }
);

/** What of the history is shown: of one person, and of one kind of entry or of what the journal tells; null for all. */
export interface HistoryFilter {
  readonly person: string | null;
  readonly kind: EntryKind | "meta" | "journal" | null;
}

/** A reason belongs to a change that is written down this long before or after it. */
const REASON_WITHIN_MS = 15 * 60_000;

/** All that happened, newest first: changes of the plan with the reasons given for them, decisions, snapshots and versions. */
export function tell(changes: readonly Change[], journal: Journal): Told[] {
  const { explanations, seals, snapshots, versions } = journal;
  const reasonsOf = ({ kind, id, actor, at, fields }: Change): Explanation[] =>
    kind !== "activities"
      ? []
      : explanations.filter(
          (one) =>
            one.activity === id &&
            one.by === actor &&
            Math.abs(one.at - at) <= REASON_WITHIN_MS &&
            fields.some(({ field }) => field === one.field),
        );
  const told: Told[] = changes.map((change) => ({
    kind: "change",
    key: `change ${String(change.seq)} ${change.kind} ${change.id}`,
    at: change.at,
    by: change.actor,
    change,
    reasons: reasonsOf(change),
  }));
  for (const seal of [...seals.values()].flat()) {
    const { seq, at, by, reopened } = seal;
    told.push({ kind: "taken", key: `taken ${String(seq)}`, at, by, seal });
    if (reopened !== null)
      told.push({ kind: "reopened", key: `reopened ${String(seq)}`, at: reopened.at, by: reopened.by, seal });
  }
  for (const snapshot of snapshots.values())
    told.push({
      kind: "snapshot",
      key: `snapshot ${snapshot.id}`,
      at: snapshot.at,
      by: snapshot.by,
      snapshot,
    });
  for (const version of versions)
    told.push({
      kind: "version",
      key: `version ${version.version}`,
      at: version.at,
      by: version.by,
      version,
    });
  return told.sort((a, b) => b.at - a.at);
}

/** Whether that is shown. */
export function isShown(told: Told, { person, kind }: HistoryFilter): boolean {
  if (person !== null && told.by !== person) return false;
  if (kind === null) return true;
  return told.kind === "change" ? told.change.kind === kind : kind === "journal";
}

/** A line of the list: the beginning of a day, or something that happened on it. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly day: string; readonly count: number }
  | { readonly kind: "told"; readonly key: string; readonly told: Told };

/** What happened, day by day. */
export function rowsOf(all: readonly Told[], dayOf: (at: number) => string): Row[] {
  return [...Map.groupBy(all, ({ at }) => dayOf(at))].flatMap(([day, told]): Row[] => [
    { kind: "day", key: `day ${day}`, day, count: told.length },
    ...told.map((one): Row => ({ kind: "told", key: one.key, told: one })),
  ]);
}
