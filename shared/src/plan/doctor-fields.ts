import * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { isRank } from "../order/rank.ts";
import { DISPLACED, isDisplaced } from "./displaced.ts";
import { entriesOf, mapIn, type SharedMap } from "./entry.ts";
import { isFlow, isRoleKey } from "./read-activity.ts";
import { readStamp } from "./read-field.ts";
import { safeLink } from "./link.ts";
import { REGISTER_CHECKS } from "./registers.ts";
import { type FieldKind, ITEM_FIELDS, type Root } from "./schema.ts";
import { formerKey, isFormer, isStandIn, PARTY_REGISTERS } from "./stand-in.ts";
import type { ItemField } from "./values.ts";

/**
 * - `pending`: edits wait for others that never came; - `not-an-entry`: a key of a root that is no id, or a value that is no entry;
 * - `wrong-type`: a field is not kept as the schema says, or is missing; - `invalid-value`: a register holds what it may not;
 * - `invalid-key`: a set or list holds what it may not; - `unknown-field`: a field that the schema does not know;
 * - `dangling`: a reference to what is not there; - `unplaced`: a card in *Niet ingedeeld*; - `rank-tie`; - `cycle`.
 */
export type FindingCode =
  | "pending"
  | "not-an-entry"
  | "wrong-type"
  | "invalid-value"
  | "invalid-key"
  | "unknown-field"
  | "dangling"
  | "unplaced"
  | "rank-tie"
  | "cycle";

/** Something amiss in a document. `field` is empty when it is about the whole entry; nested ones read `steps/ID/title`. */
export interface Finding {
  readonly code: FindingCode;
  readonly root: Root;
  readonly id: string;
  readonly field: string;
}

export function finding(code: FindingCode, root: Root, id: string, field: string): Finding {
  return { code, root, id, field };
}

type Fields = Readonly<Record<string, FieldKind>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isStamp: Check = (value) => {
  if (typeof value !== "object" || value === null) return false;
  return "by" in value && isText(value.by) && "at" in value && Number.isFinite(value.at);
};
const isPlace: Check = (value) =>
  Array.isArray(value) && value.length === 3 && isId(value[0]) && isId(value[1]) && isRank(value[2]);

/** Registers that are not set one by one, by name; `cells` keeps ids where other roots have their own. */
const OTHER_REGISTERS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["rank", isRank],
  ["place", isPlace],
  ["archived", (value) => value === null || isStamp(value)],
  ["schema", (value) => Number.isInteger(value)],
  ["phase", isId],
  ["domain", isId],
  ["check", isText],
  ["subject", isText],
  ["title", isText],
  ["url", (value) => safeLink(value) !== null],
  ["done", (value) => typeof value === "boolean"],
]);

/** What stands beside a field of an entry and is no field: what it was before something that it named went to the bin. */
const BESIDE: ReadonlyMap<string, Check> = new Map<string, Check>([
  [`activities/${DISPLACED}`, isDisplaced],
  ...PARTY_REGISTERS.map(([root, field]): [string, Check] => [`${root}/${formerKey(field)}`, isFormer]),
]);

/** Checks every field of an entry, nested ones too. */
export function checkFields(root: Root, id: string, entry: SharedMap, fields: Fields, path = ""): Finding[] {
  const known = new Map(Object.entries(fields));
  const findings: Finding[] = [];
  for (const key of [...entry.keys()].sort()) {
    const isCreated = key === "created" && path === "" && root !== "meta";
    if (isCreated && readStamp(entry, key) !== null) continue;
    const beside = path === "" ? BESIDE.get(`${root}/${key}`) : undefined;
    if (beside !== undefined) {
      const value = entry.get(key);
      if (value !== null && !beside(value)) findings.push(finding("invalid-value", root, id, key));
    } else if (!known.has(key)) findings.push(finding("unknown-field", root, id, path + key));
  }
  for (const [field, kind] of known) {
    const value = entry.get(field);
    if (kind === "register" && value !== undefined && !mayHold(root, path, field, value)) {
      findings.push(finding("invalid-value", root, id, path + field));
    } else if (kind !== "register" && !isKeptAs(kind, value)) {
      findings.push(finding("wrong-type", root, id, path + field));
    } else findings.push(...checkInside(root, id, entry, field, kind));
  }
  return findings;
}

function mayHold(root: Root, path: string, field: string, value: unknown): boolean {
  if (value === null) return true;
  const checks = path === "" ? new Map(Object.entries(registerChecks(root))) : new Map<string, Check>();
  return (checks.get(field) ?? OTHER_REGISTERS.get(field))?.(value) ?? true;
}

function registerChecks(root: Root): Readonly<Record<string, Check>> {
  return root in REGISTER_CHECKS ? REGISTER_CHECKS[root as keyof typeof REGISTER_CHECKS] : {};
}

function isKeptAs(kind: Exclude<FieldKind, "register">, value: unknown): boolean {
  switch (kind) {
    case "text":
      return value instanceof Y.Text && !(value instanceof Y.XmlText);
    case "rich":
      return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);
    case "set":
    case "names":
    case "items":
      return value instanceof Y.Map;
  }
}

function checkInside(root: Root, id: string, entry: SharedMap, field: string, kind: FieldKind): Finding[] {
  const map = mapIn(entry, field);
  if (map === null) return [];
  const isAmiss = (key: string, value: unknown) => {
    if (kind === "set") return !(value === true || isStandIn(value)) || !keyCheck(field)(key);
    if (kind === "names") return typeof value !== "string" || !isRoleKey(key);
    return !isId(key) || !(value instanceof Y.Map);
  };
  const amiss = [...map].filter(([key, value]) => isAmiss(key, value));
  const items = kind === "items" ? entriesOf(map) : [];
  return [
    ...amiss.map(([key]) => finding("invalid-key", root, id, `${field}/${key}`)).sort(byField),
    ...items.flatMap(([item, nested]) =>
      checkFields(root, id, nested, ITEM_FIELDS[field as ItemField], `${field}/${item}/`),
    ),
  ];
}

function keyCheck(field: string): Check {
  if (field === "roles") return isRoleKey;
  return field === "flows" ? isFlow : isId;
}

function byField(a: Finding, b: Finding): number {
  return a.field < b.field ? -1 : 1;
}
