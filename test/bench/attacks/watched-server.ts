import { serve } from "@planwand/server/serve.ts";

/*
 * The server as a process that tells on SIGUSR2 how much its main thread has worked since the last time: its own processor time, which
 * other work on the machine does not add to.
 */
let last = process.threadCpuUsage();
process.on("SIGUSR2", () => {
  const { user, system } = process.threadCpuUsage(last);
  last = process.threadCpuUsage();
  process.stdout.write(`worked ${((user + system) / 1_000).toFixed(3)} ms\n`);
});
serve(process.env);
