import type { Explanation, Journal, Seal } from "../journal/journal.ts";
import type { Plan } from "../plan/schema.ts";
import { countedIn, countUp, meanProgress } from "../views/progress.ts";
import { type EntryDifference, type FieldChange, planDifference } from "./plan-difference.ts";
import { type EntryKind, valueKindOf } from "./value-kinds.ts";

/** A plan at a moment, with the journal up to then. */
export interface Standing {
  readonly plan: Plan;
  readonly journal: Journal;
}

/** A change of a field that people want to read about, with the reasons that were given for it since. */
export interface ToldChange extends FieldChange {
  readonly reasons: readonly Explanation[];
}

/** An entry that came, went or is different, as people want to read it. */
export interface ToldEntry extends Omit<EntryDifference, "fields"> {
  /** Empty for what came or went. */
  readonly changes: readonly ToldChange[];
}

/** How far the plan was before and is now. */
export interface ProgressMade {
  /** Activities that are done, of all that count for progress. */
  readonly done: { readonly from: number; readonly to: number };
  readonly all: { readonly from: number; readonly to: number };
  /** Mean progress of those that count, 0–100. */
  readonly mean: { readonly from: number; readonly to: number };
}

/** What became different between two moments, in the order in which it is told. */
export interface Differences {
  readonly plan: readonly ToldChange[];
  readonly added: readonly ToldEntry[];
  readonly dropped: readonly ToldEntry[];
  /** Activities in another phase or domain; what else changed about them is in `changed`. */
  readonly moved: readonly (ToldEntry & { readonly from: Cell; readonly to: Cell })[];
  readonly changed: readonly ToldEntry[];
  /** Decisions that were taken, and those that were reopened, between the two. */
  readonly taken: readonly Seal[];
  readonly reopened: readonly Seal[];
  readonly progress: ProgressMade;
  /** What ids are called, now or before; for phases, domains, parties, activities, decisions and goals. */
  readonly names: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
}

/** A place on the wall; null when it is not on it. */
export interface Cell {
  readonly phase: string | null;
  readonly domain: string | null;
}

/** What a reader hears of the difference between two moments; the order of cards within a cell is no news. */
export function differencesOf(before: Standing, after: Standing): Differences {
  const { meta, entries } = planDifference(before.plan, after.plan);
  const since = after.journal.explanations.filter(({ seq }) => seq > before.journal.seq);
  const told = entries.map((entry) => tell(entry, since));
  const changed = told.filter(({ change, changes }) => change === "changed" && changes.length > 0);
  const seals = [...after.journal.seals.values()].flat();
  const differences = {
    plan: worthTelling("meta", meta).map((change) => ({ ...change, reasons: [] })),
    added: told.filter(({ change }) => change === "added"),
    dropped: told.filter(({ change }) => change === "dropped"),
    moved: changed.flatMap((entry) => moveOf(entry, after.plan)),
    changed: changed.map(withoutMove).filter(({ changes }) => changes.length > 0),
    taken: seals.filter(({ seq }) => seq > before.journal.seq),
    reopened: seals.filter((seal) => isReopenedSince(seal, before.journal)),
    progress: { ...count(before.plan, after.plan) },
    names: namesOf(before.plan, after.plan),
  };
  const { plan, added, dropped, moved, taken, reopened } = differences;
  const lists = [plan, added, dropped, moved, differences.changed, taken, reopened];
  return { ...differences, isEmpty: lists.every((list) => list.length === 0) };
}

function tell({ fields, ...entry }: EntryDifference, since: readonly Explanation[]): ToldEntry {
  if (entry.change !== "changed") return { ...entry, changes: [] };
  const changes = worthTelling(entry.kind, fields).map((change) => ({
    ...change,
    reasons: since.filter(({ activity, field }) => activity === entry.id && field === change.field),
  }));
  return { ...entry, changes };
}

/** The changes that people want to hear of: formatting only of texts that read the same, and order not at all. */
export function worthTelling(kind: EntryKind | "meta", fields: readonly FieldChange[]): FieldChange[] {
  const texts = new Set(fields.map(({ field }) => field));
  return fields.filter((change) => {
    const value = valueKindOf(kind, change.field);
    if (value !== "rich") return value !== "order";
    const [from, to] = [recordOf(change.from), recordOf(change.to)];
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].some(
      (field) => !texts.has(field) && JSON.stringify(from[field]) !== JSON.stringify(to[field]),
    );
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isPlace({ field }: FieldChange): boolean {
  return field === "phase" || field === "domain";
}

function moveOf(entry: ToldEntry, plan: Plan): (ToldEntry & { from: Cell; to: Cell })[] {
  const places = entry.changes.filter(isPlace);
  const card = plan.activities.find(({ id }) => id === entry.id);
  if (entry.kind !== "activities" || places.length === 0 || card === undefined) return [];
  const { phase, domain } = card;
  const before = new Map(places.map(({ field, from }) => [field, typeof from === "string" ? from : null]));
  const from = {
    phase: before.has("phase") ? (before.get("phase") ?? null) : phase,
    domain: before.has("domain") ? (before.get("domain") ?? null) : domain,
  };
  return [{ ...entry, changes: places, from, to: { phase, domain } }];
}

function withoutMove(entry: ToldEntry): ToldEntry {
  if (entry.kind !== "activities") return entry;
  return { ...entry, changes: entry.changes.filter((change) => !isPlace(change)) };
}

function isReopenedSince(seal: Seal, before: Journal): boolean {
  if (seal.reopened === null) return false;
  const known = before.seals.get(seal.decision)?.find(({ seq }) => seq === seal.seq);
  return known?.reopened === null || (known === undefined && seal.seq > before.seq);
}

function count(before: Plan, after: Plan): ProgressMade {
  const [was, is] = [countUp(before.activities), countUp(after.activities)];
  return {
    done: { from: was.statuses.done, to: is.statuses.done },
    all: { from: countedIn(was), to: countedIn(is) },
    mean: { from: meanProgress(was) ?? 0, to: meanProgress(is) ?? 0 },
  };
}

function namesOf(...plans: readonly Plan[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { phases, domains, parties, activities, decisions, goals } of plans) {
    for (const { id, name } of [...phases, ...domains, ...parties]) names.set(id, name);
    for (const { id, title } of [...activities, ...goals]) names.set(id, title);
    for (const { id, question } of decisions) names.set(id, question);
  }
  return names;
}
