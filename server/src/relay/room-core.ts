import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import type { PlanAccess } from "@planwand/shared/access/plan-access.ts";
import { type Judgement, type Known, admit } from "./admission.ts";

/** What the core remembers of a connection. */
export interface Member {
  readonly actorId: string;
  /** What of the plan this member may write at this moment. */
  access: PlanAccess;
  /** The last update of this member that waits for the disk. */
  waitsForSeq: number;
  /** An update was refused since the last complete step 2: nothing may be called saved. */
  withheld: boolean;
  /** A barrier that came while withheld; answered after the member's next complete step 2. */
  heldToken: number | null;
  strikes: number;
}

interface Pending {
  readonly seq: number;
  readonly memberId: number;
  readonly bytes: Uint8Array;
}

/** A room's whole state: byte positions and sets, never a document. Only `reduce` and `write` change it. */
export interface RoomState {
  known: Known;
  /** The last number given out, and the last that is on disk. */
  seq: number;
  committedSeq: number;
  readonly members: Map<number, Member>;
  pending: Pending[];
  barriers: { readonly seq: number; readonly memberId: number; readonly token: number }[];
  /** Storage takes no writes at the moment. */
  readonly: boolean;
}

export type RoomEvent =
  | {
      readonly type: "joined";
      readonly memberId: number;
      readonly actorId: string;
      readonly access: PlanAccess;
    }
  | { readonly type: "left"; readonly memberId: number }
  /** What a member may write is another thing now, or can be judged now. */
  | { readonly type: "access"; readonly memberId: number; readonly access: PlanAccess }
  | { readonly type: "step1"; readonly memberId: number; readonly stateVector: Uint8Array }
  | {
      readonly type: "update";
      readonly memberId: number;
      readonly bytes: Uint8Array;
      readonly isStep2: boolean;
      /** Whether so many client ids that nobody has yet may become this member's. */
      readonly mayBind: (clients: number) => boolean;
      /** What the document says of it, once it was asked. */
      readonly judgement?: Judgement;
    }
  | { readonly type: "barrier"; readonly memberId: number; readonly token: number }
  | { readonly type: "unreadable"; readonly memberId: number; readonly code: "malformed" | "unknown-message" }
  | { readonly type: "committed"; readonly throughSeq: number }
  | { readonly type: "commitFailed" }
  | {
      readonly type: "storageReturned";
      readonly known: Known;
      readonly seq: number;
      /** What is on disk after the last that was shown: its commit was reported as failed. */
      readonly unseen: readonly Uint8Array[];
    };

export type RoomEffect =
  | {
      readonly type: "append";
      readonly seq: number;
      readonly actorId: string;
      readonly bytes: Uint8Array;
      readonly newClients: readonly number[];
    }
  /** What looking into an update cost, and the bytes of it that are kept. */
  | { readonly type: "spent"; readonly memberId: number; readonly parts: number; readonly keptBytes: number }
  | {
      readonly type: "forward";
      readonly updates: readonly { readonly memberId: number; readonly bytes: Uint8Array }[];
    }
  /** The same event is to come again with what the document says of these bytes. */
  | {
      readonly type: "judge";
      readonly memberId: number;
      readonly actorId: string;
      readonly access: PlanAccess;
      readonly bytes: Uint8Array;
    }
  | { readonly type: "askState"; readonly memberId: number }
  | { readonly type: "sendState"; readonly memberId: number; readonly stateVector: Uint8Array }
  | { readonly type: "echoBarrier"; readonly memberId: number; readonly token: number }
  | {
      readonly type: "refuse";
      readonly memberId: number;
      readonly code: RefusalCode;
      readonly reason: string;
    }
  | { readonly type: "sendAway"; readonly memberId: number };

/** Whoever brings what has no author here: nobody is left out of those who get it. */
export const SERVER_MEMBER = 0;
/** Messages that no honest client sends, after which a connection is closed. */
const MAX_STRIKES = 50;
/** Refused to people whose page did nothing wrong. */
const HONEST_REFUSALS = new Set<RefusalCode>(["read-only", "resync", "locked", "step-forbids"]);
const NONE: readonly RoomEffect[] = [];

