import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_PROXIES } from "@planwand/server/access/address.ts";
import { DEFAULT_LIMITS } from "@planwand/server/budgets/limits.ts";
import { readConfig } from "@planwand/server/config.ts";
import { serverParts } from "../../builders/app.ts";
import { NO_LIMITS } from "../../bench/no-limits.ts";
import { createPlan, join, postJson, startServer } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

const SERVER_DIR = joinPath(import.meta.dirname, "../../../server");

let directory: string;
beforeAll(() => (directory = mkdtempSync(joinPath(tmpdir(), "planwand-operations-"))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs the server with this environment until it ends by itself. */
function ended(env: Record<string, string>): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/main.ts"], {
    cwd: SERVER_DIR,
    env: { PATH: process.env["PATH"], PORT: "0", DATA_DIR: joinPath(directory, "data"), ...env },
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  return { status, said: stdout + stderr };
}

describe("the environment", () => {
  test.each([
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "http"],
    ["PORT", "44 55"],
    ["STORAGE_URL", "postgres://localhost/planwand"],
    ["BUS_URL", "redis://localhost"],
    ["ORIGINS", "planwand.school.nl"],
    ["ORIGINS", "https://planwand.school.nl/"],
    ["ORIGINS", "https://a.nl,https://b.nl/pad"],
    ["ORIGINS", "*"],
    ["TRUSTED_PROXIES", "proxy.school.nl"],
    ["TRUSTED_PROXIES", "10.0.0.0/99"],
    ["SESSION_IDLE_DAYS", "0"],
    ["CREATE_PLANS", "niemand"],
    ["CREATE_PLANS_KEY", "een-sleutel-zonder-key"],
    ["METRICS_TOKEN", "kort"],
    ["SECURITY_CONTACT", "bij de balie"],
    ["SECURITY_CONTACT", "javascript:alert(1)@x"],
    ["LOG_LEVEL", "veel"],
  ])("[OPS1] %s=%s is a mistake, told in a sentence", (name, value) => {
    const read = readConfig({ [name]: value });
    if (read.ok) throw new Error("taken for right");
    expect(read.refusal).toHaveLength(1);
    expect(read.refusal[0]).toMatch(new RegExp(`^${name}\\b.*\\.$`));
  });

  test("[OPS1] what is left out or empty has its default", () => {
    const place = { port: 4455, host: "127.0.0.1", dataDir: "./data" };
    const told = { securityContact: null, metricsToken: null, creators: "anyone", createKey: null };
    const access = { origins: null, trustedProxies: NO_PROXIES, sessionIdleMs: 180 * 86_400_000, ...told };
    const defaults = { ...place, ...access, logLevel: "info", limits: DEFAULT_LIMITS };
    expect(readConfig({})).toEqual({ ok: true, value: defaults });
    expect(readConfig({ PORT: "", ORIGINS: "", STORAGE_URL: "", HOME: "/x" })).toEqual({
      ok: true,
      value: defaults,
    });
    expect(readConfig({ PORT: "0", ORIGINS: "https://a.nl, http://b.nl:8080" })).toMatchObject({
      value: { port: 0, origins: ["https://a.nl", "http://b.nl:8080"] },
    });
  });

  test("[BU6] with every limit as far away as it may be the server starts, and reads and exports a plan", async () => {
    const server = await startServer({ env: NO_LIMITS });
    const { plan, cookie } = await createPlan(server.url);
    for (const path of ["plan", "history", "export/csv"]) {
      const answer = await fetch(`${server.url}/api/plans/${plan.id}/${path}`, { headers: { cookie } });
      expect(answer.status, path).toBe(200);
    }
    await server.stop();
  });

  test("[OPS1] two mistakes are two sentences, and the exit code is 2", () => {
    const { status, said } = ended({ PORT: "veel", LOG_LEVEL: "veel" });
    expect(status).toBe(2);
    expect(said.trim().split("\n")).toHaveLength(2);
    expect(said).not.toMatch(/\bat .*\.ts/);
  });
});

