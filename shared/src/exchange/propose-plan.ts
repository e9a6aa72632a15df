import type { NewId } from "../kernel/id.ts";
import { EMPTY_JOURNAL } from "../journal/journal.ts";
import type { KeyChange, PlanEdit } from "../plan/apply-edits.ts";
import type { EntryRoot } from "../plan/entry.ts";
import { FIELDS, type Plan, ROLE_SLOTS, type RoleSlot } from "../plan/schema.ts";
import { hasLongValue } from "../plan/value-length.ts";
import { nameKey } from "../kernel/name-key.ts";
import { oneLine, textOf } from "./cell.ts";
import type { Showing } from "./column.ts";
import { changeEdits, keyChange } from "./entry-edits.ts";
import { labelsOf } from "./labels.ts";
import type { FieldChange, FileKind, ImportChoices, Proposal, ProposedRow } from "./proposal.ts";
import { renamedPlan } from "../plan/renamed-plan.ts";
import { rowKey } from "./propose-tables.ts";
import { type Sheet, SHEET_NAMES, type SheetEntry, SHEETS } from "./sheets.ts";

/** An entry of any kind, its fields by name. */
type Fields = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * What adding a plan from a file to another plan would change: everything in it that is not there is made, what is there by its id or
 * its title is brought to what the file says, formatting included. What the other plan has more stays.
 */
export function proposePlan(
  plan: Plan,
  kind: FileKind,
  file: { readonly plan: Plan; readonly leftOut: Proposal["leftOut"] },
  choices: ImportChoices,
  newId: NewId,
): Proposal {
  const ids = matchIds(plan, file.plan, newId);
  const mapped = renamedPlan(file.plan, ids);
  const on: Showing = { plan, journal: EMPTY_JOURNAL, labels: labelsOf(plan), language: plan.language };
  const onFile: Showing = { ...on, plan: mapped, labels: labelsOf(mapped) };
  const proposed = SHEET_NAMES.flatMap((name) => {
    const sheet = SHEETS[name];
    // The other plan keeps its name and ambition.
    if (sheet.root === "meta") return [];
    const known = new Map(sheet.entries(plan).map((entry) => [entry.id, entry]));
    return sheet.entries(mapped).map((entry, at) => {
      const existing = known.get(entry.id) ?? null;
      const key = rowKey(name, 0, at + 1);
      return propose(sheet, entry, existing, {
        on,
        onFile,
        key,
        isSkipped: choices.skip.includes(key),
        newId,
      });
    });
  });
  return {
    kind,
    tables: [],
    unknown: [],
    words: [],
    unclearDay: null,
    general: { phase: null, domain: null },
    rows: proposed.map(({ row }) => row),
    edits: proposed.flatMap(({ edits }) => edits),
    gone: [],
    leftOut: file.leftOut,
    notes: [],
  };
}

interface About {
  readonly on: Showing;
  readonly onFile: Showing;
  readonly key: string;
  readonly isSkipped: boolean;
  readonly newId: NewId;
}

function propose(
  sheet: Sheet,
  entry: SheetEntry,
  existing: SheetEntry | null,
  { on, onFile, key, isSkipped, newId }: About,
): { readonly row: ProposedRow; readonly edits: readonly PlanEdit[] } {
  const isTooLong = hasLongValue(sheet.root, entry as Fields);
  const edits = isTooLong
    ? []
    : existing === null
      ? addEdits(sheet, entry as Fields)
      : bringTo(sheet, existing as Fields, entry as Fields, newId);
  const changes = existing === null || isTooLong ? [] : changesOf(sheet, existing, entry, on, onFile);
  const fields = entry as Fields;
  const title = oneLine(titleIn(fields, sheet.titleKey));
  const row: ProposedRow = {
    key,
    sheet: sheet.name,
    row: 0,
    id: entry.id,
    title,
    action: isTooLong ? "refused" : existing === null ? "add" : edits.length === 0 ? "same" : "change",
    isSkipped,
    isBeside: false,
    changes,
    conflicts: [],
    problems: isTooLong ? [{ code: "too-long", column: null, text: title }] : [],
  };
  return { row, edits: isSkipped ? [] : edits };
}