/** A room as it stands on disk after `seq`, with nobody in it. */
export function roomState(known: Known, seq: number): RoomState {
  return {
    known,
    seq,
    committedSeq: seq,
    members: new Map(),
    pending: [],
    barriers: [],
    readonly: false,
  };
}

/** One event in, the effects to run out, in their order. Touches nothing but `state`. Rules R1 to R9 of SPEC.md. */
export function reduce(state: RoomState, event: RoomEvent): readonly RoomEffect[] {
  if (event.type === "committed") return committed(state, event.throughSeq);
  if (event.type === "commitFailed") return commitFailed(state);
  if (event.type === "storageReturned") return storageReturned(state, event);
  if (event.type === "joined") {
    const { memberId, actorId, access } = event;
    state.members.set(memberId, {
      actorId,
      access,
      waitsForSeq: 0,
      withheld: false,
      heldToken: null,
      strikes: 0,
    });
    return [{ type: "askState", memberId }];
  }
  const member = state.members.get(event.memberId);
  if (member === undefined) return NONE;
  switch (event.type) {
    case "left":
      state.members.delete(event.memberId);
      return NONE;
    case "access":
      member.access = event.access;
      // What was refused is asked for again: now it may be taken.
      return member.withheld && event.access.kind !== "none"
        ? [{ type: "askState", memberId: event.memberId }]
        : NONE;
    case "step1":
      return [{ type: "sendState", memberId: event.memberId, stateVector: event.stateVector }];
    case "update":
      return update(state, member, event);
    case "barrier":
      return barrier(state, event.memberId, member, event.token);
    case "unreadable":
      return refuseMember(event.memberId, member, event.code, "not readable", true);
  }
}

function update(
  state: RoomState,
  member: Member,
  { memberId, bytes, isStep2, mayBind, judgement }: Extract<RoomEvent, { readonly type: "update" }>,
): readonly RoomEffect[] {
  if (state.readonly && member.access.kind !== "none") {
    return refuseMember(memberId, member, "server-readonly", "storage takes no writes", false);
  }
  const { actorId, access } = member;
  const admission = admit(state.known, { actorId, access, mayBind }, bytes, judgement);
  if (admission.kind === "unjudged")
    return [{ type: "judge", memberId, actorId, access, bytes: admission.bytes }];
  const keptBytes = admission.kind === "admitted" ? admission.bytes.byteLength : 0;
  const spent: RoomEffect = { type: "spent", memberId, parts: admission.parts, keptBytes };
  if (admission.kind === "refused") {
    const { code, reason } = admission;
    return [spent, ...refuseMember(memberId, member, code, reason, !HONEST_REFUSALS.has(code))];
  }
  const effects: RoomEffect[] = [spent];
  if (admission.kind === "admitted") {
    effects.push(append(state, memberId, actorId, admission));
    member.waitsForSeq = state.seq;
  }
  if (isStep2 && member.withheld) {
    member.withheld = false;
    if (member.heldToken !== null) {
      effects.push(...barrier(state, memberId, member, member.heldToken));
      member.heldToken = null;
    }
  }
  return effects;
}

function append(
  state: RoomState,
  memberId: number,
  actorId: string,
  { bytes, newClients }: { readonly bytes: Uint8Array; readonly newClients: readonly number[] },
): RoomEffect {
  const seq = ++state.seq;
  state.pending.push({ seq, memberId, bytes });
  return { type: "append", seq, actorId, bytes, newClients };
}

/** Who writes through the server, and what of the plan they may write at this moment. */
export interface ServerWriter {
  readonly actorId: string;
  readonly access: PlanAccess;
}

/**
 * Admits these updates in their order, in the name of somebody who need not be in the room, up to the first that is no sound continuation.
 * For who writes a part of the plan only, the document was asked about each of them with this access, and let it pass. Returns the effects
 * of what was admitted, and why the rest was not.
 */
