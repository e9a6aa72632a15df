import { type Logger, pino } from "pino";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Config } from "../config.ts";

/**
 * The server's log: JSON lines on standard output, never a person's name, a plan's content or a secret. Their time is the machine's
 * unless a clock is given.
 */
export function createLog(level: Config["logLevel"], clock?: Clock): Logger {
  const timestamp = clock === undefined ? true : (): string => `,"time":${String(clock())}`;
  return pino({ level, base: null, timestamp }, pino.destination({ dest: 1, sync: true }));
}
