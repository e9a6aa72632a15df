import type { NewId } from "../kernel/id.ts";
import type { ItemChange, KeyChange, PlanEdit } from "../plan/apply-edits.ts";
import type { Activity, Decision, Link, Step } from "../plan/schema.ts";
import { FIELDS, ROLE_SLOTS } from "../plan/schema.ts";
import type { TakenFields } from "./column.ts";
import { oneLine } from "./cell.ts";
import type { Sheet, SheetEntry } from "./sheets.ts";

/** The values that a new entry is made with, from what its row says. */
export function newValues(sheet: Sheet, fields: TakenFields, newId: NewId): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const roles: Record<string, readonly string[]> = {};
  for (const [field, value] of Object.entries(fields)) {
    const slot = slotOf(field);
    if (slot !== null) roles[slot] = value as readonly string[];
    else if (!field.startsWith("waiting.")) values[field] = isItems(field) ? withIds(value, newId) : value;
  }
  if (sheet.root !== "activities") return values;
  const waiting = waitingOf(null, fields);
  return { ...values, roles, ...(waiting === null ? {} : { waiting }) };
}

/** The edits that bring an existing entry to what its row says; only of fields that the row says something of. */
export function changeEdits(sheet: Sheet, entry: SheetEntry, fields: TakenFields, newId: NewId): PlanEdit[] {
  const { root } = sheet;
  const set = (field: string, value: unknown): PlanEdit => ({
    edit: "set",
    root,
    id: entry.id,
    field,
    value,
  });
  const edits: PlanEdit[] = [];
  const roles: { put: string[]; take: string[] } = { put: [], take: [] };
  for (const [field, value] of Object.entries(fields)) {
    const slot = slotOf(field);
    if (slot !== null) {
      const { put, take } = keyChange((entry as Activity).roles[slot], value as readonly string[]);
      roles.put.push(...put.map((party) => `${slot}:${party}`));
      roles.take.push(...take.map((party) => `${slot}:${party}`));
    } else if (isItems(field)) {
      edits.push(
        set(field, itemChange(entry as Activity & Decision, field, value as readonly Item[], newId)),
      );
    } else if (kindOf(sheet, field) === "set") {
      const held = (entry as unknown as Record<string, readonly string[]>)[field] ?? [];
      edits.push(set(field, keyChange(held, value as readonly string[])));
    } else if (kindOf(sheet, field) !== null) edits.push(set(field, value));
  }
  if (roles.put.length > 0 || roles.take.length > 0) edits.push(set("roles", roles satisfies KeyChange));
  if (Object.keys(fields).some((field) => field.startsWith("waiting.")))
    edits.push(set("waiting", waitingOf(entry as Activity, fields)));
  return [...edits, ...moveEdits(sheet, entry, fields)];
}

function moveEdits({ root }: Sheet, entry: SheetEntry, fields: TakenFields): PlanEdit[] {
  if (root !== "activities" || (fields["phase"] === undefined && fields["domain"] === undefined)) return [];
  const { phase, domain } = entry as Activity;
  const wanted = (field: "phase" | "domain", held: string | null): string => {
    const given = fields[field];
    return typeof given === "string" ? given : (held ?? "");
  };
  const to = { phase: wanted("phase", phase), domain: wanted("domain", domain) };
  const isThere = to.phase === phase && to.domain === domain;
  return isThere ? [] : [{ edit: "move", id: entry.id, ...to }];
}

/** How the document keeps a field; null for what is no field of its own, such as the cell of an activity. */
function kindOf({ root }: Sheet, field: string): string | null {
  if (root === "activities" && (field === "phase" || field === "domain")) return null;
  return Object.entries(FIELDS[root]).find(([name]) => name === field)?.[1] ?? null;
}

function slotOf(field: string): (typeof ROLE_SLOTS)[number] | null {
  return ROLE_SLOTS.find((slot) => `roles.${slot}` === field) ?? null;
}

/** Which keys a set must get and lose to hold exactly these. */
export function keyChange(held: readonly string[], wanted: readonly string[]): KeyChange {
  return {
    put: wanted.filter((key) => !held.includes(key)),
    take: held.filter((key) => !wanted.includes(key)),
  };
}

type ItemKey = "steps" | "links" | "options";
type Item = Omit<Step, "id"> | Omit<Link, "id"> | { title: string; pros: string; cons: string };

function isItems(field: string): field is ItemKey {
  return field === "steps" || field === "links" || field === "options";
}

function withIds(value: unknown, newId: NewId): unknown {
  return (value as readonly Item[]).map((item) => ({ ...item, id: newId() }));
}

/** An item is known again by its title, a link by its address too; what is not named any more goes. */
function itemChange(
  entry: Activity & Decision,
  field: ItemKey,
  wanted: readonly Item[],
  newId: NewId,
): ItemChange {
  const left: (Item & { readonly id: string })[] = [...entry[field]];
  const add: (Item & { readonly id: string })[] = [];
  const done: Record<string, boolean> = {};
  for (const item of wanted) {
    const at = left.findIndex((held) => itemKey(held) === itemKey(item));
    const [held] = at === -1 ? [] : left.splice(at, 1);
    if (held === undefined) add.push({ ...item, id: newId() });
    else if ("done" in item && "done" in held && item.done !== held.done) done[held.id] = item.done;
  }
  return { add, remove: left.map(({ id }) => id), done };
}

function itemKey(item: Item): string {
  return "url" in item ? `${oneLine(item.title)} ${item.url}` : oneLine(item.title);
}

function waitingOf(entry: Activity | null, fields: TakenFields): Activity["waiting"] {
  const held = entry?.waiting ?? { for: "", since: null, party: null };
  const given = <Value>(field: string, otherwise: Value): Value =>
    field in fields ? (fields[field] as Value) : otherwise;
  const waiting = {
    for: given("waiting.for", held.for),
    since: given("waiting.since", held.since),
    party: given("waiting.party", held.party),
  };
  return waiting.for === "" && waiting.since === null && waiting.party === null ? null : waiting;
}
