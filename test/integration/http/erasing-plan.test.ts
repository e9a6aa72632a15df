import { readFileSync } from "node:fs";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf } from "../../builders/canaries.ts";
import { freshId, giveCommand } from "../../builders/commands.ts";
import {
  createPlan,
  join,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.stop());

function erase(planId: string, title: string, cookie: string): Promise<Response> {
  const headers = { "content-type": "application/json", cookie };
  const body = JSON.stringify({ title });
  return fetch(`${server.url}/api/plans/${planId}`, { method: "DELETE", headers, body });
}

const found = (word: string): string[] =>
  filesOf(server.dataDir).filter((path) => readFileSync(path).includes(word));

test("[S31][R60] an erased plan leaves nothing on the disk, its sockets hear it, and other plans stay as they are", async () => {
  const title = "Verdwijnplan  met kärakter";
  const made = await createPlan(server.url, { title, template: "example", name: "Gerrit Weggaan" });
  const planId = made.plan.id;
  const stays = await createPlan(server.url, { title: "Blijfplan", name: "Gerrit Blijft" }, made.cookie);
  const gone = { ...made, cookie: stays.cookie };
  const editor = await join(server.url, gone.keys.editor, "Eddy Redacteur");
  const at = { url: server.url, planId, cookie: gone.cookie };
  await giveCommand(at, { type: "snapshot.take", snapshot: freshId(), name: "Momentopname weg" });
  const anchor = { kind: "plan", id: "plan" } as const;
  await giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text: "Woordenweg" });
  await postJson(`${server.url}/api/plans/${planId}/feeds`, {}, gone.cookie);
  const live = await WireClient.join({ url: server.url, planId, cookie: editor.cookie });
  const words = [title, planId, "Gerrit Weggaan", "Eddy Redacteur", "Momentopname weg", "Woordenweg"];
  for (const word of words) expect(found(word), word).not.toEqual([]);

  expect((await erase(planId, title, editor.cookie)).status).toBe(403);
  expect(((await (await erase(planId, "Iets anders", gone.cookie)).json()) as { code: string }).code).toBe(
    "title-differs",
  );
  expect((await planOf(server.url, planId, gone.cookie)).plan.title).toBe(title);

  const before = await planOf(server.url, stays.plan.id, stays.cookie);
  // An edit under way when the plan goes must hurt nobody else.
  live.doc.getMap("meta").set("language", "en");
  expect((await erase(planId, ` ${title.normalize("NFD")} `, gone.cookie)).status).toBe(204);
  await live.until(() => live.closeCode !== null);
  expect(live.closeCode).toBe(CLOSE.deleted);
  for (const word of words) expect(found(word), word).toEqual([]);

  // To whoever had it, and to nobody else.
  expect((await fetch(`${server.url}/api/plans/${planId}`)).status).toBe(401);
  for (const cookie of [stays.cookie, editor.cookie]) {
    const response = await fetch(`${server.url}/api/plans/${planId}`, { headers: { cookie } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      410,
      "plan-deleted",
    ]);
  }
  const knock = await postJson(`${server.url}/api/join`, {
    key: gone.keys.editor,
    name: "Eddy",
    circle: "ict",
  });
  expect(knock.status).toBe(404);
  expect(await planOf(server.url, stays.plan.id, stays.cookie)).toEqual(before);
  const other = await WireClient.join({ url: server.url, planId: stays.plan.id, cookie: stays.cookie });
  other.doc.getMap("meta").set("language", "en");
  await other.saved();
  await other.close();

  await server.stop();
  await server.restart();
  for (const word of words) expect(found(word), word).toEqual([]);
  expect((await fetch(`${server.url}/api/plans/${planId}`)).status).toBe(401);
  const known = await fetch(`${server.url}/api/plans/${planId}`, { headers: { cookie: editor.cookie } });
  expect(known.status).toBe(410);
  expect((await fetch(`${server.url}/api/plans/nooit-bestaan-1`)).status).toBe(401);
});
