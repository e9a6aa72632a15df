import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import type { PlanAccess } from "@planwand/shared/workshop/policy.ts";
import * as Y from "yjs";
import type { ClockRange, IdRanges } from "./id-ranges.ts";
import type { PlanMirror } from "./plan-mirror.ts";
import { judgeParts } from "./write-access.ts";
import { type Struct, type StructRun, writeUpdate } from "./update-writer.ts";

/** The largest update, in bytes, that is looked into. */
export const UPDATE_MAX_BYTES = 256 * 1024;
/** How far one update may advance clocks: more than its bytes could honestly hold. */
const MAX_CLOCK_ADVANCE = 1 << 20;
/** Client ids that one connection may bind. */
export const MAX_NEW_CLIENTS = 256;
const MAX_CLIENT_ID = 0xffff_ffff;

/** What a room knows; enough to tell whether an update is causally ready, without a document. */
export interface Known {
  readonly vector: Map<number, number>;
  readonly deletes: IdRanges;
  /** The actor to whom each client id belongs. */
  readonly owners: Map<number, string>;
}

export interface Writer {
  readonly actorId: string;
  readonly access: PlanAccess;
  /** Ids bound on this connection so far. */
  readonly boundClients: number;
}

export type Admission =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "admitted";
      /** The original bytes, or, when parts were known already, the rest of them. */
      readonly bytes: Uint8Array;
      readonly newClients: readonly number[];
    }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly reason: string };

interface ClientRun {
  readonly client: number;
  readonly structs: Struct[];
  start: number;
  end: number;
}

function refused(code: RefusalCode, reason: string): Admission {
  return { kind: "refused", code, reason };
}

/**
 * Decides over one update and, when it is admitted, takes it into `known`. A refused update changes nothing.
 * Rules R10 to R19 of SPEC.md, in their order, and then
 * WS17 and WS18 for who writes a part of the plan only: `mirror` is the document as it stands, null while it is being read.
 */
export function admit(
  known: Known,
  writer: Writer,
  update: Uint8Array,
  mirror: PlanMirror | null = null,
): Admission {
  if (update.byteLength > UPDATE_MAX_BYTES) return refused("too-large", `${update.byteLength} bytes`);
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return refused("malformed", "not a V1 update");
  }
  const runs = groupByClient(decoded.structs);
  if (runs === null) return refused("malformed", "structs out of order");

  const fresh: ClientRun[] = [];
  for (const run of runs) if (run.end > clockOf(known, run.client)) fresh.push(run);
  const newDeletes = missingDeletes(known, decoded.ds);
  if (newDeletes === null) return refused("malformed", "delete range");
  if (fresh.length === 0 && newDeletes.total === 0) return { kind: "nothing" };
  const { access } = writer;
  if (access.kind === "none") return refused(access.code, "nothing of the plan may be written now");

  const newClients: number[] = [];
  let advance = 0;
  for (const run of fresh) {
    const owner = known.owners.get(run.client);
    if (owner === undefined) newClients.push(run.client);
    else if (owner !== writer.actorId) return refused("foreign-client", `client ${run.client}`);
    if (run.client > MAX_CLIENT_ID) return refused("forged", "client id out of range");
    const from = clockOf(known, run.client);
    if (run.start > from) return refused("resync", `gap before ${run.client}:${run.start}`);
    advance += run.end - from;
    for (const struct of run.structs) {
      if (struct.id.clock + struct.length <= from || struct instanceof Y.Item) continue;
      if (struct instanceof Y.Skip || !deletedWithin(decoded.ds, struct, from)) {
        return refused("forged", "a collected struct that this update does not delete");
      }
    }
  }
  if (advance > MAX_CLOCK_ADVANCE) return refused("forged", "clock advances too far");
  if (writer.boundClients + newClients.length > MAX_NEW_CLIENTS) {
    return refused("too-many-clients", "too many client ids on one connection");
  }

  const reach = integrate(known, fresh);
  if (reach === null) return refused("resync", "depends on something unknown");
  for (const [client, ranges] of newDeletes.byClient) {
    const end = reach.get(client) ?? clockOf(known, client);
    for (const range of ranges) if (range.end > end) return refused("resync", "deletes something unknown");
  }

  if (access.kind !== "all") {
    const parts = { structs: structsOf(fresh), deletes: newDeletes.byClient };
    const refusal = judge(mirror, { actorId: writer.actorId, access }, known.owners, parts);
    if (refusal !== null) return refused(refusal.code, refusal.reason);
  }

  const trimmed =
    fresh.length < runs.length ||
    newDeletes.trimmed ||
    fresh.some((run) => run.start < clockOf(known, run.client));
  const bytes = trimmed ? withoutKnown(known, fresh, newDeletes.byClient) : update;
  for (const [client, clock] of reach) known.vector.set(client, clock);
  for (const [client, ranges] of newDeletes.byClient) {
    for (const range of ranges) known.deletes.add(client, range.start, range.end);
  }
  for (const client of newClients) known.owners.set(client, writer.actorId);
  return { kind: "admitted", bytes, newClients };
}

