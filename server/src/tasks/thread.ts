import { parentPort, Worker } from "node:worker_threads";
import type { Channel } from "./place.ts";
import type { Port } from "./serve.ts";

/** Starts a thread that does tasks; `maxHeapMb` is what its own objects may take, in MiB. */
export function startThread(file: URL, maxHeapMb: number): Channel {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
  return {
    post: (message, handsOver) => worker.postMessage(message, handsOver ? buffersIn(message) : []),
    onMessage: (listener) => void worker.on("message", listener),
    onEnd(listener) {
      let fate: "memory" | "crash" = "crash";
      let reason = "the thread ended";
      worker.on("error", (error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
          fate = "memory";
        reason = String(error);
      });
      worker.once("exit", () => listener(fate, reason));
    },
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    kill: async () => void (await worker.terminate()),
  };
}

/** The port of the thread in which this runs. */
export function threadPort(): Port {
  const port = parentPort;
  if (port === null) throw new Error("this file runs as a thread");
  return {
    post: (message) => port.postMessage(message, buffersIn(message)),
    onMessage: (listener) => void port.on("message", listener),
  };
}

/** How deep in a message bytes are looked for. */
const DEPTH = 3;

/** The memory of all bytes in a message that have it for themselves: it is handed over instead of copied. */
function buffersIn(message: unknown, depth = DEPTH, found: ArrayBuffer[] = []): ArrayBuffer[] {
  if (typeof message !== "object" || message === null || depth === 0) return found;
  for (const value of Object.values(message)) {
    if (!(value instanceof Uint8Array)) buffersIn(value, depth - 1, found);
    else if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength === value.byteLength)
      found.push(value.buffer);
  }
  return found;
}
