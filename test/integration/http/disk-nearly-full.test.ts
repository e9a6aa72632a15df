import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { expect, test } from "vitest";
import { settingOf } from "@planwand/server/budgets/limits.ts";
import { createPlan, join, postJson, startServer } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

test("[A33][BU7] on a disk that is nearly full nobody makes plans, by hand, from a file or as a copy; who is in one goes on, and others come in", async () => {
  const dataDir = mkdtempSync(joinPath(tmpdir(), "planwand-nearly-full-"));
  const before = await startServer({ dataDir });
  const { plan, keys, cookie } = await createPlan(before.url, { template: "blank" });
  await before.stop();

  const server = await startServer({ dataDir, env: { [settingOf("free-megabytes")]: "99999999" } });
  const created = await postJson(`${server.url}/api/plans`, {
    title: "Nog een",
    template: "blank",
    language: "nl",
    name: "Anja",
    circle: "ict",
  });
  expect(created.status).toBe(507);
  expect(await created.json()).toMatchObject({ code: "disk-nearly-full" });
  const source = {
    name: "taken.csv",
    base64: Buffer.from("Titel,Fase\nRooster,Analyse\n").toString("base64"),
  };
  const body = { source, name: "Anja", circle: "ict" };
  expect((await postJson(`${server.url}/api/plans/from-file?dry=1`, body)).status).toBe(507);
  const copy = { title: "Kopie", name: "Anja", circle: "ict", parts: [] };
  expect((await postJson(`${server.url}/api/plans/${plan.id}/copies`, copy, cookie)).status).toBe(507);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain("planwand_limit_free_megabytes_refused_total 3\n");

  const bram = await join(server.url, keys.editor, "Bram");
  const [one, other] = await Promise.all(
    [cookie, bram.cookie].map((session) =>
      WireClient.join({ url: server.url, planId: plan.id, cookie: session }),
    ),
  );
  one?.doc.getMap("cells").set("gaat-gewoon-door", true);
  await one?.saved();
  await other?.until(() => other.doc.getMap("cells").has("gaat-gewoon-door"));
  await one?.close();
  await other?.close();
  await server.stop();
});
