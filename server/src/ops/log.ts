import { type Logger, pino } from "pino";
import type { Config } from "../config.ts";

/** The server's log: JSON lines on standard output, never a person's name, a plan's content or a secret. */
export function createLog(level: Config["logLevel"]): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 1, sync: true }));
}
