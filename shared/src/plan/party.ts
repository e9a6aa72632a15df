import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { archiveEntry } from "./archive.ts";
import { editPlan, entriesOf, entryOf, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { isRoleKey, readWaiting, roleKey } from "./read-activity.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { RoleSlot, Stamp } from "./schema.ts";

/**
 * Puts a party in the bin and, in the same transaction, `replacement` wherever it was named. Refused as `in-use` when something
 * names it and there is no replacement, and as `not-found` when either is not there.
 */
export function archiveParty(doc: Y.Doc, id: string, replacement: string | null, stamp: Stamp): Edit {
  if (entryOf(doc, "parties", id) === null) return refuse("not-found");
  const mentions = mentionsOf(doc, id);
  if (mentions.length > 0 && replacement === null) return refuse("in-use");
  if (replacement !== null) {
    const entry = replacement === id ? null : entryOf(doc, "parties", replacement);
    if (entry === null || isArchived(entry)) return refuse("not-found");
  }
  return editPlan(doc, () => {
    if (replacement !== null) for (const mention of mentions) mention(replacement);
    archiveEntry(doc, "parties", id, stamp);
    return ok(undefined);
  });
}

/** A place that names the party: called with another party, it names that one. */
type Mention = (replacement: string) => void;

function mentionsOf(doc: Y.Doc, party: string): Mention[] {
  return [
    ...live(doc, "activities").flatMap((entry) => [
      ...roleMentions(entry, party),
      ...registerMention(entry, "acceptedBy", party),
      ...waitingMention(entry, party),
    ]),
    ...live(doc, "decisions").flatMap((entry) => [
      ...registerMention(entry, "decider", party),
      ...setMention(entry, "advisers", party),
    ]),
    ...live(doc, "communications").flatMap((entry) => [
      ...registerMention(entry, "sender", party),
      ...setMention(entry, "audience", party),
    ]),
  ];
}

function live(doc: Y.Doc, root: "activities" | "decisions" | "communications"): SharedMap[] {
  return entriesOf(rootMap(doc, root)).flatMap(([, entry]) => (isArchived(entry) ? [] : [entry]));
}

function roleMentions(entry: SharedMap, party: string): Mention[] {
  const roles = mapIn(entry, "roles");
  const names = mapIn(entry, "names");
  const held = [...(roles ?? [])].flatMap(([key, value]) => (value === true && isRoleKey(key) ? [key] : []));
  return held
    .filter((key) => key.endsWith(`:${party}`))
    .map((key) => (replacement: string) => {
      const slot = key.slice(0, key.indexOf(":")) as RoleSlot;
      roles?.delete(key);
      names?.delete(key);
      roles?.set(roleKey(slot, replacement), true);
    });
}

function setMention(entry: SharedMap, field: string, party: string): Mention[] {
  const set = mapIn(entry, field);
  if (set?.get(party) !== true) return [];
  return [
    (replacement) => {
      set.delete(party);
      set.set(replacement, true);
    },
  ];
}

function registerMention(entry: SharedMap, field: string, party: string): Mention[] {
  return entry.get(field) === party ? [(replacement) => entry.set(field, replacement)] : [];
}

function waitingMention(entry: SharedMap, party: string): Mention[] {
  const waiting = readWaiting(entry.get("waiting"));
  if (waiting?.party !== party) return [];
  return [(replacement) => entry.set("waiting", { ...waiting, party: replacement })];
}
