import { randomBytes } from "node:crypto";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";
import { EMPTY_JOURNAL, sealOf } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import type { Wish } from "../../builders/journal.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  planOf,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "example" });
});
afterAll(() => server.stop());

test("[J11] random commands and updates of every role leave a sealed decision's event as it is", async () => {
  const planId = plan.plan.id;
  const random = seeded(SEED);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const { plan: value } = await planOf(server.url, planId, plan.cookie);
  const decision = value.decisions.find(({ status }) => status === "decided")?.id ?? "";
  const before = await journalOf(server.url, planId, plan.cookie);
  const sealed = sealOf(reduceJournal(EMPTY_JOURNAL, before), decision);
  expect(sealed).not.toBeNull();
  const comments = [freshId(), freshId(), freshId()];

  const people: { role: Role; cookie: string; client: WireClient }[] = [];
  for (const role of ROLES) {
    const { cookie } = await join(server.url, plan.keys[role], `Iemand ${role}`);
    people.push({ role, cookie, client: await WireClient.join({ url: server.url, planId, cookie }) });
  }

  function randomCommand(): Wish {
    const comment = pick(comments);
    const anchor = { kind: "decision", id: decision } as const;
    return pick<Wish>([
      { type: "comment.add", comment, anchor, text: "Iets" },
      { type: "comment.edit", comment, text: `anders ${String(random())}` },
      { type: "comment.withdraw", comment },
      { type: "decision.take", decision, decidedOn: "2027-01-01" },
      { type: "thread.resolve", comment },
      { type: "comment.became", comment, kind: "decision", offspring: decision },
      { type: "agreement.withdraw", activity: freshId(), party: freshId() },
      { type: "member.anonymise", member: sealed?.by ?? "" },
    ]);
  }

  function randomUpdate({ client }: { readonly client: WireClient }): void {
    if (random() < 0.2) return client.send(encodeSyncUpdate(new Uint8Array(randomBytes(30))));
    const entry = client.doc.getMap<Y.Map<unknown>>("decisions").get(decision);
    if (entry === undefined) throw new Error("everybody has the plan");
    const field = pick(["status", "decider", "decidedOn", "outcome", "archived"]);
    if (field === "outcome") (entry.get("question") as Y.Text).insert(0, "X");
    else entry.set(field, pick(["open", null, "2027-01-01", { by: "x", at: 1 }]));
  }

  const count = cases(10_000, 0.05);
  for (let done = 0; done < count; done++) {
    const person = pick(people);
    if (random() < 0.5)
      await giveCommand({ url: server.url, planId, cookie: person.cookie }, randomCommand());
    else if (person.client.isOpen) randomUpdate(person);
    else {
      const { cookie } = person;
      person.client = await WireClient.join({ url: server.url, planId, cookie });
    }
  }
  const after = await journalOf(server.url, planId, plan.cookie);
  const contentMayGo = (event: (typeof before)[number]) => ({ ...event, content: null });
  expect(after.slice(0, before.length).map(contentMayGo)).toEqual(before.map(contentMayGo));
  expect(sealOf(reduceJournal(EMPTY_JOURNAL, after), decision)).toEqual(sealed);
  await Promise.all(people.map(({ client }) => client.close()));
});
