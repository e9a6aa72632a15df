import { Buffer } from "node:buffer";
import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import type { PlanAccess } from "@planwand/shared/access/plan-access.ts";
import type { ClockRange, IdRanges } from "./id-ranges.ts";
import { isReachable } from "./integration-order.ts";
import { type ClientRun, isWithin, type NewStruct, type Outline, outlineOf } from "./outline.ts";
import type { Places } from "./places.ts";
import { type Deletes, restOf } from "./update-writer.ts";
import type { AccessRefusal } from "./write-access.ts";

/** The largest update, in bytes, that is looked into. */
export const UPDATE_MAX_BYTES = 256 * 1024;
/** The most structs, delete ranges and lists of them in one update: more than a writer puts into a part (`PART_SIZE`). */
export const UPDATE_MAX_PARTS = 8_192;
/** How far one update may advance clocks: more than its bytes could honestly hold. */
const MAX_CLOCK_ADVANCE = 1 << 20;
const MAX_CLIENT_ID = 0xffff_ffff;
/** Items that may name one place; honest people name it once, or as many times as they write there at the same moment. */
const MAX_AT_PLACE = 1_000;

/** What a room knows; enough to tell whether an update is causally ready, without a document. */
export interface Known {
  readonly vector: Map<number, number>;
  readonly deletes: IdRanges;
  /** The actor to whom each client id belongs. */
  readonly owners: Map<number, string>;
  readonly places: Places;
}

export interface Writer {
  readonly actorId: string;
  readonly access: PlanAccess;
  /** Whether this many client ids that nobody has yet may become this writer's now. */
  readonly mayBind: (clients: number) => boolean;
}

/** What the document says of an update: it holds for these very bytes and this very access. */
export interface Judgement {
  readonly access: PlanAccess;
  readonly bytes: Uint8Array;
  /** Null when the update keeps to the access. */
  readonly refusal: AccessRefusal | null;
}

type Verdict =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "admitted";
      /** The original bytes, or, when parts were known already, the rest of them. */
      readonly bytes: Uint8Array;
      readonly newClients: readonly number[];
    }
  /** Sound, and to be judged on the document first: these bytes. */
  | { readonly kind: "unjudged"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly reason: string };

/** What becomes of an update, and what it cost to look into it: its structs and delete ranges. */
export type Admission = Verdict & { readonly parts: number };

type Refused = Extract<Verdict, { readonly kind: "refused" }>;

function refused(code: RefusalCode, reason: string): Refused {
  return { kind: "refused", code, reason };
}

/**
 * Decides over one update and, when it is admitted, takes it into `known`. One that is not changes nothing. Takes time in proportion to
 * the update, whatever it holds and whatever is known. Rules R10 to R19 of SPEC.md, and then WS17 and WS18 for who writes a part of the
 * plan only: `judgement` is what was found of the update, null when nobody looked yet.
 */
export function admit(
  known: Known,
  writer: Writer,
  update: Uint8Array,
  judgement: Judgement | null = null,
): Admission {
  if (update.byteLength > UPDATE_MAX_BYTES)
    return { ...refused("too-large", `${update.byteLength} bytes`), parts: 0 };
  const outline = outlineOf(update, known.vector, UPDATE_MAX_PARTS);
  const { parts } = outline;
  if ("unfit" in outline) {
    const isMalformed = outline.unfit === "malformed";
    return { ...(isMalformed ? refused("malformed", "not what a client writes") : tooManyParts), parts };
  }
  const spent = { parts };
  return { ...decide(known, writer, update, outline, judgement, spent), ...spent };
}

const tooManyParts = refused("too-large", `more than ${UPDATE_MAX_PARTS} structs and delete ranges`);

