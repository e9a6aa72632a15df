import { execFile } from "node:child_process";
import { join as joinPath } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { checkPlans } from "@planwand/server/check-plans.ts";
import { packUpdates } from "@planwand/server/storage/packed-updates.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { WireClient } from "../builders/wire-client.ts";

const DOCTOR = joinPath(import.meta.dirname, "../../server/src/doctor.ts");

async function told(directory: string): Promise<{ readonly code: unknown; readonly output: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [DOCTOR, directory]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: unknown; stdout: string };
    return { code, output: stdout };
  }
}

/** Writes in a plan as somebody does whose page is not the product's. */
async function write(server: RunningServer, plan: CreatedPlan, change: (doc: Y.Doc) => void): Promise<void> {
  const client = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  client.doc.transact(() => change(client.doc));
  await client.saved();
  await client.close();
}

test("[OPS14] finds nothing in what the product writes, and tells faults from what people bring about", async () => {
  const server = await startServer();
  await createPlan(server.url, { template: "blank" });
  const plan = await createPlan(server.url, { template: "example" });
  expect(await told(server.dataDir)).toEqual({ code: 0, output: "2 plannen: alle in orde.\n" });

  const set = (field: string, value: unknown) => (doc: Y.Doc) =>
    entriesOf(rootMap(doc, "activities"))[0]?.[1].set(field, value);
  await write(server, plan, set("place", ["nergens-0001", "nergens-0002", "a0"]));
  const noted = await told(server.dataDir);
  expect(noted.output).toContain("staat in Niet ingedeeld");
  expect(noted.code).toBe(0);

  await write(server, plan, set("status", 17));
  const faulty = await told(server.dataDir);
  expect(faulty.output).toMatch(
    new RegExp(`plan ${plan.plan.id}: activities/[^ ]+/status heeft een waarde die niet mag`),
  );
  expect(faulty.code).toBe(1);
  await server.stop();
});

test("[OPS14] a log with a gap, a plan of a later version and a folder without plans are faults", async () => {
  const server = await startServer();
  const later = await createPlan(server.url, { template: "blank" });
  const torn = await createPlan(server.url, { template: "blank" });
  await write(server, later, (doc) => rootMap(doc, "meta").set("schema", 99));
  await server.stop();

  const away = new Y.Doc();
  away.getMap("cells").set("one", 1);
  const known = Y.encodeStateVector(away);
  away.getMap("cells").set("two", 2);
  const packed = packUpdates([
    {
      planId: torn.plan.id,
      seq: 1_000,
      actorId: "anja-000001",
      at: 0,
      bytes: Y.encodeStateAsUpdate(away, known),
    },
  ]);
  const db = new DatabaseSync(joinPath(server.dataDir, "planwand.sqlite"));
  db.prepare(
    "INSERT INTO updates (plan, first_seq, last_seq, packed) SELECT number, 1000, 1000, ? FROM plans WHERE id = ?",
  ).run(packed, torn.plan.id);
  db.close();

  expect(checkPlans(server.dataDir).faults).toEqual(
    expect.arrayContaining([
      `plan ${later.plan.id}: is van een nieuwere versie van Planwand`,
      `plan ${torn.plan.id}: meta/meta mist wijzigingen waarop andere wachten`,
    ]),
  );
  const { code, output } = await told(joinPath(server.dataDir, "elsewhere"));
  expect(output).toContain("niet te lezen");
  expect(code).toBe(1);
});
