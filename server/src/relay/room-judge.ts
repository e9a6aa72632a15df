import type { Owners } from "./judge-task.ts";
import { JudgeBroke, JudgeClosed, type JudgeThread } from "./judge-thread.ts";
import type { Judges } from "./judges.ts";
import type { StoredPlan } from "./stored-plan.ts";
import type { AccessRefusal, PartWriter } from "./write-access.ts";

/** How long a thread is kept that nobody needs: steps come and go. */
const KEEP_MS = 30_000;
/** What could not be judged for a passing reason is asked for again after this long. */
const ASK_AGAIN_MS = 1_000;

/** Nothing of this plan can be judged for a while. */
export const UNBUILDABLE: AccessRefusal = {
  code: "plan-unbuildable",
  reason: "this plan cannot be judged",
  entries: [],
};
const NOT_READY: AccessRefusal = { code: "locked", reason: "not ready yet", entries: [] };

export interface RoomJudgePorts {
  readonly planId: string;
  readonly judges: Judges;
  readonly read: () => Promise<StoredPlan>;
  /** What was admitted and is not on disk yet. */
  readonly pending: () => readonly Uint8Array[];
  /** To whom each client id of the document belongs. */
  readonly owners: () => Owners;
  /** Nothing can be judged for a while: those of whom it is to be are told. */
  readonly broke: () => void;
  /** It can be again: whoever was refused is asked for it again. */
  readonly mended: () => void;
}

interface Admitted {
  readonly update: Uint8Array;
  readonly owners: Owners;
}

/** A document that is being kept: by `thread`, and before there is one by what it has to be told. */
interface Kept {
  thread: JudgeThread | null;
  readonly since: Admitted[];
}

/**
 * Says for one room whether an update keeps to what its writer may write. The document that this takes is in a thread of its own, read
 * from disk when it is first needed, kept in step with what is admitted, and let go of when nobody needs it.
 */
export class RoomJudge {
  readonly #ports: RoomJudgePorts;
  #kept: Kept | null = null;
  #ready: Promise<JudgeThread> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #isNeeded = false;
  #isClosed = false;
  #keepTimer: NodeJS.Timeout | undefined;
  #mendTimer: NodeJS.Timeout | null = null;

  constructor(ports: RoomJudgePorts) {
    this.#ports = ports;
  }

  /** Does one thing after the other: what is judged is admitted, or is not, before the next is judged. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Whether somebody is here who may write a part of the plan only: gets ready for them, or lets go when nobody is any more. */
  keep(isNeeded: boolean): void {
    this.#isNeeded = isNeeded;
    clearTimeout(this.#keepTimer);
    if (!isNeeded) this.#letGo();
    else if (this.#mendTimer === null) this.#started().catch(() => undefined);
  }

  #letGo(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.drop(), KEEP_MS);
    this.#keepTimer.unref();
  }

  admitted(update: Uint8Array, owners: Owners): void {
    if (this.#kept === null) return;
    const { thread, since } = this.#kept;
    if (thread === null) since.push({ update, owners });
    else thread.ask({ ask: "apply", update, owners }).catch(() => undefined);
  }

  /** Forgets the document: it holds what came to nothing, or nobody needs it. */
  drop(): void {
    clearTimeout(this.#keepTimer);
    const kept = this.#kept;
    this.#kept = null;
    this.#ready = null;
    kept?.thread?.close();
  }

  close(): void {
    this.#isClosed = true;
    if (this.#mendTimer !== null) clearTimeout(this.#mendTimer);
    this.drop();
  }

  /**
   * Why these updates, of which each continues those before it, write more than this person may now; null when none does. Call in turn;
   * after more than one, `drop` unless all of them are admitted.
   */
  async judge(updates: readonly Uint8Array[], writer: PartWriter): Promise<AccessRefusal | null> {
    try {
      return await this.#ask(updates, writer).catch((error: unknown) => {
        // Its thread had to go for that of another plan.
        if (error instanceof JudgeClosed && !this.#isClosed) return this.#ask(updates, writer);
        throw error;
      });
    } catch (error) {
      if (error instanceof JudgeBroke) return UNBUILDABLE;
      this.#mendIn(ASK_AGAIN_MS);
      return NOT_READY;
    } finally {
      if (!this.#isNeeded) this.#letGo();
    }
  }

  async #ask(updates: readonly Uint8Array[], writer: PartWriter): Promise<AccessRefusal | null> {
    const { judges, planId } = this.#ports;
    const thread = await this.#started();
    judges.used(planId, thread);
    const refusal = await thread.ask({ ask: "judge", updates, writer });
    judges.served(planId);
    return refusal;
  }

  #started(): Promise<JudgeThread> {
    if (this.#ready !== null) return this.#ready;
    const kept: Kept = {
      thread: null,
      since: this.#ports.pending().map((update) => ({ update, owners: [] })),
    };
    this.#kept = kept;
    this.#ready = this.#start(kept).catch((error: unknown) => {
      if (this.#kept === kept) this.drop();
      if (error instanceof JudgeBroke) this.#mendIn(this.#restMs);
      throw error;
    });
    return this.#ready;
  }

  async #start(kept: Kept): Promise<JudgeThread> {
    const { judges, planId, read, owners } = this.#ports;
    if (judges.restMs(planId) > 0) throw new JudgeBroke("the plan rests");
    const { state, tail } = await read();
    if (this.#kept !== kept) throw new JudgeClosed("nobody needs it any more");
    const thread = judges.start(planId, (error) => this.#ended(kept, error));
    const updates = [state, ...tail.map(({ bytes }) => bytes)];
    const built = thread.ask({ ask: "build", updates, owners: owners() });
    for (const { update, owners } of kept.since)
      thread.ask({ ask: "apply", update, owners }).catch(() => undefined);
    kept.thread = thread;
    await built;
    return thread;
  }

  #ended(kept: Kept, error: Error): void {
    if (this.#kept === kept) this.drop();
    if (!(error instanceof JudgeBroke) || this.#isClosed) return;
    this.#ports.broke();
    this.#mendIn(this.#restMs);
  }

  get #restMs(): number {
    const { judges, planId } = this.#ports;
    return Math.max(ASK_AGAIN_MS, judges.restMs(planId));
  }

  /** Asks again for what could not be judged, when somebody may be waiting for it. */
  #mendIn(ms: number): void {
    if (this.#mendTimer !== null || this.#isClosed) return;
    this.#mendTimer = setTimeout(() => {
      this.#mendTimer = null;
      if (this.#isNeeded) this.#started().then(this.#ports.mended, () => undefined);
    }, ms);
    this.#mendTimer.unref();
  }
}
