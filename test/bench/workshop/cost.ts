import { cpuMsOf, residentBytesOf } from "../process-cost.ts";

/** What the server took meanwhile. */
export interface Cost {
  readonly seconds: number;
  /** Processor time of the whole process as a share of one core. */
  readonly coreShare: number;
  readonly peakBytes: number;
}

/** Does something and tells what a process took meanwhile. */
export async function costOf<Value>(
  pid: number,
  during: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly cost: Cost }> {
  let peakBytes = residentBytesOf(pid);
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, residentBytesOf(pid))), 250);
  const [startMs, startCpuMs] = [performance.now(), cpuMsOf(pid)];
  try {
    const value = await during();
    const ms = performance.now() - startMs;
    return { value, cost: { seconds: ms / 1_000, coreShare: (cpuMsOf(pid) - startCpuMs) / ms, peakBytes } };
  } finally {
    clearInterval(watch);
  }
}
