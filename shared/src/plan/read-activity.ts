import { isLocalDate } from "../kernel/clock.ts";
import { isId } from "../kernel/id.ts";
import { mapIn, type Readable } from "./entry.ts";
import { progressFor } from "./progress.ts";
import {
  isArchived,
  liveByRank,
  readChoice,
  readDate,
  readFlag,
  readInteger,
  readRef,
  readRichFields,
  readSet,
  readString,
  readText,
} from "./read-field.ts";
import { safeLink } from "./link.ts";
import {
  type Activity,
  ACTIVITY_STATUSES,
  type Flow,
  FLOWS,
  type Link,
  type Place,
  PRIORITIES,
  RISK_LEVELS,
  ROLE_SLOTS,
  type RoleSlot,
  type Step,
  type Waiting,
} from "./schema.ts";

/**
 * An activity as it stands in its own entry: where it was put, whether or not that phase and domain (still) exist, and with every
 * reference that it holds. Sets are in order of id.
 */
export interface ActivityEntry extends Omit<Activity, "phase" | "domain" | "order"> {
  readonly place: Place;
  readonly archived: boolean;
}

/** The place of a card that was never put anywhere: no phase or domain has this id. */
const NOWHERE: Place = ["", "", ""];

/** Reads one activity from its map; total. */
export function readActivityEntry(id: string, entry: Readable): ActivityEntry {
  const status = readChoice(entry, "status", ACTIVITY_STATUSES, "idea");
  return {
    id,
    place: readPlace(entry),
    archived: isArchived(entry),
    title: readText(entry, "title"),
    ...readRichFields(entry, ["what", "why", "result", "criterion"]),
    status,
    waiting: readWaiting(entry.get("waiting")),
    progress: progressFor(status, readInteger(entry, "progress", { min: 0, max: 100, otherwise: 0 })),
    priority: readChoice(entry, "priority", PRIORITIES, "normal"),
    start: readDate(entry, "start"),
    end: readDate(entry, "end"),
    roles: readRoles(entry),
    names: readNames(entry),
    dependsOn: readSet(entry, "dependsOn", isId).filter((other) => other !== id),
    steps: readSteps(entry),
    links: readLinks(entry),
    goals: readSet(entry, "goals", isId),
    flows: readSet(entry, "flows", isFlow),
    risk: readText(entry, "risk"),
    riskLevel: readChoice(entry, "riskLevel", RISK_LEVELS, null),
    riskMeasure: readText(entry, "riskMeasure"),
    acceptedBy: readRef(entry, "acceptedBy"),
    acceptedOn: readDate(entry, "acceptedOn"),
  };
}

/** Where a card was put: phase, domain and rank; empty strings for what is no place. */
export function readPlace(entry: Readable): Place {
  const value: unknown = entry.get("place");
  if (!Array.isArray(value) || value.length !== 3) return NOWHERE;
  const [phase, domain, rank] = value as readonly unknown[];
  if (!isId(phase) || !isId(domain)) return ["", "", typeof rank === "string" ? rank : ""];
  return [phase, domain, typeof rank === "string" ? rank : ""];
}

/** The key of a role: who in which slot. */
export function roleKey(slot: RoleSlot, party: string): string {
  return `${slot}:${party}`;
}

/** Whether `key` is one that `roleKey` makes. */
export function isRoleKey(key: unknown): key is string {
  if (typeof key !== "string") return false;
  const [slot, party, ...rest] = key.split(":");
  return rest.length === 0 && ROLE_SLOTS.some((known) => known === slot) && isId(party);
}

/** Whether `key` is one of the numbered flows. */
export function isFlow(key: unknown): key is Flow {
  return FLOWS.some((flow) => flow === key);
}

function readRoles(entry: Readable): Record<RoleSlot, string[]> {
  const roles: Record<RoleSlot, string[]> = {
    sponsor: [],
    executor: [],
    codecider: [],
    consulted: [],
    informed: [],
  };
  for (const key of readSet(entry, "roles", isRoleKey)) {
    const [slot, party] = key.split(":") as [RoleSlot, string];
    roles[slot].push(party);
  }
  return roles;
}

function readNames(entry: Readable): Record<string, string> {
  const names: [string, string][] = [];
  for (const [key, name] of mapIn(entry, "names") ?? []) {
    if (isRoleKey(key) && typeof name === "string" && name !== "") names.push([key, name]);
  }
  return Object.fromEntries(names.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a blocked activity waits for; null for what says nothing. */
export function readWaiting(value: unknown): Waiting | null {
  if (typeof value !== "object" || value === null) return null;
  const waiting = value as Record<string, unknown>;
  const { for: reason, since, party } = waiting;
  if (typeof reason !== "string") return null;
  return { for: reason, since: isLocalDate(since) ? since : null, party: isId(party) ? party : null };
}

function readSteps(entry: Readable): Step[] {
  return liveByRank(mapIn(entry, "steps")).map(({ id, entry: step }) => ({
    id,
    title: readText(step, "title"),
    done: readFlag(step, "done"),
  }));
}

function readLinks(entry: Readable): Link[] {
  return liveByRank(mapIn(entry, "links")).flatMap(({ id, entry: link }) => {
    const url = safeLink(link.get("url"));
    return url === null ? [] : [{ id, title: readString(link, "title"), url }];
  });
}
