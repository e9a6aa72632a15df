import { defineConfig } from "vitest/config";
import { LongestFirst } from "./setup/longest-first.ts";
import { PATIENCE_MS } from "./setup/patience.ts";

const isLong = process.env["PLANWAND_LONG"] === "1";
const MINUTE_MS = 60_000;

/** They set flags of the engine for the whole process, so that each has one of its own. */
const COUNTING_STEPS = ["unit/relay/worst-updates.test.ts"];

export default defineConfig({
  resolve: { dedupe: ["yjs"] },
  test: {
    setupFiles: ["setup/property-seed.ts", "setup/day-of-run.ts"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: PATIENCE_MS } },
    // These end what hangs. They are far above what anything takes, since no test may depend on speed.
    testTimeout: (isLong ? 60 : 15) * MINUTE_MS,
    hookTimeout: 10 * MINUTE_MS,
    projects: [
      {
        extends: true,
        test: {
          name: "shared process",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: ["**/node_modules/**", ...COUNTING_STEPS],
          // What a file imports was mostly imported by one before it: reading it anew for each is a third of the work of small ones.
          isolate: false,
        },
      },
      { extends: true, test: { name: "own process", include: COUNTING_STEPS } },
    ],
  },
});
