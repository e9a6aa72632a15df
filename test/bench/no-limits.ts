import { LIMIT_NAMES, settingOf } from "@planwand/server/budgets/limits.ts";

/** Settings of a server that refuses and delays nobody: a benchmark is one person at one address who does the work of hundreds. */
export const NO_LIMITS: Readonly<Record<string, string>> = Object.fromEntries(
  LIMIT_NAMES.map((name) => [settingOf(name), "1000000000"]),
);
