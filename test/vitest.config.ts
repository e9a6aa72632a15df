import { defineConfig } from "vitest/config";
import { PATIENCE_MS } from "./setup/patience.ts";

const isLong = process.env["PLANWAND_LONG"] === "1";
const MINUTE_MS = 60_000;

export default defineConfig({
  resolve: { dedupe: ["yjs"] },
  test: {
    include: ["**/*.test.ts", "**/*.test.tsx"],
    exclude: ["**/node_modules/**"],
    setupFiles: ["setup/property-seed.ts"],
    pool: "forks",
    maxWorkers: 2,
    expect: { poll: { timeout: PATIENCE_MS } },
    // These end what hangs. They are far above what anything takes, since no test may depend on speed.
    testTimeout: (isLong ? 60 : 15) * MINUTE_MS,
    hookTimeout: 10 * MINUTE_MS,
  },
});
