import { serve } from "@planwand/server/serve.ts";

/*
 * The server as a process that tells how much its main thread works: its own processor time, which other work on the machine does not add
 * to. On SIGUSR2 it tells how much since the last time; on SIGHUP it begins to watch, and on the next it tells the most at once.
 */
const workedMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1_000;
};
let last = process.threadCpuUsage();
let mostMs = 0;
let watching: NodeJS.Immediate | null = null;

/** Between two rounds of the loop nobody else has a turn. */
function watch(): void {
  mostMs = Math.max(mostMs, workedMs(last));
  last = process.threadCpuUsage();
  watching = setImmediate(watch);
}

process.on("SIGUSR2", () => {
  process.stdout.write(`worked ${workedMs(last).toFixed(3)} ms\n`);
  last = process.threadCpuUsage();
});
process.on("SIGHUP", () => {
  if (watching === null) {
    mostMs = 0;
    last = process.threadCpuUsage();
    watching = setImmediate(watch);
    process.stdout.write("watching 0 ms\n");
    return;
  }
  clearImmediate(watching);
  watching = null;
  process.stdout.write(`watched ${mostMs.toFixed(3)} ms\n`);
});
serve(process.env);
