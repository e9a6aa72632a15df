import { serve } from "@planwand/server/serve.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";
import { now } from "./clock.ts";
import { type Fault, failingStorage, type WriteName } from "./failing-storage.ts";
import { seeded } from "./run-length.ts";

/*
 * The product in a process of its own, on storage of which a third of the commits are reported as failed. After SIGUSR2 it kills itself at
 * the next of these: when all is on disk and nobody heard of it, when storage is asked whether it takes writes again, or soon after.
 */
const FAILING = 0.33;
const FAILING_PROBES = 0.1;
const random = seeded(Number(process.env["FAULT_SEED"] ?? "1"));
let isArmed = false;
let killsAtProbe = false;
process.on("SIGUSR2", () => (isArmed = true));

const die = (): void => void process.kill(process.pid, "SIGKILL");
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function fault(call: WriteName): Fault {
  if (call === "probe") {
    if (killsAtProbe) return { released: Promise.resolve(), written: die };
    return random() < FAILING_PROBES ? "before" : null;
  }
  if ((call !== "log.append" && call !== "events.append") || random() > FAILING) return null;
  const kind = Math.floor(random() * 4);
  if (!isArmed) return [{ released: after(random() * 20) }, "after", "late", "before"][kind] as Fault;
  if (kind === 0) killsAtProbe = true;
  else if (kind === 1) setTimeout(die, random() * 50);
  else return { released: Promise.resolve(), written: die };
  return random() < 0.5 ? "after" : "late";
}

const disk = openSqlite({ directory: process.env["DATA_DIR"] ?? "" });
serve(process.env, { clock: now, storage: failingStorage(disk, fault) });
