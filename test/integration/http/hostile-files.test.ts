import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import type { ProblemResponse } from "@planwand/shared/protocol/http.ts";
import type { FormatId } from "@planwand/server/exports/format.ts";
import { makerOf } from "@planwand/server/exports/makers.ts";
import { FILE_REFUSALS } from "@planwand/server/imports/file-refusal.ts";
import type { HostileFile, SoundFiles } from "../../builders/hostile-file.ts";
import { hostileFiles } from "../../builders/hostile-files.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { memoryMb } from "../../builders/process-memory.ts";
import { cases, SEED } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  createPlan,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

/** In the ordinary run one of every second kind. */
const FILES = 200;
const MAX_GROWTH_MB = 100;
/** While one file is read; more says nothing more, and makes the plan long. */
const MAX_EDITS_PER_FILE = 20;

let server: RunningServer;
let plan: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url);
});
afterAll(() => server.stop());

function send(
  file: Pick<HostileFile, "name" | "bytes">,
  into: CreatedPlan,
  query: string,
): Promise<Response> {
  const source = { name: file.name, base64: Buffer.from(file.bytes).toString("base64") };
  return postJson(`${server.url}/api/plans/${into.plan.id}/import${query}`, { source }, into.cookie);
}

/** A sound file, made here: what making it costs is no business of the server that reads it. */
async function made(format: FormatId): Promise<Buffer> {
  const make = await makerOf(format);
  return Buffer.from(await make({ source: reportSource(), options: optionsOf() }));
}

/** A table of nearly as many rows and bytes as are taken. */
function largest(): Buffer {
  const rows = Array.from({ length: 4_000 }, (_, at) => `Activiteit ${at};${"tekst ".repeat(150)}`);
  return Buffer.from(["Activiteit;Wat gebeurt er", ...rows].join("\r\n"));
}

/** What is wrong with the answer; null when the file was refused with a sentence, or read as something harmless, as is right for it. */
async function complaintAbout(file: HostileFile, response: Response): Promise<string | null> {
  const { status } = response;
  const body = (await response.json()) as ProblemResponse;
  const told = `${file.label}: ${status} ${body.code ?? ""} ${body.title ?? ""}`;
  if (status === 200) {
    if (file.fate === "refused") return told;
    const victim = await createPlan(server.url, { template: "blank" });
    const written = await send(file, victim, "");
    const { plan: after } = await planOf(server.url, victim.plan.id, victim.cookie);
    return written.status === 200 && after.schema > 0 ? null : `${told}, then ${written.status}`;
  }
  const isRefusal = FILE_REFUSALS.some((code) => code === body.code) && status >= 400 && status < 500;
  // A sentence of the product, that says what is the matter and what to do: nothing of the file, no stack.
  const isSentence = /^\p{Lu}[^<>{}]{20,140}\.$/u.test(body.title);
  return isRefusal && isSentence && file.fate !== "harmless" ? null : told;
}

test("[IMP1] hostile files are refused with a sentence or read as harmless, in little memory, while others write", async () => {
  const sound: SoundFiles = { xlsx: await made("xlsx"), json: await made("json"), csv: await made("csv") };
  const { url } = server;
  const writer = await WireClient.join({ url, planId: plan.plan.id, cookie: plan.cookie });
  const cells = writer.doc.getMap("cells");
  // What honest files take, looked at and taken over, the largest among them, is no growth.
  for (const bytes of [...Object.values(sound), largest()]) {
    const honest = { label: "honest", name: "plan", bytes, fate: "either" } as const;
    expect(await complaintAbout(honest, await send(honest, plan, "?dry=1"))).toBeNull();
  }
  writeFileSync(`/proc/${server.pid}/clear_refs`, "5");
  const before = memoryMb(server.pid);

  const complaints: string[] = [];
  let written = 0;
  for (const file of hostileFiles(SEED, cases(FILES, 0.06), sound)) {
    let isReading = true;
    const answer = send(file, plan, "?dry=1").finally(() => (isReading = false));
    for (let edits = 0; edits < MAX_EDITS_PER_FILE && (isReading || edits === 0); edits++) {
      cells.set("geschreven", ++written);
      await writer.saved();
    }
    const complaint = await complaintAbout(file, await answer);
    if (complaint !== null) complaints.push(complaint);
  }
  expect(complaints).toEqual([]);
  const grown = memoryMb(server.pid, "VmHWM") - before;
  expect(grown).toBeLessThan(MAX_GROWTH_MB);

  const reader = await WireClient.join({ url, planId: plan.plan.id, cookie: plan.cookie });
  expect(reader.doc.getMap("cells").get("geschreven")).toBe(written);
  expect(Y.encodeStateVector(reader.doc)).toEqual(Y.encodeStateVector(writer.doc));
  expect(server.output()).not.toMatch(/request failed/u);
  await Promise.all([writer.close(), reader.close()]);
});
