import { readFileSync } from "node:fs";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { createPlan, join, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { addActivity, badgeSays, openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
const CROWD = 40;
// They are one person to the server, with more pages than one person has.
beforeAll(
  async () => void (server = await startServer({ env: { LIMIT_PERSON_SOCKETS: String(CROWD + 1) } })),
);
afterAll(() => server.stop());

/** One edit in two seconds, for a minute. */
const EDITS_EACH = 30;
/** Far above what it takes: what is kept of each edit for ever would pass it. */
const MOST_MORE_BYTES = 256 * 2 ** 20;

/** The memory that a process holds now, in bytes. */
function residentBytes(pid: number): number {
  const [, kilobytes = "0"] =
    /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1_024;
}

test("ux P7: forty people who edit and one at a browser end with the same plan; nobody is put out, and the server does not swell", async () => {
  const random = seeded(SEED);
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const [url, planId] = [server.url, plan.plan.id];
  const { cookie } = await join(url, plan.keys.editor, "Eva");
  const crowd = await Promise.all(
    Array.from({ length: CROWD }, () => WireClient.join({ url, planId, cookie })),
  );
  const cards = (await planOf(url, planId, plan.cookie)).plan.activities.map(({ id }) => id);
  const before = residentBytes(server.pid);
  for (let round = 0; round < cases(EDITS_EACH); round++) {
    for (const { doc } of crowd) {
      const card = cards[Math.floor(random() * cards.length)] ?? "";
      setRegister(doc, "activities", card, "progress", Math.floor(random() * 101));
    }
    await Promise.all(crowd.map((client) => client.saved()));
  }
  await addActivity(page, "Midden in de drukte");
  await badgeSays(page, "saved");
  expect(residentBytes(server.pid) - before).toBeLessThan(MOST_MORE_BYTES);
  const { plan: kept } = await planOf(url, planId, plan.cookie);
  expect(kept.activities.map(({ title }) => title)).toContain("Midden in de drukte");
  const last = await WireClient.join({ url, planId, cookie });
  for (const client of crowd) {
    expect(client.closeCode).toBeNull();
    await client.saved();
    expect(client.doc.getMap("activities").toJSON()).toEqual(last.doc.getMap("activities").toJSON());
  }
  await Promise.all([...crowd, last].map((client) => client.close()));
});
