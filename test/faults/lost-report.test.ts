import { fileURLToPath } from "node:url";
import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { freshId, giveCommand } from "../builders/commands.ts";
import { sha256 } from "../builders/journal.ts";
import { cases, SEED } from "../builders/run-length.ts";
import { type CreatedPlan, createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { Typist } from "../builders/typist.ts";
import { WireClient } from "../builders/wire-client.ts";

/** Rounds on one plan, so that logs of some length are recovered too. */
const ROUNDS_A_PLAN = 20;
const ENTRY = fileURLToPath(import.meta.resolve("../builders/failing-server.ts"));

const marksOf = (doc: Y.Doc): string[] => [...doc.getMap("cells").keys()].toSorted();

/** People in one plan: three who write and say things, and one who only looks. */
interface Company {
  readonly typists: readonly Typist[];
  readonly reader: WireClient;
  readonly clients: readonly WireClient[];
  /** Comments that were answered. */
  readonly answered: ReadonlySet<string>;
  /** Resolves when everybody is silent and everything that they wrote was called saved. */
  stop(): Promise<void>;
  /** Resolves when the server is gone for everybody. */
  gone(): Promise<void>;
}

async function gather(server: RunningServer, plan: CreatedPlan, round: string): Promise<Company> {
  const { url } = server;
  const planId = plan.plan.id;
  const cookies = [plan.cookie];
  for (const name of ["Bram", "Carla"]) cookies.push((await join(url, plan.keys.editor, name)).cookie);
  const typists = await Promise.all(
    cookies.map((cookie, index) => Typist.start(`${round}-${String(index)}`, { url, planId, cookie })),
  );
  const { cookie } = await join(url, plan.keys.viewer, "Vera");
  const reader = await WireClient.join({ url, planId, cookie, journalAfter: 0 });
  const answered = new Set<string>();
  let isOver = false;

  /** Says one thing after the other, each as often as it takes to be answered, until told to stop or cut off. */
  async function talk(mine: string): Promise<void> {
    const anchor = { kind: "plan", id: "plan" } as const;
    while (!isOver) {
      const comment = freshId();
      const wish = { id: freshId(), type: "comment.add", comment, anchor, text: "Blijft" } as const;
      let answer: number | string = "";
      try {
        while (typeof answer !== "number") answer = await giveCommand({ url, planId, cookie: mine }, wish);
      } catch {
        return;
      }
      answered.add(comment);
    }
  }

  const talks = cookies.map(talk);
  const clients = [...typists.map(({ client }) => client), reader];
  return {
    typists,
    reader,
    clients,
    answered,
    async stop() {
      isOver = true;
      await Promise.all([...talks, ...typists.map((typist) => typist.stop())]);
    },
    async gone() {
      for (const client of clients) await client.until(() => client.closeCode !== null);
      isOver = true;
      await Promise.all(talks);
    },
  };
}

/** What is on disk, while nobody else has it open. */
async function onDisk(server: RunningServer, planId: string) {
  const disk = openSqlite({ directory: server.dataDir });
  const rows = await disk.log.read(planId, 0);
  const events = await disk.events.read(planId, 0);
  const head = await disk.events.head(planId);
  await disk.close();
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  expect(doc.store.pendingStructs).toBeNull();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  expect(verifyChain(events, head, sha256)).toEqual([]);
  const comments = events.flatMap(({ type, body }) =>
    type === "comment.added" ? [(JSON.parse(body) as { comment: string }).comment] : [],
  );
  expect(new Set(comments).size).toBe(comments.length);
  return { marks: new Set(marksOf(doc)), comments: new Set(comments), events };
}

test("[R70][J60] kill -9 during commits whose report is lost: no edit that only some see, none lost, no number left out, the chain holds", async () => {
  const server = await startServer({ entry: ENTRY, env: { FAULT_SEED: String(SEED), LOG_LEVEL: "silent" } });
  let plan = await createPlan(server.url, { template: "blank" });
  for (let round = 0; round < cases(200, 0.025); round++) {
    if (round % ROUNDS_A_PLAN === ROUNDS_A_PLAN - 1)
      plan = await createPlan(server.url, { template: "blank" });
    const planId = plan.plan.id;
    const name = `r${String(round).padStart(4, "0")}`;

    // Reports are lost, and nobody dies: in the end everybody has the same, whoever comes in too.
    const first = await gather(server, plan, `${name}a`);
    await first.reader.until(
      () => marksOf(first.reader.doc).filter((mark) => mark.startsWith(`${name}a`)).length > 20,
    );
    await first.stop();
    const saved = first.typists.flatMap((typist) => [...typist.saved]);
    const newcomer = await WireClient.join({
      url: server.url,
      planId,
      cookie: plan.cookie,
      journalAfter: 0,
    });
    const everybody = [...first.clients, newcomer];
    const all = new Set(everybody.flatMap(({ doc }) => marksOf(doc)));
    for (const mark of saved) expect(all).toContain(mark);
    for (const client of everybody) {
      await client.until(() => marksOf(client.doc).length === all.size);
      expect(marksOf(client.doc)).toEqual([...all].toSorted());
    }
    const { reader } = first;
    await reader.until(() => reader.events.length >= newcomer.events.length);
    expect(reader.events.slice(0, newcomer.events.length)).toEqual(newcomer.events);
    for (const client of everybody) await client.close();

    // And now it dies in the midst of it.
    const last = await gather(server, plan, `${name}b`);
    process.kill(server.pid, "SIGUSR2");
    await last.gone();
    await server.kill();
    const disk = await onDisk(server, planId);
    const seen = [
      ...last.typists.flatMap((typist) => [...typist.saved, ...typist.seen]),
      ...marksOf(last.reader.doc),
    ];
    expect([...all, ...seen].filter((mark) => !disk.marks.has(mark))).toEqual([]);
    for (const comment of [...first.answered, ...last.answered]) expect(disk.comments).toContain(comment);
    expect(last.reader.events.map(({ seq }) => seq)).toEqual(
      disk.events.slice(0, last.reader.events.length).map(({ seq }) => seq),
    );
    await server.restart({ FAULT_SEED: String(SEED + round + 1) });
  }
  await server.kill();
});
