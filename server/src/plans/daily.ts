import type { Logger } from "pino";
import type { Snapshots } from "./snapshots.ts";

const EVERY_MS = 3_600_000;

/** Looks every hour which plans changed and have no snapshot of the last day. The returned function stops it and waits for the last. */
export function takeDaily(snapshots: Pick<Snapshots, "takeDue">, log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const taken = await snapshots.takeDue();
      if (taken > 0) log.info({ taken }, "daily snapshots");
    } catch (error) {
      log.error({ err: error }, "daily snapshots failed");
    }
  };
  const timer = setInterval(() => {
    running = running.then(look);
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
