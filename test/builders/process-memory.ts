import { readdirSync, readFileSync } from "node:fs";

/** What a process has in memory, in MiB, as the kernel counts it: now, or the most since that was last forgotten (proc(5)). */
export function memoryMb(pid: number, kind: "VmHWM" | "VmRSS" = "VmRSS"): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, "mu").exec(status)?.[1]) / 1024;
}

/** The processes that a process started and that have not ended. */
export function childrenOf(pid: number): number[] {
  const threads = `/proc/${String(pid)}/task`;
  return readdirSync(threads).flatMap((thread) =>
    readFileSync(`${threads}/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
