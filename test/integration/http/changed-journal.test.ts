import { join as joinPath } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { checkJournals } from "@planwand/server/check-journals.ts";
import { expect, test } from "vitest";
import { freshId, giveCommand } from "../../builders/commands.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";
import { createPlan, join, startServer } from "../../builders/server.ts";

const TEXTS = ["actor", "command", "type", "body", "content", "salt", "digest", "prev", "hash"] as const;
const NUMBERS = ["plan", "seq", "at"] as const;

/** The data folder of a stopped server with two plans, words withdrawn and a name made anonymous among them. */
async function wholeJournal(): Promise<string> {
  const server = await startServer();
  await createPlan(server.url, { template: "blank" });
  const plan = await createPlan(server.url, { template: "example" });
  const at = { url: server.url, planId: plan.plan.id };
  const { cookie, actor } = await join(server.url, plan.keys.participant, "Piet");
  const [comment, anchor] = [freshId(), { kind: "plan", id: "plan" } as const];
  await giveCommand({ ...at, cookie }, { type: "comment.add", comment, anchor, text: "Eén woord" });
  await giveCommand({ ...at, cookie }, { type: "comment.withdraw", comment });
  await giveCommand({ ...at, cookie: plan.cookie }, { type: "member.anonymise", member: actor.id });
  await server.stop();
  return server.dataDir;
}

test("[J15] verify-journal finds every change of one byte of the table of events", async () => {
  const directory = await wholeJournal();
  const { plans, events, faults } = checkJournals(directory);
  expect([plans, faults]).toEqual([2, []]);
  expect(events).toBeGreaterThan(20);

  const db = new DatabaseSync(joinPath(directory, "planwand.sqlite"), { enableForeignKeyConstraints: false });
  // What the disk does to a file asks no constraint.
  db.exec("PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON");
  const random = seeded(SEED);
  const isTurn = (): boolean => random() < cases(1_000, 0.03) / 1_000;
  const unseen: string[] = [];
  let looked = 0;
  const look = (change: string, place: string): void => {
    looked++;
    if (checkJournals(directory).faults.length === 0) unseen.push(`${change} at ${place}`);
  };
  const keys = db.prepare("SELECT plan, seq FROM events").all() as { plan: number; seq: number }[];
  for (const { plan, seq } of keys) {
    const where = `plan ${String(plan)}, event ${String(seq)}`;
    for (const column of TEXTS) {
      const read = db.prepare(
        `SELECT CAST(${column} AS BLOB) AS held FROM events WHERE plan = ? AND seq = ?`,
      );
      const held = read.get(plan, seq)?.["held"];
      if (!(held instanceof Uint8Array)) continue;
      const write = db.prepare(
        `UPDATE OR IGNORE events SET ${column} = CAST(? AS TEXT) WHERE plan = ? AND seq = ?`,
      );
      for (let byte = 0; byte < held.length; byte++) {
        if (!isTurn()) continue;
        const bit = Math.floor(random() * 8);
        write.run(
          held.map((value, index) => (index === byte ? value ^ (1 << bit) : value)),
          plan,
          seq,
        );
        look(`${column}, byte ${String(byte)}, bit ${String(bit)}`, where);
        write.run(held, plan, seq);
      }
    }
    for (const column of NUMBERS) {
      const read = db.prepare(`SELECT ${column} AS held FROM events WHERE plan = ? AND seq = ?`);
      const held = Number(read.get(plan, seq)?.["held"]);
      for (let bit = 0; bit < 48; bit++) {
        if (!isTurn()) continue;
        const other = Number(BigInt(held) ^ (1n << BigInt(bit)));
        const write = db.prepare(
          `UPDATE OR IGNORE events SET ${column} = ? WHERE plan = ? AND seq = ? AND ${column} = ?`,
        );
        // A number that another event has already cannot be written: then nothing was changed.
        if (write.run(other, plan, seq, held).changes === 0) continue;
        look(`${column}, bit ${String(bit)}`, where);
        const [atPlan, atSeq] = [column === "plan" ? other : plan, column === "seq" ? other : seq];
        write.run(held, atPlan, atSeq, other);
      }
    }
  }
  db.close();
  expect(unseen).toEqual([]);
  expect(looked).toBeGreaterThan(100);
  expect(checkJournals(directory).faults).toEqual([]);
});
