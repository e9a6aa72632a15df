import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { useSession } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";
import { Workshop } from "../builders/workshop.ts";
import { renewSection } from "./marked-section.ts";
import { residentBytesOf } from "./process-cost.ts";
import { openStage } from "./wall/stage.ts";
import { workshopTables } from "./workshop/report.ts";
import { nowMs, Room } from "./workshop/room.ts";
import { Screen } from "./workshop/screen.ts";
import { play, STEPS } from "./workshop/script.ts";

/**
 * Measures a session of fifty people and the screen of the room in a real browser. Prints a table; `--write` also renews the one in
 * docs/benchmarks.md; `--minutes 1` and `--people 5` are for trying.
 */
const { values: options } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    minutes: { type: "string", default: "10" },
    people: { type: "string", default: "50" },
  },
});
const [minutes, people] = [Number(options.minutes), Number(options.people)];
const load = (): number => loadavg()[0] ?? 0;
const loadAtStart = load();

const stage = await openStage();
try {
  const { server, browser } = stage;
  const workshop = await Workshop.open(server, STEPS);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "nl-NL" });
  await useSession(context, server, workshop.plan.cookie);
  const page = await context.newPage();
  await page.goto(`${server.url}/plan/${workshop.planId}/beamer`);
  await page.getByTestId("joining-corner").waitFor();
  const screen = new Screen();
  await screen.watch(page);
  const { planId, plan } = workshop;
  const reader = await WireClient.join({ url: server.url, planId, cookie: plan.cookie, live: false });
  await reader.close();
  const room = new Room(server, planId, reader.doc);
  const idleBytes = residentBytesOf(server.pid);
  const steps = await play({ workshop, room, screen, pid: server.pid, minutes, people });

  await workshop.lead.give({ type: "session.close", session: workshop.session });
  const minutesMs = new Map<string, number>();
  for (const format of ["docx", "pdf"]) {
    const startMs = nowMs();
    const path = `/api/plans/${workshop.planId}/export/${format}?document=minutes&session=${workshop.session}`;
    const answer = await fetch(`${server.url}${path}`, { headers: { cookie: workshop.plan.cookie } });
    if (!answer.ok) throw new Error(`no minutes: ${await answer.text()}`);
    await answer.arrayBuffer();
    minutesMs.set(format, nowMs() - startMs);
  }
  room.leave();
  await workshop.lead.client.close();
  const tables = workshopTables({
    machine: `${String(cpus().length)} cores, ${cpus()[0]?.model ?? "unknown"}`,
    chromium: browser.version(),
    people,
    minutes,
    steps,
    minutesMs,
    idleBytes,
    load: [loadAtStart, load()],
  });
  console.log(tables);
  if (options.write) renewSection("workshop", tables);
} finally {
  await stage.stop();
}