/** `spent`: the parts of the update, to which is added what it deletes of many. */
function decide(
  known: Known,
  writer: Writer,
  update: Uint8Array,
  outline: Outline,
  judgement: Judgement | null,
  spent: { parts: number },
): Verdict {
  const fresh = outline.runs.filter(({ structs }) => structs.length > 0);
  if (fresh.length === 0 && !deletesAnything(known, outline)) return { kind: "nothing" };
  const { access, actorId } = writer;
  if (access.kind === "none") return refused(access.code, "nothing of the plan may be written now");

  const newClients: number[] = [];
  const refusal = refusalOfRuns(known, actorId, outline, fresh, newClients);
  if (refusal !== null) return refusal;
  const deletes = missingDeletes(known, outline, fresh, spent);
  if ("kind" in deletes) return deletes;

  const isWhole = deletes.isAll && outline.isMerged && fresh.length === outline.runs.length;
  const bytes =
    isWhole && fresh.every(({ start, known: from }) => start === from)
      ? update
      : restOf(update, fresh, deletes.byClient);
  if (access.kind !== "all") {
    if (judgement === null || !isAbout(judgement, access, bytes)) return { kind: "unjudged", bytes };
    if (judgement.refusal !== null) return refused(judgement.refusal.code, judgement.refusal.reason);
  }
  if (newClients.length > 0 && !writer.mayBind(newClients.length))
    return refused("too-many-clients", "too many client ids");
  if (!known.places.addAll(itemsOf(fresh), MAX_AT_PLACE))
    return refused("forged", "too many items at one place");
  for (const { client, end } of fresh) known.vector.set(client, end);
  for (const [client, ranges] of deletes.byClient)
    for (const range of ranges) known.deletes.add(client, range.start, range.end);
  for (const client of newClients) known.owners.set(client, actorId);
  return { kind: "admitted", bytes, newClients };
}

/** Stops at the first delete that is not known. */
function deletesAnything(known: Known, { deletes }: Outline): boolean {
  for (const [client, ranges] of deletes)
    for (const { start, end } of ranges) if (!known.deletes.covers(client, start, end)) return true;
  return false;
}

/** Why the structs are not taken, or null. Puts the client ids that nobody has yet into `newClients`. */
function refusalOfRuns(
  known: Known,
  actorId: string,
  { deletes }: Outline,
  fresh: readonly ClientRun[],
  newClients: number[],
): Refused | null {
  let advance = 0;
  for (const run of fresh) {
    const { client, start, end, structs } = run;
    const owner = known.owners.get(client);
    if (owner === undefined) newClients.push(client);
    else if (owner !== actorId) return refused("foreign-client", `client ${client}`);
    if (client > MAX_CLIENT_ID) return refused("forged", "client id out of range");
    if (start > run.known) return refused("resync", `gap before ${client}:${start}`);
    advance += end - run.known;
    const deleted = deletes.get(client) ?? [];
    for (const struct of structs) {
      if (struct.kind === "item") continue;
      if (struct.kind === "skip" || !isWithin(deleted, Math.max(struct.clock, run.known), struct.end))
        return refused("forged", "a collected struct that this update does not delete");
    }
  }
  if (advance > MAX_CLOCK_ADVANCE) return refused("forged", "clock advances too far");
  return isReachable(fresh, known.vector) ? null : refused("resync", "depends on something unknown");
}

/** The deletes that are not known, or why they are not taken. One range may be many of them, between what was deleted before. */
function missingDeletes(
  known: Known,
  outline: Outline,
  fresh: readonly ClientRun[],
  spent: { parts: number },
): { readonly byClient: Deletes; readonly isAll: boolean } | Refused {
  const byClient: [number, ClockRange[]][] = [];
  let isAll = true;
  if (outline.deletes.size === 0) return { byClient, isAll };
  const reach = new Map(fresh.map(({ client, end }) => [client, end]));
  for (const [client, ranges] of outline.deletes) {
    if ((ranges.at(-1)?.end ?? 0) > (reach.get(client) ?? known.vector.get(client) ?? 0))
      return refused("resync", "deletes something unknown");
    const gaps: ClockRange[] = [];
    for (const { start, end } of ranges) {
      const before = gaps.length;
      const left = before + UPDATE_MAX_PARTS - spent.parts + 1;
      if (known.deletes.missing(client, start, end, gaps, left) < end - start) isAll = false;
      spent.parts += Math.max(0, gaps.length - before - 1);
      if (spent.parts > UPDATE_MAX_PARTS) return refused("resync", "deletes too much between known deletes");
    }
    if (gaps.length > 0) byClient.push([client, gaps]);
  }
  return { byClient, isAll };
}

function itemsOf(fresh: readonly ClientRun[]): (readonly [client: number, items: readonly NewStruct[]])[] {
  return fresh.map(({ client, structs }) => [client, structs.filter(({ kind }) => kind === "item")]);
}

function isAbout(judgement: Judgement, access: PlanAccess, bytes: Uint8Array): boolean {
  return isSameAccess(judgement.access, access) && Buffer.compare(judgement.bytes, bytes) === 0;
}

/** Whether two accesses let somebody write the same. */
export function isSameAccess(one: PlanAccess | undefined, other: PlanAccess): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
