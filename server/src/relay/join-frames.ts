import { encodeSyncStep2, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { deflatedFrame, frame, updateFrames } from "./frame.ts";
import { coversVector } from "./state-vector.ts";
import type { Tail } from "./checkpoint-due.ts";
import type { StoredPlan } from "./stored-plan.ts";

/** An update that holds nothing: closes a join, after which a client may call itself synchronised. */
const NOTHING = frame(encodeSyncStep2(new Uint8Array([0, 0])));
/** Below this many bytes a compressed copy is not worth keeping. */
const DEFLATE_FROM_BYTES = 1024;

interface TailPart {
  /** The last update in `framed`, and how many there are. */
  readonly seq: number;
  readonly updates: number;
  readonly framed: Buffer;
}

/**
 * The answer to a step 1, ready framed: a snapshot and the updates after it. Never merged to answer a join.
 */
export class JoinFrames {
  readonly #seq: number;
  readonly #plain: Buffer;
  readonly #deflated: Buffer;
  readonly #vector: ReadonlyMap<number, number>;
  readonly #deletes: Buffer;
  #tail: TailPart[] = [];
  #tailUpdates = 0;
  #tailBytes = 0;

  private constructor(stored: StoredPlan, plain: Buffer, deflated: Buffer) {
    this.#seq = stored.stateSeq;
    this.#plain = plain;
    this.#deflated = deflated;
    this.#vector = stored.stateVector;
    this.#deletes = frame(encodeSyncUpdate(stored.stateDeletes));
    for (const { seq, bytes } of stored.tail) this.append(seq, 1, updateFrames([bytes]));
  }

  static async of(stored: StoredPlan): Promise<JoinFrames> {
    const message = encodeSyncUpdate(stored.state);
    const plain = frame(message);
    const deflated = message.byteLength < DEFLATE_FROM_BYTES ? plain : await deflatedFrame(message);
    return new JoinFrames(stored, plain, deflated);
  }

  /** What came after the snapshot; bytes as they are framed. */
  get tail(): Tail {
    return { updates: this.#tailUpdates, bytes: this.#tailBytes };
  }

  /** Adds the frames of `updates` updates that are on disk, the last of which is `seq`. */
  append(seq: number, updates: number, framed: Buffer): void {
    this.#tail.push({ seq, updates, framed });
    this.#tailUpdates += updates;
    this.#tailBytes += framed.byteLength;
  }

  /** Takes over what `older` has beyond this snapshot. */
  continueFrom(older: JoinFrames): void {
    this.#tail = [];
    this.#tailUpdates = 0;
    this.#tailBytes = 0;
    for (const { seq, updates, framed } of older.#tail)
      if (seq > this.#seq) this.append(seq, updates, framed);
  }

  /**
   * All that a client with this state vector may lack, and then an empty step 2; null when the vector is unreadable. A client that has
   * every struct of the snapshot still gets its deletes: a state vector does not tell which of those it knows.
   */
  for(stateVector: Uint8Array, deflates: boolean): Buffer[] | null {
    const covers = coversVector(stateVector, this.#vector);
    if (covers === null) return null;
    const snapshot = covers ? this.#deletes : deflates ? this.#deflated : this.#plain;
    return [snapshot, ...this.#tail.map((entry) => entry.framed), NOTHING];
  }
}
