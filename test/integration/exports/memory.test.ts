import { afterAll, beforeAll, expect, test } from "vitest";
import { FORMAT_IDS } from "@planwand/server/exports/format.ts";
import { DOCUMENTS } from "@planwand/shared/report/documents.ts";
import { childrenOf, memoryMb } from "../../builders/process-memory.ts";
import { cases } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  createPlan,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";

const EXPORTS = cases(200);
const IMPORTS = cases(100);
const MAX_GROWTH_MB = 60;
/** Far more than it takes until processes and threads without work are ended. */
const AMPLE_MS = 300_000;

/** What a busy machine needs. */
const AMPLE = {
  LIMIT_ADDRESS_FILES: "1000",
  LIMIT_DOCUMENT_SECONDS: "600",
  LIMIT_EXPORT_SECONDS: "600",
  LIMIT_IMPORT_SECONDS: "600",
};

let server: RunningServer;
let plans: readonly CreatedPlan[];
beforeAll(async () => {
  server = await startServer({ env: AMPLE });
  plans = [await createPlan(server.url), await createPlan(server.url)];
});
afterAll(() => server.stop());

const planAt = (at: number): CreatedPlan => {
  const plan = plans[at % plans.length];
  if (plan === undefined) throw new Error("there are plans");
  return plan;
};

/** A file of the next kind, never twice the same. */
async function exportAt(at: number): Promise<Uint8Array> {
  const { plan, cookie } = planAt(at);
  const format = FORMAT_IDS[at % FORMAT_IDS.length] ?? "md";
  const document = DOCUMENTS[at % DOCUMENTS.length] ?? "plan";
  const wanted = document === "minutes" ? "plan" : document;
  const on = new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);
  const address = `/api/plans/${plan.id}/export/${format}?document=${wanted}&on=${on}`;
  const response = await fetch(`${server.url}${address}`, { headers: { cookie } });
  expect(response.status, address).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Reads a workbook, a table or a plan file: for a plan, or for one of its own. */
async function importAt(at: number, files: readonly Uint8Array[]): Promise<void> {
  const { plan, cookie } = planAt(at);
  const source = { name: "plan", base64: Buffer.from(files[at % files.length] ?? "").toString("base64") };
  const [path, body] =
    at % 2 === 0
      ? [`/api/plans/${plan.id}/import?dry=1`, { source }]
      : ["/api/plans/from-file?dry=1", { source, name: "Anja", circle: "ict" }];
  const response = await postJson(`${server.url}${path}`, body, cookie);
  expect(response.status, path).toBe(200);
}

async function fileAs(format: string): Promise<Uint8Array> {
  const { plan, cookie } = planAt(0);
  const response = await fetch(`${server.url}/api/plans/${plan.id}/export/${format}`, {
    headers: { cookie },
  });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

test("[EXP14] after exports of all kinds and imports, mixed, no process is left and the server's memory is as before", async () => {
  const before = memoryMb(server.pid);
  const files = await Promise.all(["xlsx", "csv", "json"].map(fileAs));
  const work = [
    ...Array.from({ length: EXPORTS }, (_, at) => async () => void (await exportAt(at))),
    ...Array.from({ length: IMPORTS }, (_, at) => () => importAt(at, files)),
  ].map((run, at) => ({ run, turn: (at * 7_919) % (EXPORTS + IMPORTS) }));
  const queue = work.toSorted((a, b) => a.turn - b.turn).map(({ run }) => run);
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await next();
  };
  await Promise.all([worker(), worker(), worker()]);
  await expect.poll(() => childrenOf(server.pid), { timeout: AMPLE_MS, interval: 500 }).toEqual([]);
  const growth = (): number => memoryMb(server.pid) - before;
  await expect.poll(growth, { timeout: AMPLE_MS, interval: 500 }).toBeLessThanOrEqual(MAX_GROWTH_MB);
});
