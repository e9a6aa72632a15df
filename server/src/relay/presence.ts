import { PRESENCE_KEYS, PRESENCE_MAX_BYTES } from "@planwand/shared/protocol/presence.ts";
import type { AwarenessEntry } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";
import type { Principal } from "../access/principal.ts";

/** What a client may send before its presence is looked into at all, in characters. */
const RAW_MAX_LENGTH = 4 * PRESENCE_MAX_BYTES;

interface PresenceRecord {
  readonly client: number;
  /** The state as others get it, or null when this client shows nothing. */
  json: string | null;
  /** `json` as an awareness entry, made when it is first needed. */
  entry: Uint8Array | null;
}

/** The entries that one connection is to get: everybody's but its own. */
export interface PresenceChanges {
  /**
   * The awareness message for the connection in parts, or null when nothing of others changed. The parts are views of what all
   * share, so that fifty messages a tick cost no fifty copies.
   */
  messageFor(connectionId: number): readonly Uint8Array[] | null;
}

/**
 * Who is in a room, one record a connection. Identity comes from the session; of what a client says, only the keys
 * of `OwnPresence` in their right shape are passed on. Rules R30 to R36 of SPEC.md.
 */
export class Presence {
  readonly #records = new Map<number, PresenceRecord>();
  readonly #changed = new Set<number>();
  /** Clients that left since the last tick, with whose connection it was. */
  #gone: { readonly client: number; readonly connectionId: number }[] = [];
  #clock = 0;

  get hasChanges(): boolean {
    return this.#changed.size > 0 || this.#gone.length > 0;
  }

  /** How many people tell of themselves. */
  get size(): number {
    return this.#records.size;
  }