function judge(
  mirror: PlanMirror | null,
  ...[writer, owners, parts]: ParametersAfterFirst<typeof judgeParts>
): { readonly code: RefusalCode; readonly reason: string } | null {
  // Whoever is told so is asked again once the document was read.
  if (mirror === null) return { code: "locked", reason: "not ready yet" };
  try {
    return judgeParts(mirror, writer, owners, parts);
  } catch (error) {
    if (error instanceof RangeError) return { code: "malformed", reason: error.message };
    throw error;
  }
}

type ParametersAfterFirst<Judge extends (first: never, ...rest: never[]) => unknown> =
  Parameters<Judge> extends [unknown, ...infer Rest] ? Rest : never;

function structsOf(runs: readonly ClientRun[]): ReadonlyMap<number, readonly Struct[]> {
  return new Map(runs.map(({ client, structs }) => [client, structs]));
}

function clockOf(known: Known, client: number): number {
  return known.vector.get(client) ?? 0;
}

/** Contiguous runs per client, or null when a client's structs do not follow each other. */
function groupByClient(structs: readonly Struct[]): ClientRun[] | null {
  const runs: ClientRun[] = [];
  const byClient = new Map<number, ClientRun>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const run = byClient.get(client);
    if (struct.length <= 0) return null;
    if (run === undefined) {
      const added = { client, structs: [struct], start: clock, end: clock + struct.length };
      byClient.set(client, added);
      runs.push(added);
    } else {
      if (run.end !== clock) return null;
      run.structs.push(struct);
      run.end = clock + struct.length;
    }
  }
  return runs;
}

interface NewDeletes {
  readonly byClient: [client: number, ranges: ClockRange[]][];
  readonly total: number;
  /** Whether the update also repeats deletes that are known. */
  readonly trimmed: boolean;
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

function missingDeletes(known: Known, ds: DeleteSet): NewDeletes | null {
  const byClient: [number, ClockRange[]][] = [];
  let total = 0;
  let listed = 0;
  for (const [client, items] of ds.clients) {
    const ranges: ClockRange[] = [];
    for (const item of items) {
      const end = item.clock + item.len;
      if (item.len <= 0 || !Number.isSafeInteger(end)) return null;
      listed += item.len;
      for (const gap of known.deletes.missing(client, item.clock, end)) {
        ranges.push(gap);
        total += gap.end - gap.start;
      }
    }
    if (ranges.length > 0) byClient.push([client, ranges]);
  }
  return { byClient, total, trimmed: total < listed };
}

/** Whether the unknown part of a collected struct lies wholly in this update's own delete set. */
function deletedWithin(ds: DeleteSet, struct: Struct, from: number): boolean {
  const end = struct.id.clock + struct.length;
  let clock = Math.max(struct.id.clock, from);
  const items = [...(ds.clients.get(struct.id.client) ?? [])].sort((a, b) => a.clock - b.clock);
  for (const item of items) {
    if (item.clock <= clock) clock = Math.max(clock, item.clock + item.len);
  }
  return clock >= end;
}

/**
 * Plays the order in which Yjs would integrate: a struct is ready when all it names was reached.
 * Returns the clocks reached, or null when something stays out of reach (unknown, or a circle).
 */
function integrate(known: Known, runs: readonly ClientRun[]): Map<number, number> | null {
  const reach = new Map<number, number>();
  const next = runs.map(() => 0);
  let waiting = runs.length;
  for (let moved = true; moved && waiting > 0;) {
    moved = false;
    runs.forEach((run, index) => {
      let at = next[index] ?? 0;
      if (at === run.structs.length) return;
      for (; at < run.structs.length; at++) {
        const struct = run.structs[at] as Struct;
        if (!isReady(known, reach, struct)) break;
        reach.set(run.client, Math.max(clockOf(known, run.client), struct.id.clock + struct.length));
        moved = true;
      }
      next[index] = at;
      if (at === run.structs.length) waiting--;
    });
  }
  return waiting === 0 ? reach : null;
}

function isReady(known: Known, reach: Map<number, number>, struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null) continue;
    const reached =
      id.client === struct.id.client ? struct.id.clock : (reach.get(id.client) ?? clockOf(known, id.client));
    if (id.clock >= reached) return false;
  }
  return true;
}

function withoutKnown(
  known: Known,
  fresh: readonly ClientRun[],
  deletes: NewDeletes["byClient"],
): Uint8Array {
  const runs = fresh.map((run): StructRun => {
    const from = clockOf(known, run.client);
    const structs = run.structs.filter((struct) => struct.id.clock + struct.length > from);
    const first = structs[0] as Struct;
    return { client: run.client, structs, offset: Math.max(0, from - first.id.clock) };
  });
  return writeUpdate(runs, deletes);
}
