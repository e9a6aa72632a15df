import { readdirSync, statSync } from "node:fs";
import { join as joinPath } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settingOf } from "@planwand/server/budgets/limits.ts";
import { Attackers, type Target } from "../../builders/attacking.ts";
import { memoryMb } from "../../builders/process-memory.ts";
import { cases } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient, type WireClientOptions } from "../../builders/wire-client.ts";

const MIB = 1024 * 1024;
const PLANS = 5;
const PEOPLE_A_PLAN = 10;
const ATTACKERS = 20;
/** How much one person may add to the disk here, in a day. */
const PERSON_DISK = MIB;
/** Half an hour's work in the long run, by people who take a moment for each edit. */
const EDITS = cases(3_000, 0.005);
const MOMENT_MS = 600;
const MAX_GROWTH_MB = 60;
/** Far more than it takes until the memory of what is gone is given back. */
const AMPLE_MS = 300_000;

let server: RunningServer;
let plans: CreatedPlan[];

beforeAll(async () => {
  server = await startServer({
    // Everybody comes from one address here.
    env: { [settingOf("address-open-calls")]: "1000", [settingOf("person-disk")]: String(PERSON_DISK) },
  });
  plans = await Promise.all(
    Array.from({ length: PLANS }, () => createPlan(server.url, { template: "blank" })),
  );
});
afterAll(() => server.stop());

/** Twenty people in every role, the editors in plans of their own: an editor does nobody else's plan any good. */
async function targets(): Promise<Target[]> {
  return Promise.all(
    Array.from({ length: ATTACKERS }, async (_, index) => {
      const role = (["editor", "viewer", "participant", "viewer"] as const)[index % 4] ?? "viewer";
      const plan =
        role === "editor"
          ? await createPlan(server.url, { template: "blank" })
          : (plans[index % PLANS] as CreatedPlan);
      const { cookie } = await join(server.url, plan.keys[role], `Aanval ${String(index)}`);
      return { url: server.url, planId: plan.plan.id, cookie };
    }),
  );
}

/** Somebody who goes on working, and whose page comes back when its socket closes. */
class Honest {
  readonly #options: WireClientOptions;
  readonly clients: WireClient[] = [];

  constructor(options: WireClientOptions) {
    this.#options = options;
  }

  get client(): WireClient {
    return this.clients.at(-1) as WireClient;
  }

  async comeIn(): Promise<void> {
    const doc = this.clients.at(-1)?.doc;
    this.clients.push(await WireClient.join({ ...this.#options, ...(doc === undefined ? {} : { doc }) }));
  }

  /** Writes, and resolves when that is on the server's disk. */
  async write(key: string, value: number): Promise<void> {
    this.client.doc.getMap("cells").set(key, value);
    while (
      !(await this.client.saved().then(
        () => true,
        () => false,
      ))
    )
      await this.comeIn();
  }
}

async function honestPeople({ plan, keys }: CreatedPlan): Promise<Honest[]> {
  return Promise.all(
    Array.from({ length: PEOPLE_A_PLAN }, async (_, index) => {
      const { cookie } = await join(server.url, keys.editor, `Eerlijk ${String(index)}`);
      const person = new Honest({ url: server.url, planId: plan.id, cookie });
      await person.comeIn();
      return person;
    }),
  );
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(joinPath(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

const keyOf = (index: number) => `werk-0000${String(index).padStart(2, "0")}`;

test("[R50][R51][R56] twenty attackers of every kind: what fifty honest people write is saved, refused by nobody, and seen by all, and the memory comes back", async () => {
  const people = await Promise.all(plans.map(honestPeople));
  const bytesBefore = bytesIn(server.dataDir);
  const memoryBefore = memoryMb(server.pid);
  const hostile = await Attackers.start(await targets());
  await Promise.all(
    people.flat().map(async (person, index) => {
      for (let edit = 1; edit <= EDITS; edit++) {
        await person.write(keyOf(index % PEOPLE_A_PLAN), edit);
        await setTimeout(MOMENT_MS);
      }
    }),
  );
  await hostile.stop();
  await expect
    .poll(() => memoryMb(server.pid) - memoryBefore, { timeout: AMPLE_MS, interval: 500 })
    .toBeLessThanOrEqual(MAX_GROWTH_MB);

  for (const [at, those] of people.entries()) {
    const { plan, keys } = plans[at] as CreatedPlan;
    const { cookie } = await join(server.url, keys.viewer, "Nieuw");
    const newcomer = await WireClient.join({ url: server.url, planId: plan.id, cookie });
    for (const client of [...those.map((person) => person.client), newcomer]) {
      const cells = client.doc.getMap("cells");
      await client.until(() => those.every((_, index) => cells.get(keyOf(index)) === EDITS));
      await client.close();
    }
    const all = those.flatMap(({ clients }) => clients);
    expect(all.flatMap(({ refusals, denied }) => [...refusals, ...denied])).toEqual([]);
  }
  expect(server.isAlive()).toBe(true);
  // The log of SQLite keeps what was written once more until it is folded in.
  const most = 2 * (ATTACKERS * (PERSON_DISK + 256 * 1024) + PLANS * PEOPLE_A_PLAN * EDITS * 200) + 16 * MIB;
  expect(bytesIn(server.dataDir) - bytesBefore).toBeLessThan(most);
});
