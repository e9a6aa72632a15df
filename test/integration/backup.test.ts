import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshId, giveCommand, journalOf } from "../builders/commands.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";

const SERVER = joinPath(import.meta.dirname, "../../server/src");

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(joinPath(tmpdir(), "planwand-backup-"));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(script: "backup" | "restore", file: string, dataDir: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const done = promisify(execFile)(process.execPath, [joinPath(SERVER, `${script}.ts`), file], { env });
  return done.then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => `refused: ${error.stderr}`,
  );
}

test("[S18] a backup of a running server, put back, has every plan, journal and snapshot of its moment", async () => {
  const plan = await createPlan(server.url);
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  const anchor = { kind: "plan", id: "plan" } as const;
  const say = (text: string) => giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text });
  const snapshot = freshId();
  await giveCommand(at, { type: "snapshot.take", snapshot, name: "Bewaard" });
  await say("Voor de back-up");
  const [before, journal] = [
    await planOf(server.url, plan.plan.id, plan.cookie),
    await journalOf(server.url, plan.plan.id, plan.cookie),
  ];
  let isBusy = true;
  const writing = (async () => {
    while (isBusy) await say("Ondertussen");
  })();
  const file = joinPath(folder, "alles.sqlite");
  expect(await run("backup", file, server.dataDir)).toContain("nagekeken");
  isBusy = false;
  await writing;
  expect(await run("backup", file, server.dataDir)).toContain("bestaat al");
  expect(await run("restore", file, server.dataDir)).toContain("Stop die eerst");
  expect(server.isAlive()).toBe(true);

  const elsewhere = joinPath(folder, "elders");
  expect(await run("restore", file, elsewhere)).toContain("Teruggezet");
  const second = await startServer({ dataDir: elsewhere });
  expect(await planOf(second.url, plan.plan.id, plan.cookie)).toEqual(before);
  const kept = await journalOf(second.url, plan.plan.id, plan.cookie);
  expect(kept.slice(0, journal.length)).toEqual(journal);
  const moment = `/api/plans/${plan.plan.id}/moments/${snapshot}`;
  const bytes = async ({ url }: RunningServer) =>
    new Uint8Array(await (await fetch(url + moment, { headers: { cookie: plan.cookie } })).arrayBuffer());
  expect(await bytes(second)).toEqual(await bytes(server));
  await second.stop();

  // Once more over what is there now: that is moved aside.
  expect(await run("restore", file, elsewhere)).toContain("staat nu in");
  expect(readdirSync(elsewhere).some((name) => name.startsWith("planwand.sqlite.before-"))).toBe(true);
});

test("[S18] what is no sound backup is refused, and the folder stays as it was", async () => {
  const good = joinPath(folder, "goed.sqlite");
  await run("backup", good, server.dataDir);
  const bad = joinPath(folder, "stuk.sqlite");
  const bytes = readFileSync(good);
  bytes.fill(7, bytes.length / 2, bytes.length / 2 + 9_000);
  writeFileSync(bad, bytes);
  const empty = joinPath(folder, "leeg");
  expect(await run("restore", bad, empty)).toContain("geen goede back-up");
  expect(await run("restore", joinPath(folder, "nergens"), empty)).toContain("Er is geen");
  expect(existsSync(joinPath(empty, "planwand.sqlite"))).toBe(false);
});