  /**
   * Takes what a connection says of itself; an entry about another client is passed over.
   * `ownerOf` tells to which actor a client id belongs, if to anyone.
   */
  receive(
    connectionId: number,
    who: Principal,
    { client, state }: AwarenessEntry,
    ownerOf: (client: number) => string | undefined,
  ): void {
    const record = this.#records.get(connectionId);
    if (record !== undefined && record.client !== client) return;
    if (record === undefined && !this.#mayClaim(client, who, ownerOf)) return;
    const json = stateJson(who, state);
    if (json === undefined || record?.json === json) return;
    if (record === undefined) this.#records.set(connectionId, { client, json, entry: null });
    else Object.assign(record, { json, entry: null });
    this.#changed.add(connectionId);
  }

  /** Somebody is called otherwise: what they show of themselves says so from the next tick on. */
  introduce(connectionId: number, who: Principal): void {
    const record = this.#records.get(connectionId);
    if (record === undefined || record.json === null) return;
    const shown: unknown = JSON.parse(record.json);
    if (!isRecord(shown)) return;
    Object.assign(record, { json: stamped(shown, who), entry: null });
    this.#changed.add(connectionId);
  }

  /** Forgets a connection; the others hear of it at the next tick. */
  leave(connectionId: number): void {
    const record = this.#records.get(connectionId);
    if (record === undefined) return;
    this.#records.delete(connectionId);
    this.#changed.delete(connectionId);
    this.#gone.push({ client: record.client, connectionId });
  }

  /** Marks every record as changed: clients forget whom they have not heard of for 30 s. */
  refresh(): void {
    for (const connectionId of this.#records.keys()) this.#changed.add(connectionId);
  }

  /** What changed since the last tick. `nowMs` keeps clocks growing across a restart of the server. */
  takeChanges(nowMs: number): PresenceChanges {
    this.#clock = Math.max(this.#clock + 1, nowMs);
    const entries: { readonly connectionId: number; readonly bytes: Uint8Array }[] = [];
    for (const connectionId of this.#changed) {
      const record = this.#records.get(connectionId);
      if (record === undefined) continue;
      record.entry = awarenessEntry(record.client, this.#clock, record.json ?? "null");
      entries.push({ connectionId, bytes: record.entry });
    }
    for (const { client, connectionId } of this.#gone) {
      if (this.#uses(client)) continue;
      entries.push({ connectionId, bytes: awarenessEntry(client, this.#clock, "null") });
    }
    this.#changed.clear();
    this.#gone = [];
    return changesOf(entries);
  }

  /** Everybody who is here, for someone who comes in or asks. */
  everyone(nowMs: number): PresenceChanges {
    this.#clock = Math.max(this.#clock, nowMs);
    const entries: { readonly connectionId: number; readonly bytes: Uint8Array }[] = [];
    for (const [connectionId, record] of this.#records) {
      if (record.json === null) continue;
      record.entry ??= awarenessEntry(record.client, this.#clock, record.json);
      entries.push({ connectionId, bytes: record.entry });
    }
    return changesOf(entries);
  }

  #mayClaim(client: number, who: Principal, ownerOf: (client: number) => string | undefined): boolean {
    const owner = ownerOf(client);
    return (owner === undefined || owner === who.actor.id) && !this.#uses(client);
  }

  #uses(client: number): boolean {
    for (const record of this.#records.values()) if (record.client === client) return true;
    return false;
  }
}

function changesOf(
  entries: readonly { readonly connectionId: number; readonly bytes: Uint8Array }[],
): PresenceChanges {
  const all = Buffer.concat(entries.map((entry) => entry.bytes));
  const ownPart = new Map<number, { readonly start: number; readonly end: number }>();
  let at = 0;
  for (const { connectionId, bytes } of entries) {
    ownPart.set(connectionId, { start: at, end: at + bytes.byteLength });
    at += bytes.byteLength;
  }
  const forStrangers = entries.length === 0 ? null : [awarenessHead(entries.length, at), all];
  return {
    messageFor(connectionId) {
      const own = ownPart.get(connectionId);
      if (own === undefined) return forStrangers;
      if (entries.length === 1) return null;
      const head = awarenessHead(entries.length - 1, at - (own.end - own.start));
      return [head, all.subarray(0, own.start), all.subarray(own.end)];
    },
  };
}

function awarenessEntry(client: number, clock: number, json: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, json);
  return encoding.toUint8Array(encoder);
}

/** What comes before `count` entries of together `entryBytes` bytes. */
function awarenessHead(count: number, entryBytes: number): Uint8Array {
  const start = encoding.createEncoder();
  encoding.writeVarUint(start, count);
  const counted = encoding.toUint8Array(start);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint(encoder, counted.byteLength + entryBytes);
  encoding.writeUint8Array(encoder, counted);
  return encoding.toUint8Array(encoder);
}

/** The state for others as JSON, null for "shows nothing", undefined for what no honest client sends. */
function stateJson(who: Principal, raw: string): string | null | undefined {
  if (raw.length > RAW_MAX_LENGTH) return undefined;
  let state: unknown;
  try {
    state = JSON.parse(raw);
  } catch {
    return undefined;
  }
  if (state === null) return null;
  if (!isRecord(state)) return undefined;
  const own: Record<string, unknown> = {};
  for (const key of PRESENCE_KEYS) {
    const value = state[key];
    if (value !== undefined && IS_VALID[key](value)) own[key] = value;
  }
  const said = JSON.stringify(own);
  if (Buffer.byteLength(said) > PRESENCE_MAX_BYTES) return undefined;
  return stamped(own, who);
}

/** What somebody shows, with who they are. */
function stamped(own: Readonly<Record<string, unknown>>, who: Principal): string {
  return JSON.stringify({ ...own, user: { ...who.actor, role: who.role } });
}

type PresenceKey = (typeof PRESENCE_KEYS)[number];

const IS_VALID: Record<PresenceKey, (value: unknown) => boolean> = {
  cursor: (value) =>
    value === null || (isRecord(value) && isPosition(value["anchor"]) && isPosition(value["head"])),
  focus: (value) =>
    value === null ||
    (isRecord(value) &&
      isShortString(value["activity"]) &&
      (value["field"] === null || isShortString(value["field"]))),
  dragging: (value) => value === null || isShortString(value),
  typing: (value) => typeof value === "boolean",
  view: isShortString,
};

/** A Yjs relative position inside an entry's own text: it must name an item or a type, or a peer's editor throws. */
function isPosition(value: unknown): boolean {
  if (!isRecord(value) || (value["tname"] ?? null) !== null) return false;
  const item = value["item"] ?? null;
  const type = value["type"] ?? null;
  return (item !== null || type !== null) && [item, type].every((id) => id === null || isItemId(id));
}

function isItemId(value: unknown): boolean {
  return isRecord(value) && Number.isSafeInteger(value["client"]) && Number.isSafeInteger(value["clock"]);
}

function isShortString(value: unknown): boolean {
  return typeof value === "string" && value.length <= 64;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
