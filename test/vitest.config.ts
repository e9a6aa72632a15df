import { defineConfig } from "vitest/config";

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
    testTimeout: (isLong ? 60 : 3) * MINUTE_MS,
    hookTimeout: (isLong ? 10 : 3) * MINUTE_MS,
  },
});