function addEdits({ root }: Sheet, entry: Fields): PlanEdit[] {
  const { id, rich, order: _order, ...values } = entry;
  if (root === "meta") return [];
  return [{ edit: "add", root, id, values: { ...values, ...(rich as object | undefined) } }];
}

/** The edits that make every field of an entry what it is in the file. */
function bringTo(sheet: Sheet, held: Fields, wanted: Fields, newId: NewId): PlanEdit[] {
  const plain: Record<string, unknown> = {};
  const edits: PlanEdit[] = [];
  const set = (field: string, value: unknown): void =>
    void edits.push({ edit: "set", root: sheet.root, id: held.id, field, value });
  for (const [field, kind] of Object.entries(FIELDS[sheet.root])) {
    if (field === "roles") {
      const change = rolesChange(held["roles"], wanted["roles"]);
      if (change.put.length > 0 || change.take.length > 0) set("roles", change);
      continue;
    }
    const [before, after] = [valueOf(held, field), valueOf(wanted, field)];
    if (after === undefined || same(before, after)) continue;
    if (kind === "set") set(field, keyChange(before as string[], after as string[]));
    else if (kind === "items") plain[field] = after;
    else set(field, after);
  }
  if (sheet.root === "activities") {
    if (wanted["phase"] !== null) plain["phase"] = wanted["phase"];
    if (wanted["domain"] !== null) plain["domain"] = wanted["domain"];
  }
  return [...edits, ...changeEdits(sheet, held, plain, newId)];
}

/** What a field holds, formatting included. */
function valueOf(entry: Fields, field: string): unknown {
  const rich = (entry["rich"] ?? {}) as Readonly<Record<string, unknown>>;
  return rich[field] ?? entry[field];
}

function rolesChange(held: unknown, wanted: unknown): KeyChange {
  const keys = (roles: unknown): string[] =>
    ROLE_SLOTS.flatMap((slot) =>
      ((roles as Record<RoleSlot, readonly string[]>)[slot] ?? []).map((party) => `${slot}:${party}`),
    );
  return keyChange(keys(held), keys(wanted));
}

function changesOf(
  sheet: Sheet,
  held: SheetEntry,
  wanted: SheetEntry,
  on: Showing,
  onFile: Showing,
): FieldChange[] {
  return sheet.columns.flatMap((column) => {
    if (column.take === undefined) return [];
    const [before, after] = [textOf(column.show(held, on)), textOf(column.show(wanted, onFile))];
    return before === after ? [] : [{ column: column.key, before, after }];
  });
}

/** Items have ids of their own in each plan; what they say is compared. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(withoutIds(a)) === JSON.stringify(withoutIds(b));
}

function withoutIds(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === "object" && item !== null && "id" in item ? { ...item, id: null } : item,
  );
}

/** Which id every entry of the file gets: that of the entry it is, its own when that is free, else a fresh one. */
function matchIds(plan: Plan, file: Plan, newId: NewId): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const match = (
    root: EntryRoot,
    held: readonly Fields[],
    wanted: readonly Fields[],
    title: string | null,
  ): void => {
    const byId = new Set(held.map(({ id }) => id));
    const binned = new Set(plan.bin.flatMap((one) => (one.root === root ? [one.id] : [])));
    const wantedIds = new Set(wanted.map(({ id }) => id));
    const free = held.filter(({ id }) => !wantedIds.has(id));
    for (const entry of wanted) {
      const key = title === null ? "" : nameKey(titleIn(entry, title));
      const at = key === "" ? -1 : free.findIndex((one) => nameKey(titleIn(one, title ?? "")) === key);
      const [alike] = byId.has(entry.id) || at === -1 ? [] : free.splice(at, 1);
      ids.set(`${root}:${entry.id}`, alike?.id ?? (binned.has(entry.id) ? newId() : entry.id));
    }
  };
  for (const name of SHEET_NAMES) {
    const { root, titleKey, knownBy, entries } = SHEETS[name];
    const title = knownBy === "title" ? titleKey : null;
    if (root !== "meta")
      match(root, entries(plan) as readonly Fields[], entries(file) as readonly Fields[], title);
  }
  return ids;
}

function titleIn(entry: Fields, field: string): string {
  const title = entry[field];
  return typeof title === "string" ? title : "";
}
