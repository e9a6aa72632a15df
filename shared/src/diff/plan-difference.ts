import type { Archived, Plan } from "../plan/schema.ts";
import { ENTRY_KINDS, type EntryKind, META_KINDS, titleOf } from "./value-kinds.ts";

/** One field that has another value; undefined where there was no such entry. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** An entry that came, went or is different, under the name that it has now, or had last. */
export interface EntryDifference {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "dropped" | "changed";
  readonly fields: readonly FieldChange[];
}

/** All that makes one plan another: applied to the first, it gives the second. */
export interface PlanDifference {
  readonly meta: readonly FieldChange[];
  readonly entries: readonly EntryDifference[];
  /** Where the order of a kind is not that of before with the new ones behind: the ids in their new order. */
  readonly order: { readonly [Kind in EntryKind]?: readonly string[] };
  /** What is in the bin now; null when that is the same. */
  readonly bin: readonly Archived[] | null;
}

interface Entry {
  readonly id: string;
}

/** What is different in `after`, every field of every kind; values as they stand in the plans. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  const entries: EntryDifference[] = [];
  const order: { [Kind in EntryKind]?: readonly string[] } = {};
  for (const kind of ENTRY_KINDS) {
    const [old, now]: readonly (readonly Entry[])[] = [before[kind], after[kind]];
    const [oldById, nowById] = [byId(old ?? []), byId(now ?? [])];
    for (const [id, entry] of nowById) {
      const fields = fieldChanges(oldById.get(id) ?? null, entry);
      const change = oldById.has(id) ? "changed" : "added";
      if (fields.length > 0 || change === "added")
        entries.push({ kind, id, title: titleOf(kind, entry), change, fields });
    }
    for (const [id, entry] of oldById)
      if (!nowById.has(id))
        entries.push({
          kind,
          id,
          title: titleOf(kind, entry),
          change: "dropped",
          fields: fieldChanges(entry, null),
        });
    const expected = [
      ...[...oldById.keys()].filter((id) => nowById.has(id)),
      ...[...nowById.keys()].filter((id) => !oldById.has(id)),
    ];
    const wanted = [...nowById.keys()];
    if (!isSame(expected, wanted)) order[kind] = wanted;
  }
  const meta = Object.keys(META_KINDS) as (keyof typeof META_KINDS)[];
  return {
    meta: meta.flatMap((field) => changed(field, before[field], after[field])),
    entries,
    order,
    bin: isSame(before.bin, after.bin) ? null : after.bin,
  };
}

/** The plan that a difference makes of the one that it began with. */
export function applyDifference(plan: Plan, { meta, entries, order, bin }: PlanDifference): Plan {
  const next: Record<string, unknown> = { ...plan, ...(bin === null ? {} : { bin }) };
  for (const { field, to } of meta) next[field] = to;
  for (const kind of ENTRY_KINDS) {
    const list = new Map<string, object>(byId<Entry>(plan[kind]));
    for (const { id, change, fields, ...of } of entries) {
      if (of.kind !== kind) continue;
      if (change === "dropped") list.delete(id);
      else {
        const values = fields.map(({ field, to }) => [field, to] as const);
        list.set(id, { ...(list.get(id) ?? { id }), ...Object.fromEntries(values) });
      }
    }
    const ids = order[kind] ?? [...list.keys()];
    next[kind] = ids.flatMap((id) => list.get(id) ?? []);
  }
  // Its fields are those of a plan with the values of a plan.
  return next as unknown as Plan;
}

/** The fields that are different between two states of one entry; null for one that is not there. */
export function fieldChanges(before: object | null, after: object | null): FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  names.delete("id");
  return [...names].flatMap((field) => changed(field, valueOf(before, field), valueOf(after, field)));
}

function valueOf(entry: object | null, field: string): unknown {
  return entry === null ? undefined : Reflect.get(entry, field);
}

function changed(field: string, from: unknown, to: unknown): FieldChange[] {
  return isSame(from, to) ? [] : [{ field, from, to }];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function byId<E extends Entry>(entries: readonly E[]): Map<string, E> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
