import type { PlanAccess, WritingRules } from "@planwand/shared/access/plan-access.ts";
import { ok, refuse, type Result } from "@planwand/shared/kernel/result.ts";
import { StorageUnavailable } from "../storage/port.ts";
import { isSameAccess } from "./admission.ts";
import type { Author } from "./author.ts";
import { type RoomEffect, type RoomEvent, type RoomState, reduce, write } from "./room-core.ts";
import type { RoomJudge } from "./room-judge.ts";
import { ServerWrites } from "./server-writes.ts";
import { type AccessRefusal, isPart, type PartAccess } from "./write-access.ts";

type Update = Extract<RoomEvent, { readonly type: "update" }>;
type Question = Extract<RoomEffect, { readonly type: "judge" }>;

/** What the server wrote in a room. */
export interface Written {
  /** Resolves with whether it came to the disk. */
  readonly isOnDisk: Promise<boolean>;
}

export interface WritingPorts {
  readonly state: RoomState;
  readonly judge: RoomJudge;
  /** What the workshop says at this moment. */
  readonly rules: () => WritingRules | null;
  /** Runs an effect, and returns what it cost in parts. */
  readonly perform: (effect: RoomEffect) => number;
  /** Nothing is taken any more. */
  readonly isEnded: () => boolean;
}

/**
 * How updates come into a room, over a socket or through the server: whoever writes a part of the plan only is judged on the document
 * first, and what is judged is admitted on what the room is by then. Rules R80 to R85 of SPEC.md.
 */
export class Writing {
  readonly #ports: WritingPorts;
  readonly #writes = new ServerWrites();
  /** How many write through the server at this moment. */
  #writers = 0;

  constructor(ports: WritingPorts) {
    this.#ports = ports;
  }

  /** Whether somebody writes through the server. */
  get isBusy(): boolean {
    return this.#writers > 0;
  }

  /**
   * Takes an update from a socket, and returns what it cost in parts; a promise when the document is asked about it first. `isGone`: its
   * sender was sent away.
   */
  receive(event: Update, isGone: () => boolean): number | Promise<number> {
    const first = this.#update(event);
    if (typeof first === "number") return first;
    const { judge, isEnded } = this.#ports;
    return judge.inTurn(async () => {
      for (let asked: Question | number = first; ;) {
        if (typeof asked === "number") return asked;
        const { actorId, access, bytes } = asked;
        if (!isPart(access)) throw new Error("only who writes a part is judged");
        const refusal = await judge.judge([bytes], { actorId, access });
        if (isEnded() || isGone()) return 0;
        asked = this.#update({ ...event, judgement: { access, bytes, refusal } });
      }
    });
  }

  /** Runs an update and returns what it cost, unless the document is to be asked about it first: then this tells what. */
  #update(event: Update): number | Question {
    let parts = 0;
    for (const effect of reduce(this.#ports.state, event)) {
      if (effect.type === "judge") return effect;
      parts += this.#ports.perform(effect);
    }
    return parts;
  }

  /** Why this author may not write all of these updates, in their order, now; null when they may. Writes nothing. */
  judge({ actorId, accessBy }: Author, updates: readonly Uint8Array[]): Promise<AccessRefusal | null> {
    const { judge, rules } = this.#ports;
    return this.#busy(async () => {
      const access = accessBy(rules());
      if (access.kind === "all") return null;
      if (access.kind === "none") return notNow(access.code);
      return judge.inTurn(async () => {
        const refusal = await judge.judge(updates, { actorId, access });
        if (updates.length > 1) judge.drop();
        return refusal;
      });
    });
  }

  /**
   * Admits what the server writes for somebody, or nothing of it when they may not write all, under the same rules as what comes over a socket, at the moment at
   * which it is written. Everybody hears of it once it is on disk.
   * @throws StorageUnavailable, and Error when an update is no sound continuation of the plan
   */
  write(author: Author, updates: readonly Uint8Array[]): Promise<Result<Written, AccessRefusal>> {
    const { judge, rules } = this.#ports;
    return this.#busy(async () => {
      for (;;) {
        const access = author.accessBy(rules());
        if (access.kind === "none") return refuse(notNow(access.code));
        if (access.kind === "all") return ok(this.#admitAll(author.actorId, access, updates));
        const done = await judge.inTurn(() => this.#writePart(author, access, updates));
        if (done !== null) return done;
      }
    });
  }

  /** What was admitted up to and with this number is on disk. */
  committed(throughSeq: number): void {
    this.#writes.settle((seq) => (seq <= throughSeq ? true : null));
  }

  /** Nothing but what is on disk by now, which ends with this number, comes there. */
  decided(throughSeq: number): void {
    this.#writes.settle((seq) => seq <= throughSeq);
  }

  /** Null when what the author may write became another thing meanwhile. */
  async #writePart(
    { actorId, accessBy }: Author,
    access: PartAccess,
    updates: readonly Uint8Array[],
  ): Promise<Result<Written, AccessRefusal> | null> {
    const { judge, rules } = this.#ports;
    const refusal = await judge.judge(updates, { actorId, access });
    const isStill = isSameAccess(accessBy(rules()), access);
    if (refusal === null && isStill) return ok(this.#admitAll(actorId, access, updates));
    if (updates.length > 1) judge.drop();
    return refusal === null ? null : refuse(refusal);
  }

  #admitAll(actorId: string, access: PlanAccess, updates: readonly Uint8Array[]): Written {
    const { state, judge, perform, isEnded } = this.#ports;
    if (isEnded()) throw new Error("the plan was erased");
    const { effects, refusal } = write(state, { actorId, access }, updates);
    for (const effect of effects) perform(effect);
    if (refusal !== null) {
      judge.drop();
      if (refusal === "server-readonly") throw new StorageUnavailable("storage takes no writes");
      throw new Error(`the plan does not take this update: ${refusal}`);
    }
    const { seq, committedSeq } = state;
    return { isOnDisk: seq === committedSeq ? Promise.resolve(true) : this.#writes.outcomeOf(seq) };
  }

  async #busy<T>(work: () => Promise<T>): Promise<T> {
    this.#writers++;
    try {
      return await work();
    } finally {
      this.#writers--;
    }
  }
}

function notNow(code: AccessRefusal["code"]): AccessRefusal {
  return { code, reason: "nothing of the plan may be written now", entries: [] };
}
