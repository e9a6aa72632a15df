import type { Actor, KeyOrigin, Role } from "@planwand/shared/access/role.ts";
import type { ChainedEvent, ChainHead } from "@planwand/shared/journal/chain.ts";
import type { Hidden, HiddenChange } from "@planwand/shared/workshop/hidden.ts";

/**
 * Everything durable, behind one port. Each method is one transaction, and every call settles. When its promise resolves, the data is on
 * disk (power-cut safe). When it rejects the outcome is **unknown**: all of it is on disk, or comes there yet, or nothing ever. That is
 * decided once `probe` has resolved, and reading then tells which (S40). Contract tests: test/contracts.
 */
export interface Storage {
  readonly plans: PlanStore;
  readonly log: UpdateLog;
  readonly events: EventLog;
  readonly snapshots: SnapshotStore;
  readonly workshops: WorkshopStore;
  readonly feeds: FeedStore;
  readonly access: AccessStore;
  /**
   * Writes and removes one small row: whether storage takes writes again. When it resolves, nothing of a call that was rejected before
   * comes to the disk any more. @throws StorageUnavailable
   */
  probe(): Promise<void>;
  /** How many bytes may still be stored; infinite where nobody can tell. */
  freeBytes(): Promise<number>;
  /**
   * Rewrites what is stored, so that no byte of what was deleted or erased stays anywhere in the data folder. Takes time in proportion
   * to all that is stored, and nothing is written meanwhile. @throws StorageUnavailable, also when the disk has no room for it
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** The disk is full, read-only or broken, or the database cannot be reached. Whether anything was written is unknown. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}

/** A snapshot's bytes are not those that were kept. */
export class SnapshotDamaged extends Error {
  override readonly name = "SnapshotDamaged";
}

export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly deletedAt: number | null;
}

/** Everything that comes into being with a plan, in one transaction. */
export interface NewPlan {
  readonly plan: PlanRow;
  readonly seed: {
    readonly state: Uint8Array;
    readonly clientIds: readonly number[];
    readonly actorId: string;
  };
  /** How the journal begins: what the template says was said and decided. */
  readonly events: readonly ChainedEvent[];
  readonly keys: readonly NewKey[];
  readonly owner: { readonly actor: ActorRow; readonly sessionId: string; readonly keyId: string };
}

export interface PlanStore {
  /** The plan, its seed as update 1, the beginning of its journal, its five keys and its owner. One that is there stays as it is. */
  create(plan: NewPlan, session: SessionRow | null): Promise<void>;
  get(planId: string): Promise<PlanRow | null>;
  /** Keeps the plan's title for lists and joining; the document's title is the truth. */
  setTitle(planId: string, title: string): Promise<void>;
  /** From now on nobody is let in. */
  close(planId: string, at: number): Promise<void>;
  /**
   * Deletes a plan with all that belongs to it, and the sessions that opened nothing else. What stays is that a plan of this id is gone,
   * by a hash of the id, and which secrets opened it, by hashes of both, for those to whom it is told.
   */
  erase(planId: string, at: number): Promise<void>;
  /** Plans that were closed and of which the rest is still there: their erasing was cut short. */
  closed(): Promise<string[]>;
  /** Whether there was a plan of this id that was erased, and that a key or session with a secret of this hash opened. */
  wasErased(planId: string, secretHash: string): Promise<boolean>;
  /** The ids of all plans that are open. */
  ids(): Promise<string[]>;
}