test("[OPS2] a port in use, a folder in use and a damaged database are a sentence each", async () => {
  const server = await startServer();
  const port = ended({ PORT: String(server.port) });
  expect(port.status).toBe(2);
  expect(port.said).toContain("EADDRINUSE");
  const folder = ended({ DATA_DIR: server.dataDir });
  expect(folder.status).toBe(2);
  expect(folder.said).toContain("in gebruik door een andere Planwand");
  await server.stop();
  const damaged = mkdtempSync(joinPath(directory, "kapot-"));
  writeFileSync(joinPath(damaged, "planwand.sqlite"), "dit is geen database".repeat(500));
  const broken = ended({ DATA_DIR: damaged });
  expect(broken.status).toBe(2);
  expect(broken.said).toContain("beschadigd");
  for (const { said } of [port, folder, broken]) expect(said.trim().split("\n")).toHaveLength(1);
});

describe("stopping", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "[OPS3] %s ends it in order, whatever is connected",
    async (signal) => {
      const server = await startServer();
      const plan = await createPlan(server.url, { template: "blank" });
      const people = await Promise.all(
        [1, 2, 3].map(() => WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie })),
      );
      const idle = connect(server.port, "127.0.0.1");
      idle.on("error", () => {});
      people[0]?.doc.getMap("cells").set("laatste-0001", true);
      await people[0]?.saved();
      process.kill(server.pid, signal);
      expect(await server.stop()).toBe(0);
      for (const person of people) {
        await person.until(() => person.closeCode !== null);
        expect(person.closeCode).toBe(1012);
      }
      idle.destroy();
      await server.restart();
      const back = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
      expect(back.doc.getMap("cells").get("laatste-0001")).toBe(true);
      await back.close();
      expect(await server.stop()).toBe(0);
    },
  );

  test("[OPS6] an error that nothing caught ends it in order, with exit code 1", () => {
    const program = `
      const { compose } = await import("./src/compose.ts");
      const { createLog } = await import("./src/ops/log.ts");
      const { stopWithCare } = await import("./src/lifecycle.ts");
      const { readConfig } = await import("./src/config.ts");
      const { value: config } = readConfig(process.env);
      const composed = compose(config, createLog(config.logLevel));
      stopWithCare(composed, createLog(config.logLevel));
      composed.server.listen(0, () => { setImmediate(() => { throw new Error("zomaar"); }); });
      const { close } = composed;
      process.on("exit", (code) => console.log("einde", code));
    `;
    const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: SERVER_DIR,
      env: { ...process.env, DATA_DIR: joinPath(directory, "onverwacht"), LOG_LEVEL: "fatal" },
      encoding: "utf8",
      timeout: PATIENCE_MS,
    });
    expect(status).toBe(1);
    expect(stdout).toContain("uncaughtException");
    expect(stdout).toContain("einde 1");
  });
});

test("[OPS8] a connection is kept for longer than a proxy keeps it", async () => {
  const server = await startServer();
  const { headers } = await fetch(`${server.url}/healthz`);
  expect(headers.get("keep-alive")).toBe("timeout=75");
  await server.stop();
});

