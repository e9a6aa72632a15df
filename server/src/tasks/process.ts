import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Channel } from "./place.ts";
import type { Port } from "./serve.ts";

export interface ProcessLimits {
  /** What its own objects may take, and what it may take in all, native code included; in MiB. */
  readonly maxHeapMb: number;
  readonly maxMemoryMb: number;
  /** Further flags of Node. */
  readonly flags?: readonly string[];
}

/** Comes after whatever else the machine does. */
const NICENESS = 5;

/**
 * Memory goes back to the system as soon as it is free, instead of being kept for later; and no more threads than the machine that it is
 * made for has cores.
 */
export const PROCESS_ENVIRONMENT = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "65536",
  MALLOC_MMAP_THRESHOLD_: "65536",
  RAYON_NUM_THREADS: "2",
};

const SHELL = "/bin/sh";
/** Limits the data of a process (RLIMIT_DATA, in KiB) and becomes the program that follows; when memory runs out, it goes first. */
const LIMITED =
  'ulimit -d "$1" || exit 1; { echo 900 > /proc/self/oom_score_adj; } 2>/dev/null; shift; exec "$@"';

/** What a program may read that is only code: this one's own, and what it is made of. */
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CODE = ["server/", "shared/", "node_modules/"].map((folder) => `--allow-fs-read=${ROOT}${folder}`);

/** What Node sets aside for code when it starts, in MiB: it counts as data, though hardly any of it is ever used. */
const RESERVED_MB = 640;

let canLimit: Promise<boolean> | null = null;

/** Whether this machine can limit the memory of a process: tried once. */
export function canLimitMemory(): Promise<boolean> {
  canLimit ??= new Promise((resolve) => {
    const tried = spawn(SHELL, limitedTo(64, [process.execPath, "-e", "0"]), { env: {}, stdio: "ignore" });
    tried.once("exit", (code) => resolve(code === 0));
    tried.once("error", () => resolve(false));
  });
  return canLimit;
}

/** The arguments of a shell for a command that may take no more than so many MiB. */
function limitedTo(maxMemoryMb: number, command: readonly string[]): string[] {
  return ["-c", LIMITED, SHELL, String((maxMemoryMb + RESERVED_MB) * 1024), ...command];
}

/**
 * Starts a process that does tasks. It reads the code of this program, writes no file, starts no program, and knows nothing of the
 * server's surroundings.
 */
export async function startProcess(
  file: URL,
  { maxHeapMb, maxMemoryMb, flags = [] }: ProcessLimits,
): Promise<Channel> {
  const command = [
    process.execPath,
    `--max-old-space-size=${String(maxHeapMb)}`,
    "--max-semi-space-size=16",
    "--permission",
    ...CODE,
    ...flags,
    fileURLToPath(file),
  ];
  const isLimited = await canLimitMemory();
  const [program = "", ...args] = isLimited ? [SHELL, ...limitedTo(maxMemoryMb, command)] : command;
  const child = spawn(program, args, {
    env: PROCESS_ENVIRONMENT,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  if (child.pid !== undefined) lowerPriority(child.pid);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return {
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on("message", listener),
    onEnd(listener) {
      child.once("exit", (code, signal) => listener(fateOf(code, signal), endOf(code, signal)));
      child.once("error", (error) => listener("crash", String(error)));
    },
    hold: (isHeld) => hold(child, isHeld),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The port of the process in which this runs. */
export function processPort(): Port {
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on("message", listener),
  };
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It has ended already, or the system knows no priorities.
  }
}

function hold(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Out of memory, Node and native code both abort, and the system kills. */
function fateOf(code: number | null, signal: NodeJS.Signals | null): "memory" | "crash" {
  const isAbort = signal === "SIGABRT" || signal === "SIGKILL" || signal === "SIGTRAP" || signal === "SIGILL";
  return isAbort || code === 134 ? "memory" : "crash";
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  return `the process ended with ${String(signal ?? code)}`;
}
