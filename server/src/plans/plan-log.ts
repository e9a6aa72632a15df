import * as Y from "yjs";
import { unpackUpdates } from "../storage/packed-updates.ts";
import type { Checkpoint, LogSlice } from "../storage/port.ts";
import type { Ask } from "../tasks/serve.ts";
import type { LoggedUpdate, LogQuestion } from "./document-task.ts";

/** The log of a plan, seen from a thread: it comes in slices, so that nobody holds all of it. */
export class PlanLog {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  checkpoint(): Promise<Checkpoint | null> {
    return this.#get({ checkpoint: true });
  }

  /** The updates after a number, in order, slice by slice. */
  async *after(seq: number): AsyncGenerator<readonly LoggedUpdate[]> {
    for (let last = seq, isLast = false; !isLast;) {
      const slice: LogSlice = await this.#get({ after: last });
      const rows = slice.runs.flatMap(({ firstSeq, packed }) => unpackUpdates("", firstSeq, packed));
      const updates = rows.filter((row) => row.seq > last);
      isLast = slice.isLast || updates.length === 0;
      last = updates.at(-1)?.seq ?? last;
      if (updates.length > 0) yield updates;
    }
  }

  /** Fills `doc` with the plan as it stands, or as it was after `through`; the last update that is in it, null for none. */
  async fill(doc: Y.Doc, through = Infinity): Promise<{ readonly seq: number; readonly at: number } | null> {
    const checkpoint = await this.checkpoint();
    let last: { readonly seq: number; readonly at: number } | null = null;
    if (checkpoint !== null && checkpoint.seq < through) {
      Y.applyUpdate(doc, checkpoint.state);
      last = { seq: checkpoint.seq, at: 0 };
    }
    for await (const updates of this.after(last?.seq ?? 0)) {
      const wanted = updates.filter(({ seq }) => seq <= through);
      applyAll(doc, wanted);
      last = wanted.at(-1) ?? last;
      if (wanted.length < updates.length) break;
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error("the log has a gap");
    return last;
  }

  #get<Reply>(question: LogQuestion): Promise<Reply> {
    // The server answers what it was asked.
    return this.#ask(question) as Promise<Reply>;
  }
}

/** Applies updates in order, as one transaction. */
export function applyAll(doc: Y.Doc, updates: readonly Pick<LoggedUpdate, "bytes">[]): void {
  Y.transact(doc, () => {
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  });
}