test("[OPS4] it runs, it takes edits, and it counts what it does", async () => {
  const server = await startServer();
  const get = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  expect(await get("/healthz")).toEqual({ status: 200, text: "ok" });
  expect(await get("/readyz")).toEqual({ status: 200, text: "ok" });
  const plan = await createPlan(server.url, { template: "blank" });
  const person = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  person.doc.getMap("cells").set("een-edit-001", true);
  await person.saved();
  const { text } = await get("/metrics");
  expect(text).toMatch(/^# TYPE planwand_rooms gauge$/m);
  for (const line of [
    "planwand_rooms 1",
    "planwand_connections 1",
    "planwand_updates_total 1",
    "planwand_degraded 0",
  ]) {
    expect(text.split("\n")).toContain(line);
  }
  await person.close();
  await server.stop();
});

describe("what is for the operator", () => {
  const statusOf = async (env: Record<string, string>, headers: Record<string, string> = {}) => {
    const parts = serverParts({ env });
    const answers = await Promise.all(
      ["/metrics", "/api/openapi.json"].map(async (path) => (await parts.request(path, { headers })).status),
    );
    await parts.close();
    return answers;
  };
  const TOKEN = "een-token-van-de-beheerder";
  const PUBLIC = { ORIGINS: "https://planwand.school.nl" };

  test.each<[string, Record<string, string>, Record<string, string>, number]>([
    ["the machine itself may", {}, {}, 200],
    ["who says to ask for somebody else may not", {}, { "x-forwarded-for": "127.0.0.1" }, 404],
    ["behind a proxy that is not named nobody may", PUBLIC, {}, 404],
    ["behind a trusted proxy the machine may", { ...PUBLIC, TRUSTED_PROXIES: "127.0.0.1" }, {}, 200],
    [
      "behind a trusted proxy others may not",
      { ...PUBLIC, TRUSTED_PROXIES: "127.0.0.1" },
      { "x-forwarded-for": "198.51.100.7" },
      404,
    ],
    ["with a token, who shows it may", { METRICS_TOKEN: TOKEN }, { authorization: `Bearer ${TOKEN}` }, 200],
    ["with a token, nobody else may", { METRICS_TOKEN: TOKEN }, {}, 404],
    [
      "with a token, another one is not it",
      { METRICS_TOKEN: TOKEN },
      { authorization: "Bearer iets-anders" },
      404,
    ],
  ])("[OPS10] %s", async (_what, env, headers, status) => {
    expect(await statusOf(env, headers)).toEqual([status, status]);
  });
});

test("[OPS11] whom to tell that something is wrong is told where the standard says, when somebody is", async () => {
  const [told, untold] = [serverParts({ env: { SECURITY_CONTACT: "veilig@school.nl" } }), serverParts()];
  const answer = await told.request("/.well-known/security.txt");
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await answer.text()).toMatch(
    /^Contact: mailto:veilig@school\.nl\nExpires: \d{4}-\d{2}-\d{2}T[\d:.]+Z\nPreferred-Languages: nl, en\n$/,
  );
  expect((await untold.request("/.well-known/security.txt")).status).toBe(404);
  for (const parts of [told, untold]) await parts.close();
});

test("[OPS5] the log holds no names, no content, no secrets and no queries", async () => {
  const server = await startServer({ env: { LOG_LEVEL: "trace" } });
  const CANARIES = [
    "Kanarie-naam",
    "Kanarie-titel",
    "Kanarie-vraag",
    "Kanarie-tekst",
    "Kanarie-sleutel-0123456789",
  ];
  const [name = "", title = "", query = "", text = "", key = ""] = CANARIES;
  const plan = await createPlan(server.url, { template: "blank", name, title });
  const joined = await join(server.url, plan.keys.editor, name);
  const person = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: joined.cookie });
  person.doc.getMap("cells").set("een-edit-001", text);
  await person.saved();
  person.send(new Uint8Array([77, 1, 2]));
  await person.until(() => person.refusals.length > 0);
  await fetch(`${server.url}/api/plans/${plan.plan.id}?q=${query}`, {
    headers: { authorization: `Bearer ${key}`, "user-agent": query },
  });
  await postJson(`${server.url}/api/plans`, { title: 5, name });
  await postJson(`${server.url}/api/join`, { key, name, circle: "ict" });
  // Secrets that were typed where they do not belong, and a request id of the caller's own.
  for (const path of [
    `//feeds/${key}.ics`,
    `/feeds/${key}.ics`,
    `/%66eeds/${key}.ics`,
    `/join/${key}`,
    `/api/plans/${key}`,
  ]) {
    await fetch(`${server.url}${path}`, { headers: { "x-request-id": query } });
  }
  await person.close();
  await server.stop();
  const said = server.output();
  expect(said.split("\n").length).toBeGreaterThan(5);
  const secrets = [...CANARIES, ...Object.values(plan.keys), plan.cookie.split("=")[1] ?? "?"];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});