/** One admitted update, as it came. `seq` counts 1, 2, 3… within its plan. */
export interface UpdateRow {
  readonly planId: string;
  readonly seq: number;
  readonly actorId: string;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A client id of the Yjs document and the actor to whom it belongs for ever. */
export interface ClientBinding {
  readonly planId: string;
  readonly clientId: number;
  readonly actorId: string;
}

export interface Checkpoint {
  readonly planId: string;
  /** The last update that is in `state`. */
  readonly seq: number;
  readonly state: Uint8Array;
  readonly sha256: string;
}

/** Updates with numbers without a gap, packed as `packUpdates` does. */
export interface PackedRun {
  readonly firstSeq: number;
  readonly packed: Uint8Array;
}

/** A part of a plan's log. */
export interface LogSlice {
  readonly runs: readonly PackedRun[];
  /** Nothing follows. */
  readonly isLast: boolean;
}

export interface UpdateLog {
  /**
   * Group commit: updates of any number of plans and the client ids they bind, in one transaction.
   * @throws StorageUnavailable; then all of it is stored or nothing. A `seq` that exists already is a broken invariant and throws.
   */
  append(updates: readonly UpdateRow[], bindings: readonly ClientBinding[]): Promise<void>;
  /** Updates after `afterSeq`, in order. */
  read(planId: string, afterSeq: number): Promise<UpdateRow[]>;
  /**
   * The updates after `afterSeq` as they are stored, for whoever unpacks them elsewhere (`packed-updates.ts`): as many as fit in
   * `maxBytes`, at least one run. The first run may begin before.
   */
  slice(planId: string, afterSeq: number, maxBytes: number): Promise<LogSlice>;
  /** The number of the last update; 0 for a plan without any. */
  lastSeq(planId: string): Promise<number>;
  bindings(planId: string): Promise<ClientBinding[]>;
  /** Puts updates in place of those of the same numbers, and lets go of the checkpoints: they hold what was there before. */
  rewrite(planId: string, updates: readonly UpdateRow[]): Promise<void>;
  /** The newest checkpoint whose hash is right; a damaged one is passed over. */
  checkpoint(planId: string): Promise<Checkpoint | null>;
  /** Keeps this checkpoint and the one before it. */
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
}

/** What goes from a plan's past, and what comes in its place. */
export interface Trim {
  /** Stands for all updates up to and with its own number, which go. */
  readonly base: UpdateRow;
  /** The only checkpoint from now on. */
  readonly checkpoint: Checkpoint;
  /** The ids of snapshots that go. */
  readonly snapshots: readonly string[];
}

/** What happens to a journal at once. */
export interface JournalWrite {
  readonly planId: string;
  readonly events: readonly ChainedEvent[];
  /** The numbers of events whose content and salt go. */
  readonly erase: readonly number[];
  /** Actors whose name and circle go, and the names of the keys that they made; their sessions are in this plan no more. */
  readonly anonymise: readonly string[];
  /** Snapshots that these events take: kept with them or not at all, and never changed. */
  readonly snapshots: readonly SnapshotRow[];
  /** What goes of the plan's past with these events. */
  readonly trim?: Trim | null;
  /** What else of a workshop changes with these events; the events may be none. */
  readonly workshop?: WorkshopWrite;
}

export interface WorkshopWrite {
  readonly hidden: readonly HiddenChange[];
  /** The joining code of a session that begins, and the key with which it lets people in. */
  readonly code: (Omit<JoinCodeRow, "keyId" | "planId"> & { readonly key: NewKey }) | null;
  /** Another code for a session that has one; the one before lets nobody in any more. */
  readonly renewed?: Pick<JoinCodeRow, "code" | "session">;
  /** The session that ends: its code lets nobody in any more. */
  readonly ended: string | null;
}

/** The code with which people join a workshop while it goes on. */
export interface JoinCodeRow {
  readonly code: string;
  readonly planId: string;
  readonly session: string;
  readonly keyId: string;
}

/** What of workshops is no event: it goes with them, and nobody reads it from the journal. */
export interface WorkshopStore {
  /** Everything in this plan that is hidden, in the order in which it came. */
  hidden(planId: string): Promise<Hidden[]>;
  /** The workshop that this code lets into; null for none. */
  byCode(code: string): Promise<JoinCodeRow | null>;
  codeOf(planId: string, session: string): Promise<string | null>;
  /** Every code of so many characters. */
  codesOfLength(length: number): Promise<JoinCodeRow[]>;
}

/** The whole state of a plan at one moment, as one V1 update. */
export interface SnapshotRow {
  readonly id: string;
  /** The last update of the plan and the last event of the journal that belong to it. */
  readonly planSeq: number;
  readonly journalSeq: number;
  readonly at: number;
  /** Of `state`, hex. */
  readonly sha256: string;
  readonly state: Uint8Array;
}

export interface SnapshotStore {
  /** @throws SnapshotDamaged when its hash is wrong */
  get(planId: string, id: string): Promise<SnapshotRow | null>;
  /**
   * The plans with updates after their last snapshot, or else the beginning of their log, of which that is older than `before`, oldest
   * plan first.
   */
  changedSince(before: number): Promise<string[]>;
}

/** The journal of each plan: append-only, but for what is erased. */
export interface EventLog {
  /** @throws when a number, a command of the same actor or a snapshot is stored already: a broken invariant */
  append(write: JournalWrite): Promise<void>;
  /** Events after `afterSeq`, in order. */
  read(planId: string, afterSeq: number): Promise<ChainedEvent[]>;
  /** The last event's number and hash, kept apart from the events; number 0 for a journal without any. */
  head(planId: string): Promise<ChainHead>;
}

export interface NewKey {
  readonly id: string;
  readonly planId: string;
  readonly role: Role;
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  /** How many people it lets in; null for any number. */
  readonly maxUses: number | null;
  /** What people call it; empty for none. */
  readonly name: string;
  readonly origin: KeyOrigin;
  /** The actor who made it by hand; null when nobody did, or when that was not kept yet. */
  readonly maker: string | null;
}

export interface KeyRow extends NewKey {
  readonly uses: number;
  /** About when somebody last came in with it (ms since 1970); null for never, or when that was not kept yet. */
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}

export interface ActorRow extends Actor {
  readonly planId: string;
  readonly createdAt: number;
}

export interface SessionRow {
  readonly id: string;
  /** SHA-256 of the cookie's secret, hex. */
  readonly hash: string;
  /** Of the secret before it, until this one is seen; else null. */
  readonly spentHash: string | null;
  /** Whether the secret is in the cookie of https. */
  readonly isHostBound: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** About when it was last used. */
  readonly usedAt: number;
}

/** An actor in a plan together with the keys that let it in. */
export interface Membership {
  readonly actor: ActorRow;
  readonly keys: readonly KeyRow[];
}

/** Somebody who came in with a key and did not leave since. */
export interface KeyUser {
  readonly keyId: string;
  readonly actor: ActorRow;
}

/** A plan that a session can open, or could before its keys ended. */
export interface PlanMembership extends Membership {
  readonly plan: PlanRow;
}

export interface AccessStore {
  keyByHash(hash: string): Promise<KeyRow | null>;
  keysOf(planId: string): Promise<KeyRow[]>;
  /** A key of this id that is there stays as it is. */
  addKey(key: NewKey): Promise<void>;
  /** Who came into the plan with which key, first come first; somebody who used two keys is there twice. */
  keyUsers(planId: string): Promise<KeyUser[]>;
  /** Returns whether the key exists in this plan. */
  renameKey(planId: string, keyId: string, name: string): Promise<boolean>;
  /** Keeps about when a key was last used by a script. */
  noteKeyUse(keyId: string, at: number): Promise<void>;
  /** Returns whether the key exists in this plan; one that was withdrawn before stays so since then. */
  revokeKey(planId: string, keyId: string, at: number): Promise<boolean>;
  session(sessionId: string): Promise<SessionRow | null>;
  /** The session with this hash, or with this one as the one before it. */
  sessionByHash(hash: string): Promise<SessionRow | null>;
  /** Keeps how and when a session is used; nothing when it has another secret by now, or has ended. */
  noteUse(session: SessionRow): Promise<void>;
  deleteSession(sessionId: string): Promise<void>;
  membership(planId: string, sessionId: string): Promise<Membership | null>;
  /** Every plan in which the session acts, newest first. */
  memberships(sessionId: string): Promise<PlanMembership[]>;
  /** Everybody who came into the plan with a browser, first come first. */
  members(planId: string): Promise<Membership[]>;
  /** The sessions that a key of this role let into the plan which opens it at that moment, each once. */
  sessionsWithRole(planId: string, role: Role, at: number): Promise<Pick<SessionRow, "id" | "expiresAt">[]>;
  actor(planId: string, actorId: string): Promise<ActorRow | null>;
  /**
   * Keeps the session, which acts in the plan as `actor` from now on, let in by `keyId`; counts one use of the key, at the time of the session's. Repeating it changes
   * names only. False, and nothing changed, when the key was used as often as it may be.
   */
  join(session: SessionRow, actor: ActorRow, keyId: string): Promise<boolean>;
  /** Whoever acts in the plan with this session is called so from now on. Returns whether anybody does. */
  introduce(planId: string, sessionId: string, as: Pick<Actor, "name" | "circle">): Promise<boolean>;
  /** An actor for scripts that come with a bearer key: no session. */
  saveActor(actor: ActorRow): Promise<void>;
}

/** An address by which calendar programs follow a plan; only the hash of its secret is kept. */
export interface FeedRow {
  readonly id: string;
  readonly planId: string;
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

export interface FeedStore {
  /** Keeps a new address; a withdrawn one cannot be added. One of this id that is there stays as it is. */
  add(feed: FeedRow): Promise<void>;
  byHash(hash: string): Promise<FeedRow | null>;
  /** Oldest first, withdrawn ones too. */
  ofPlan(planId: string): Promise<FeedRow[]>;
  /** Returns whether the address exists in this plan; one that was withdrawn before stays so since then. */
  revoke(planId: string, id: string, at: number): Promise<boolean>;
}