export function write(
  state: RoomState,
  { actorId, access }: ServerWriter,
  updates: readonly Uint8Array[],
): { readonly effects: readonly RoomEffect[]; readonly refusal: RefusalCode | null } {
  if (state.readonly) return { effects: NONE, refusal: "server-readonly" };
  const effects: RoomEffect[] = [];
  const mayBind = () => true;
  for (const bytes of updates) {
    const judgement = { access, bytes, refusal: null };
    const admission = admit(state.known, { actorId, access, mayBind }, bytes, judgement);
    // The server writes nothing of which a part is known.
    if (admission.kind === "unjudged") return { effects, refusal: "resync" };
    if (admission.kind === "refused") return { effects, refusal: admission.code };
    if (admission.kind === "admitted") effects.push(append(state, SERVER_MEMBER, actorId, admission));
  }
  return { effects, refusal: null };
}

function refuseMember(
  memberId: number,
  member: Member,
  code: RefusalCode,
  reason: string,
  isStrike: boolean,
): readonly RoomEffect[] {
  member.withheld = true;
  const refusal: RoomEffect = { type: "refuse", memberId, code, reason };
  if (isStrike && ++member.strikes > MAX_STRIKES) return [refusal, { type: "sendAway", memberId }];
  return code === "resync" ? [refusal, { type: "askState", memberId }] : [refusal];
}

function barrier(state: RoomState, memberId: number, member: Member, token: number): readonly RoomEffect[] {
  if (member.withheld) {
    member.heldToken = token;
    return NONE;
  }
  if (member.waitsForSeq <= state.committedSeq) return [{ type: "echoBarrier", memberId, token }];
  state.barriers.push({ seq: member.waitsForSeq, memberId, token });
  return NONE;
}

function committed(state: RoomState, throughSeq: number): readonly RoomEffect[] {
  state.committedSeq = throughSeq;
  const ready = state.pending.filter((pending) => pending.seq <= throughSeq);
  state.pending = state.pending.slice(ready.length);
  const effects: RoomEffect[] = [];
  if (ready.length > 0) effects.push({ type: "forward", updates: ready });
  const waiting: typeof state.barriers = [];
  for (const entry of state.barriers) {
    if (entry.seq > throughSeq) waiting.push(entry);
    else if (state.members.has(entry.memberId)) {
      effects.push({ type: "echoBarrier", memberId: entry.memberId, token: entry.token });
    }
  }
  state.barriers = waiting;
  return effects;
}

/**
 * What waited is refused to those who sent it: it comes again with their next step 2, and is nothing new when it is on disk after all.
 * Nothing of it was shown to anyone.
 */
function commitFailed(state: RoomState): readonly RoomEffect[] {
  state.readonly = true;
  state.pending = [];
  for (const entry of state.barriers) {
    const member = state.members.get(entry.memberId);
    if (member !== undefined) member.heldToken = entry.token;
  }
  state.barriers = [];
  const effects: RoomEffect[] = [];
  for (const [memberId, member] of state.members) {
    if (member.waitsForSeq > state.committedSeq) member.withheld = true;
    if (member.access.kind === "none") continue;
    effects.push({ type: "refuse", memberId, code: "server-readonly", reason: "storage takes no writes" });
  }
  return effects;
}

/** Starts again from what is on disk, shows what nobody saw of it, and asks everybody for what they have beyond it. */
function storageReturned(
  state: RoomState,
  { known, seq, unseen }: Extract<RoomEvent, { type: "storageReturned" }>,
): readonly RoomEffect[] {
  state.readonly = false;
  state.known = known;
  state.seq = seq;
  state.committedSeq = seq;
  const effects: RoomEffect[] = [];
  // Its author too: their page may be another one by now.
  if (unseen.length > 0)
    effects.push({
      type: "forward",
      updates: unseen.map((bytes) => ({ memberId: SERVER_MEMBER, bytes })),
    });
  for (const [memberId, member] of state.members) {
    member.waitsForSeq = 0;
    effects.push({ type: "askState", memberId });
  }
  return effects;
}
