import type { ChainedEvent } from "@planwand/shared/journal/chain.ts";
import type { Database } from "./database.ts";

/** Adding events, which both making a plan and its journal need; call inside a transaction. */
export class EventWrites {
  readonly #insert;
  readonly #upsertHead;

  constructor(db: Database) {
    this.#insert = db.prepare(
      `INSERT INTO events (plan, seq, at, actor, command, type, body, content, salt, digest, prev, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#upsertHead = db.prepare(
      "INSERT INTO journal_heads (plan, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
    );
  }

  /** Adds events behind those of the plan with this number in the database. */
  events(plan: number | bigint, events: readonly ChainedEvent[]): void {
    for (const event of events) {
      const { seq, at, actor, command, type, body, content, salt, digest, prev, hash } = event;
      this.#insert.run(plan, seq, at, actor, command, type, body, content, salt, digest, prev, hash);
    }
    const last = events.at(-1);
    if (last !== undefined) this.#upsertHead.run(plan, last.seq, last.hash);
  }
}
