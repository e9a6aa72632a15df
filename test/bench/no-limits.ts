import { type LimitName, LIMIT_NAMES, mostOf, settingOf } from "@planwand/server/budgets/limits.ts";

function valueOf(name: LimitName): string {
  // The one limit that hinders least when it is least.
  if (name === "free-megabytes") return "1";
  return String(Math.min(mostOf(name), 1_000_000_000));
}

/** Settings of a server that refuses and delays nobody: a benchmark is one person at one address who does the work of hundreds. */
export const NO_LIMITS: Readonly<Record<string, string>> = Object.fromEntries(
  LIMIT_NAMES.map((name) => [settingOf(name), valueOf(name)]),
);
