import type * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { eachEntry, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { readWaiting, roleKey } from "./read-activity.ts";
import { isArchived, readRef } from "./read-field.ts";
import { ROLE_SLOTS } from "./schema.ts";

/** The registers that name one party. */
export const PARTY_REGISTERS = [
  ["activities", "acceptedBy"],
  ["activities", "waiting"],
  ["decisions", "decider"],
  ["communications", "sender"],
] as const;

/** The sets that name parties. */
const SETS = [
  ["activities", "roles"],
  ["decisions", "advisers"],
  ["communications", "audience"],
] as const;

/** In a set, in place of `true`, under the key of a party that went to the bin: who stands in for it. */
interface StandIn {
  readonly by: string;
  /** Whether that one came into the set only for this. */
  readonly added: boolean;
  /** The personal name that went with a role. */
  readonly name?: string;
}

/** Beside a register that names a party: whom it named before they went to the bin, the first first, for as long as it names `is`. */
interface Former {
  readonly is: string;
  readonly was: readonly string[];
}

/** The key beside a register under which its `Former` stands. */
export function formerKey(field: string): string {
  return `${field}:was`;
}

/** A place that names the party: called with another party, that one stands in for it there. */
type Mention = (by: string) => void;

/** Every place in what is not in the bin that names a party. */
export function mentionsOf(doc: Y.Doc, party: string): Mention[] {
  return [
    ...PARTY_REGISTERS.flatMap(([root, field]) =>
      live(doc, root).flatMap((entry) =>
        partyIn(entry, field) === party ? [(by: string) => replaceIn(entry, field, party, by)] : [],
      ),
    ),
    ...SETS.flatMap(([root, field]) =>
      live(doc, root).flatMap((entry) => {
        const set = mapIn(entry, field);
        const keys = set === null ? [] : keysOf(field, party).filter((key) => set.get(key) === true);
        return keys.map((key) => (by: string) => standIn(entry, field, key, party, by));
      }),
    ),
  ];
}

/** Puts a party that comes out of the bin back wherever another stands in for it, and takes that one out where it stood only for this. */
export function bringBackParty(doc: Y.Doc, party: string): void {
  for (const [root, field] of PARTY_REGISTERS)
    for (const [, entry] of eachEntry(rootMap(doc, root))) restoreRegister(entry, field, party);
  for (const [root, field] of SETS)
    for (const [, entry] of eachEntry(rootMap(doc, root)))
      for (const key of keysOf(field, party)) restoreMember(entry, field, key, party);
}

/** Takes out what is still remembered of a party that is taken out of the bin for good. */
export function forgetParty(doc: Y.Doc, party: string): void {
  for (const [root, field] of SETS)
    for (const [, entry] of eachEntry(rootMap(doc, root)))
      for (const key of keysOf(field, party))
        if (isStandIn(mapIn(entry, field)?.get(key))) mapIn(entry, field)?.delete(key);
}

function live(doc: Y.Doc, root: (typeof PARTY_REGISTERS)[number][0]): SharedMap[] {
  return [...eachEntry(rootMap(doc, root))].flatMap(([, entry]) => (isArchived(entry) ? [] : [entry]));
}

function partyIn(entry: SharedMap, field: string): string | null {
  return field === "waiting" ? (readWaiting(entry.get(field))?.party ?? null) : readRef(entry, field);
}

function name(entry: SharedMap, field: string, party: string): void {
  const waiting = field === "waiting" ? readWaiting(entry.get(field)) : null;
  entry.set(field, waiting === null ? party : { ...waiting, party });
}

function replaceIn(entry: SharedMap, field: string, party: string, by: string): void {
  const was = [...formerIn(entry, field), party];
  name(entry, field, by);
  entry.set(formerKey(field), { is: by, was } satisfies Former);
}

function restoreRegister(entry: SharedMap, field: string, party: string): void {
  const former = formerIn(entry, field);
  const at = former.indexOf(party);
  if (at === -1) return;
  const was = former.slice(0, at);
  name(entry, field, party);
  entry.set(formerKey(field), was.length === 0 ? null : ({ is: party, was } satisfies Former));
}

/** Whom a register named before; nobody once somebody wrote another party in it. */
function formerIn(entry: SharedMap, field: string): readonly string[] {
  const value = entry.get(formerKey(field));
  return isFormer(value) && partyIn(entry, field) === value.is ? value.was : [];
}

/** The keys under which a set may hold a party. */
function keysOf(field: string, party: string): readonly string[] {
  return field === "roles" ? ROLE_SLOTS.map((slot) => roleKey(slot, party)) : [party];
}

/** The key of another party where this one has `key`. */
function keyOf(key: string, party: string, other: string): string {
  return key.slice(0, key.length - party.length) + other;
}

function standIn(entry: SharedMap, field: string, key: string, party: string, by: string): void {
  const set = mapIn(entry, field);
  const own = keyOf(key, party, by);
  const added = set?.get(own) !== true;
  const person = takeName(entry, field, key);
  set?.set(key, { by, added, ...(person === null ? {} : { name: person }) } satisfies StandIn);
  if (added) set?.set(own, true);
}

function takeName(entry: SharedMap, field: string, key: string): string | null {
  const names = field === "roles" ? mapIn(entry, "names") : null;
  const person = names?.get(key);
  names?.delete(key);
  return typeof person === "string" ? person : null;
}

function restoreMember(entry: SharedMap, field: string, key: string, party: string): void {
  const set = mapIn(entry, field);
  const mark = set?.get(key);
  if (set === null || !isStandIn(mark)) return;
  const owed = mark.added ? lastOf(set, keyOf(key, party, mark.by), mark.by) : null;
  // Somebody took the stand-in out since: then the party is not to come back here either.
  if (owed === "gone") return set.delete(key);
  if (owed !== null) {
    for (const stepped of owed.stepped) set.delete(stepped);
    const isNamed = field === "roles" && mapIn(entry, "names")?.has(owed.key) === true;
    if (owed.isAdded && !isNamed) set.delete(owed.key);
  }
  set.set(key, true);
  if (mark.name !== undefined) mapIn(entry, "names")?.set(key, mark.name);
}

/** Who stands at the end of a row of stand-ins, each of whom went to the bin after the other. */
function lastOf(
  set: SharedMap,
  first: string,
  party: string,
): { readonly key: string; readonly isAdded: boolean; readonly stepped: readonly string[] } | "gone" {
  const stepped: string[] = [];
  let [key, who] = [first, party];
  for (;;) {
    const value = set.get(key);
    if (value === true) return { key, isAdded: true, stepped };
    if (!isStandIn(value) || stepped.includes(key)) return "gone";
    stepped.push(key);
    key = keyOf(key, who, value.by);
    who = value.by;
    if (!value.added) return { key, isAdded: false, stepped };
  }
}

/** Whether `value` is what stands in a set in place of a party that went to the bin. */
export function isStandIn(value: unknown): value is StandIn {
  if (typeof value !== "object" || value === null) return false;
  const { by, added, name: person } = value as Record<string, unknown>;
  return isId(by) && typeof added === "boolean" && (person === undefined || typeof person === "string");
}

/** Whether `value` is what stands beside a register whose party went to the bin. */
export function isFormer(value: unknown): value is Former {
  if (typeof value !== "object" || value === null) return false;
  const { is, was } = value as Record<string, unknown>;
  return isId(is) && Array.isArray(was) && was.every(isId);
}
