import type { Snapshot, Version } from "../journal/journal.ts";
import { dayOf, type LocalDate } from "../kernel/clock.ts";
import type { Language } from "../plan/schema.ts";
import { longDate } from "./dates.ts";
import type { ReportVersion } from "./report.ts";
import type { ReportWords } from "./words/nl.ts";
import { wordsOf } from "./words/words.ts";

const CONCEPT = { state: "concept", adoptedBy: null, adoptedOn: null } as const;

/** What proves a state, and what was said about it up to then. */
type Hashes = Pick<ReportVersion, "contentHash" | "journalHead">;

/** What a page says of the journal behind it, as one line; none when nothing was said yet. */
export function journalLine({ journalHead }: ReportVersion, { cover }: ReportWords): readonly string[] {
  return journalHead === "" ? [] : [`${cover.journal} ${journalHead}`];
}

/** The plan as it stands on `day`. */
export function versionNow(hashes: Hashes, day: LocalDate): ReportVersion {
  return { ...CONCEPT, ...hashes, label: null, day };
}

/** The plan at a moment (milliseconds since 1970) of which no snapshot was taken. */
export function versionAt(hashes: Hashes, at: number, language: Language): ReportVersion {
  const day = dayOf(at);
  const words = wordsOf(language);
  return { ...CONCEPT, ...hashes, label: words.cover.past(longDate(day, words)), day };
}

/** A snapshot: it tells of its own day, whenever it is asked for. */
export function versionOf(snapshot: Snapshot, hashes: Hashes, language: Language): ReportVersion {
  const { at, name, adopted } = snapshot;
  const day = dayOf(at);
  const words = wordsOf(language);
  const label = name.trim() || words.cover.daily(longDate(day, words));
  if (adopted === null) return { ...CONCEPT, ...hashes, label, day };
  const { version, partyName, adoptedOn } = adopted;
  return { ...hashes, state: "adopted", label: version, adoptedBy: partyName, adoptedOn, day };
}

/**
 * With which version a state is compared, of all that were adopted, oldest first: for a snapshot that is a version itself the one before
 * it; else the last one that was adopted by event `seq`. What is adopted later changes nothing about it. Null when there is none.
 */
export function comparedWith(
  versions: readonly Version[],
  { seq, snapshot }: { readonly seq: number; readonly snapshot: Snapshot | null },
): Version | null {
  const before = snapshot?.adopted?.seq ?? seq + 1;
  return versions.findLast((version) => version.seq < before) ?? null;
}
