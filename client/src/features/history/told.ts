import type { Change } from "@planwand/shared/diff/changes.ts";
import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";
import type {
  CopyOrigin,
  Explanation,
  Journal,
  Seal,
  Snapshot,
  Version,
} from "@planwand/shared/journal/journal.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";

/** Something that happened, by whom and when; `key` is its own. */
export type Told = { readonly at: number; readonly by: string; readonly key: string } & (
  | { readonly kind: "copied"; readonly origin: CopyOrigin }
  | { readonly kind: "change"; readonly change: Change; readonly reasons: readonly Explanation[] }
  | { readonly kind: "taken" | "reopened"; readonly seal: Seal }
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "version"; readonly version: Version }
  | { readonly kind: "opened" | "closed"; readonly session: Session }
);

/** What of the history is shown: of one person, and of one kind of entry or of what the journal tells; null for all. */
export interface HistoryFilter {
  readonly person: string | null;
  readonly kind: EntryKind | "meta" | "journal" | null;
}

/** A reason belongs to a change that is written down this long before or after it. */
const REASON_WITHIN_MS = 15 * 60_000;

/** All that happened, newest first: changes of the plan with the reasons given for them, and what the journal tells. */
export function tell(changes: readonly Change[], journal: Journal): Told[] {
  const reasonsOf = ({ kind, id, actor, at, fields }: Change): Explanation[] =>
    kind !== "activities"
      ? []
      : journal.explanations.filter(
          (one) =>
            one.activity === id &&
            one.by === actor &&
            Math.abs(one.at - at) <= REASON_WITHIN_MS &&
            fields.some(({ field }) => field === one.field),
        );
  const changed = changes.map((change): Told => ({
    kind: "change",
    key: `change ${String(change.seq)} ${change.kind} ${change.id}`,
    at: change.at,
    by: change.actor,
    change,
    reasons: reasonsOf(change),
  }));
  return [...changed, ...ofJournal(journal)].sort((a, b) => b.at - a.at);
}

/** Of what it is a copy, decisions, snapshots, versions, and work sessions with the snapshots that belong to them. */
function* ofJournal({ origin, seals, snapshots, versions, sessions }: Journal): Generator<Told> {
  if (origin !== null) yield { kind: "copied", key: "copied", at: origin.at, by: origin.by, origin };
  for (const seal of [...seals.values()].flat()) {
    const { seq, at, by, reopened } = seal;
    yield { kind: "taken", key: `taken ${String(seq)}`, at, by, seal };
    if (reopened !== null)
      yield { kind: "reopened", key: `reopened ${String(seq)}`, at: reopened.at, by: reopened.by, seal };
  }
  const ofSessions = new Set<string | null>();
  for (const session of sessions.values()) {
    const { id, openedAt, closedAt, leads, lead, openingSnapshot, closingSnapshot } = session;
    ofSessions.add(openingSnapshot).add(closingSnapshot);
    yield { kind: "opened", key: `opened ${id}`, at: openedAt, by: leads[0]?.member ?? lead, session };
    if (closedAt !== null) yield { kind: "closed", key: `closed ${id}`, at: closedAt, by: lead, session };
  }
  for (const snapshot of snapshots.values()) {
    const { id, at, by } = snapshot;
    if (!ofSessions.has(id)) yield { kind: "snapshot", key: `snapshot ${id}`, at, by, snapshot };
  }
  for (const version of versions) {
    const { at, by } = version;
    yield { kind: "version", key: `version ${version.version}`, at, by, version };
  }
}

/** Whether that is shown. */
export function isShown(told: Told, { person, kind }: HistoryFilter): boolean {
  if (person !== null && told.by !== person) return false;
  if (kind === null) return true;
  return told.kind === "change" ? told.change.kind === kind : kind === "journal";
}

/** A line of the list: the beginning of a day or, within it, of a work session, or something that happened. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly day: string; readonly count: number }
  | { readonly kind: "session"; readonly key: string; readonly session: Session }
  | { readonly kind: "told"; readonly key: string; readonly told: Told; readonly isInSession: boolean };

/** What happened, day by day, and within a day by the work session in which it happened. */
export function rowsOf(
  all: readonly Told[],
  sessions: readonly Session[],
  dayOf: (at: number) => string,
): Row[] {
  const sessionOf = ({ at }: Told): Session | null =>
    sessions.find(({ openedAt, closedAt }) => at >= openedAt && at <= (closedAt ?? Infinity)) ?? null;
  return [...Map.groupBy(all, ({ at }) => dayOf(at))].flatMap(([day, told]): Row[] => {
    const rows: Row[] = [{ kind: "day", key: `day ${day}`, day, count: told.length }];
    let before: Session | null = null;
    for (const one of told) {
      const session = sessionOf(one);
      if (session !== null && session.id !== before?.id)
        rows.push({ kind: "session", key: `session ${session.id} ${day}`, session });
      rows.push({ kind: "told", key: one.key, told: one, isInSession: session !== null });
      before = session;
    }
    return rows;
  });
}
