import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import * as Y from "yjs";
import { settingOf } from "@planwand/server/budgets/limits.ts";
import { createPlan, join } from "../builders/server.ts";
import { EVERY_STEP, Workshop } from "../builders/workshop.ts";
import { WireClient } from "../builders/wire-client.ts";
import { type WorstMessage, worstMessages } from "../builders/worst-messages.ts";
import { KNOWN_LAYOUTS } from "../builders/worst-layouts.ts";
import { answered } from "./attacks/answered.ts";
import { holdUps } from "./attacks/plan-deeds.ts";
import { WatchedServer } from "./attacks/watched.ts";
import { renewSection } from "./marked-section.ts";
import { NO_LIMITS } from "./no-limits.ts";

/**
 * Measures for how long the server's main thread works on one message that was made to cost much. Prints a table; `--write` also renews
 * the one in docs/benchmarks.md; `--rounds 1` and `--kib 16` are for trying.
 */
const { values: options } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    kib: { type: "string", default: "1,16,32,64,255" },
  },
});
const rounds = Number(options.rounds);
const sizes = options.kib.split(",").map(Number);
const ROLES = ["editor", "participant in a step", "viewer"] as const;
type Role = (typeof ROLES)[number];

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
const loadAtStart = load();
// Documents of plans that cannot be built are given up, and soon: what they cost their threads is not asked here.
const GIVEN_UP = { [settingOf("document-seconds")]: "5", [settingOf("history-seconds")]: "5" };
const watched = await WatchedServer.start({ ...NO_LIMITS, ...GIVEN_UP });
const { server } = watched;

/** Who sends a message, and who writes what comes before it. */
interface Attack {
  readonly attacker: WireClient;
  readonly writer: WireClient;
  readonly owner: WireClient;
}

/** Somebody of this role in a plan of their own. */
async function attackOf(role: Role): Promise<Attack> {
  const created = await createPlan(server.url, { template: "blank" });
  const { plan, keys, cookie } = created;
  if (role === "participant in a step")
    return inStep(await Workshop.open(server, EVERY_STEP, { plan: created }));
  const owner = await WireClient.join({ url: server.url, planId: plan.id, cookie, reads: false });
  const guest = await join(server.url, keys[role], "Gast");
  const attacker = await WireClient.join({
    url: server.url,
    planId: plan.id,
    cookie: guest.cookie,
    reads: false,
  });
  return { attacker, writer: role === "viewer" ? owner : attacker, owner };
}

/** A participant in the step in which everybody may make cards, once what they write is judged. */
async function inStep(workshop: Workshop): Promise<Attack> {
  await workshop.goTo(EVERY_STEP.findIndex(({ kind }) => kind === "free") + 1);
  const guest = await workshop.join("Gast");
  guest.client.doc.getMap("activities").set("kaart-000001", new Y.Map());
  await guest.client.saved();
  const [owner, attacker] = await Promise.all([
    WireClient.join({ url: server.url, planId: workshop.planId, cookie: workshop.lead.cookie, reads: false }),
    WireClient.join({ url: server.url, planId: workshop.planId, cookie: guest.cookie, reads: false }),
  ]);
  for (const member of [workshop.lead, guest]) await member.client.close();
  return { attacker, writer: owner, owner };
}

/** How long the main thread works from sending a message until the next one is answered, in a plan of its own. */
async function measure({ before, message }: WorstMessage, role: Role): Promise<number> {
  const { attacker, writer, owner } = await attackOf(role);
  for (const update of before) writer.send(encodeSyncUpdate(update));
  await writer.saved();
  await watched.workedMs();
  attacker.socket.send(message);
  await answered(attacker);
  await owner.saved();
  const worked = await watched.workedMs();
  for (const client of [owner, attacker]) await client.close();
  return worked;
}

/** The least of some times: other work on the machine only ever adds. */
async function leastOf(worst: WorstMessage, role: Role): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) least = Math.min(least, await measure(worst, role));
  return least;
}

const rows: { readonly name: string; readonly role: Role; readonly ms: readonly number[] }[] = [];
for (const name of new Set(worstMessages(1_024).map((message) => message.name))) {
  for (const role of ROLES) {
    const ms: number[] = [];
    for (const kib of sizes) {
      const times: number[] = [];
      for (const worst of worstMessages(kib * 1_024))
        if (worst.name === name) times.push(await leastOf(worst, role));
      ms.push(Math.max(...times));
    }
    rows.push({ name, role, ms });
    process.stderr.write(`${name}, ${role}: ${ms.map((value) => value.toFixed(1)).join(", ")} ms\n`);
  }
}

const heldUp: { readonly name: string; readonly ms: number[] }[] = [];
for (const kib of sizes) {
  for (const [layout, known] of Object.entries(KNOWN_LAYOUTS)) {
    for (const [name, ms] of await holdUps(watched, known, kib * 1_024)) {
      const row = heldUp.find((other) => other.name === name) ?? { name, ms: [] };
      if (row.ms.length === 0) heldUp.push(row);
      const at = sizes.indexOf(kib);
      row.ms[at] = Math.max(row.ms[at] ?? 0, ms);
    }
    process.stderr.write(`${layout}, ${String(kib)} KiB\n`);
  }
}
await server.stop();

const most = Math.max(...rows.flatMap(({ ms }) => ms));
const table = [
  `Measured with \`pnpm bench:attacks --write\` on ${String(cpus().length)} cores, ${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}: the processor time of the main thread from the moment that a message comes until the next is answered, its share of the commit with it; the least of ${String(rounds)} times. Load of the machine: ${loadAtStart} at the start, ${load()} at the end.`,
  "",
  `| message | from | ${sizes.map((kib) => `${String(kib)} KiB`).join(" | ")} |`,
  `| --- | --- | ${sizes.map(() => "---").join(" | ")} |`,
  ...rows.map(
    ({ name, role, ms }) =>
      `| ${name} | ${role} | ${ms.map((value) => `${value.toFixed(1)} ms`).join(" | ")} |`,
  ),
  "",
  `The most was ${most.toFixed(1)} ms.`,
  "",
  "And the most that the main thread works at once while somebody does this with a plan that holds an update of that length, the worst of all known layouts, and a journal eight times as long:",
  "",
  `| deed | ${sizes.map((kib) => `${String(kib)} KiB`).join(" | ")} |`,
  `| --- | ${sizes.map(() => "---").join(" | ")} |`,
  ...heldUp.map(({ name, ms }) => `| ${name} | ${ms.map((value) => `${value.toFixed(1)} ms`).join(" | ")} |`),
].join("\n");
process.stdout.write(`${table}\n`);
if (options.write) renewSection("attacks", table);
