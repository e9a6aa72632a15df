import type { Logger } from "pino";

const EVERY_MS = 3_600_000;

/** Something that the server does by itself; tells of how many plans it did anything. */
export interface Chore {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** Does chores every hour, one after the other. The returned function stops it and waits for the last. */
export function everyHour(chores: readonly Chore[], log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const runAll = async (): Promise<void> => {
    for (const { name, run } of chores) {
      try {
        const plans = await run();
        if (plans > 0) log.info({ plans }, name);
      } catch (error) {
        log.error({ err: error }, `${name} failed`);
      }
    }
  };
  const timer = setInterval(() => {
    running = running.then(runAll);
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
