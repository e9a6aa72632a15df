import { createHash } from "node:crypto";
import { join as joinPath } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CHAIN_START, type ChainHead, link } from "@planwand/shared/journal/chain.ts";
import type { EventDraft } from "@planwand/shared/journal/events.ts";
import type { PlanFile } from "@planwand/shared/exchange/plan-file.ts";
import { checkJournals } from "@planwand/server/check-journals.ts";
import { readJournals } from "@planwand/server/storage/sqlite/read-journals.ts";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";

let server: RunningServer;
let plan: CreatedPlan;
beforeEach(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "blank" });
});
afterEach(() => server.stop());

const exported = (of: CreatedPlan, format: string): Promise<Response> =>
  fetch(`${server.url}/api/plans/${of.plan.id}/export/${format}`, { headers: { cookie: of.cookie } });
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Changes what was said in a plan and works out every hash after it, as whoever can write to the folder can. */
function rewrite(directory: string, from: string, to: string): void {
  const [journal] = [...readJournals(directory)];
  if (journal === undefined) throw new Error("there is a journal");
  const db = new DatabaseSync(joinPath(directory, "planwand.sqlite"));
  const put = db.prepare("UPDATE events SET content = ?, digest = ?, prev = ?, hash = ? WHERE seq = ?");
  let head: ChainHead = { seq: 0, hash: CHAIN_START };
  for (const { type, body, content, salt, at, actor, command } of journal.events) {
    const said: unknown = content === null ? null : JSON.parse(content.replaceAll(from, to));
    const draft = { type, body: JSON.parse(body) as unknown, content: said } as EventDraft;
    const linked = link(head, { ...draft, at, actor, command }, salt ?? "", hashOf);
    put.run(linked.content, linked.digest, linked.prev, linked.hash, linked.seq);
    head = linked;
  }
  db.prepare("UPDATE journal_heads SET hash = ?").run(head.hash);
  db.close();
}

test("[J25] what an export printed finds a past that was rewritten with all its hashes", async () => {
  const bram = await join(server.url, plan.keys.participant, "Bram");
  const say = { type: "comment.add", comment: freshId(), anchor: { kind: "plan", id: "plan" } } as const;
  await giveCommand(
    { url: server.url, planId: plan.plan.id, cookie: bram.cookie },
    { ...say, text: "Ik ben het er NIET mee eens" },
  );
  const printed: string[] = [];
  for (const format of ["md", "docx", "xlsx", "csv", "ics", "json", "svg"]) {
    const answer = await exported(plan, format);
    expect([format, answer.status]).toEqual([format, 200]);
    const head = answer.headers.get("x-journal-head") ?? "";
    expect(head).toMatch(/^\d+-[\da-f]{32}$/);
    printed.push(head);
    if (["md", "ics", "json"].includes(format)) expect(await answer.text()).toContain(head);
  }
  const [head = "", ...others] = new Set(printed);
  expect(others).toEqual([]);
  await giveCommand(
    { url: server.url, planId: plan.plan.id, cookie: plan.cookie },
    { ...say, comment: freshId(), text: "Later" },
  );
  await server.stop();
  const sound = checkJournals(server.dataDir, [head]);
  expect(sound.faults).toEqual([]);
  expect(sound.notes.join("\n")).toContain(`${head} klopt`);
  rewrite(server.dataDir, "NIET mee eens", "helemaal mee eens");
  expect(checkJournals(server.dataDir).faults).toEqual([]);
  expect(checkJournals(server.dataDir, [head]).faults).toEqual([expect.stringContaining(head)]);
  expect(checkJournals(server.dataDir, ["12-abc"]).faults).toHaveLength(1);
});

test("[J26] a past from a file says so for ever, wherever it is shown, and none of it is by the server", async () => {
  const example = await createPlan(server.url, { template: "example" });
  const file = (await (await exported(example, "json")).json()) as PlanFile;
  const [comment] = file.journal.comments;
  if (comment === undefined) throw new Error("the example has comments");
  const forged = {
    ...file,
    journal: {
      ...file.journal,
      members: [
        ...file.journal.members,
        { id: "server-000000", name: "Directeur Jansen", circle: "bestuur" as const },
      ],
      comments: [{ ...comment, by: "server-000000", text: "Akkoord namens het bestuur" }],
    },
  };
  const bytes = JSON.stringify(forged);
  const source = { name: "plan.json", base64: Buffer.from(bytes).toString("base64") };
  const made = await postJson(`${server.url}/api/plans/from-file`, { name: "Anja", circle: "ict", source });
  expect(made.status).toBe(201);
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const taken = { ...((await made.json()) as CreatedPlan), cookie };
  const events = await journalOf(server.url, taken.plan.id, cookie);
  const [first, ...past] = events;
  expect(first).toMatchObject({
    type: "journal.imported",
    body: { sha256: hashOf(bytes), events: past.length },
  });
  expect(past.filter(({ actor }) => /^(server|script)-/u.test(actor))).toEqual([]);
  const names = past.flatMap((event) =>
    event.type === "member.introduced" ? [event.content?.name ?? ""] : [],
  );
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(name).toMatch(/ \(overgenomen uit een bestand\)$/u);
  const again = (await (await exported(taken, "json")).json()) as PlanFile;
  expect(again.journal.members.map(({ name }) => name)).toContain(
    "Directeur Jansen (overgenomen uit een bestand)",
  );
  await server.stop();
  const { faults, notes } = checkJournals(server.dataDir);
  expect(faults).toEqual([]);
  expect(notes.join("\n")).toContain(`overgenomen uit een bestand met SHA-256 ${hashOf(bytes)}`);
});
