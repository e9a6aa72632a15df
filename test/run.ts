import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import { ensureChromium } from "./setup/chromium.ts";
import { ensurePrograms } from "./setup/programs.ts";
import { tally } from "./setup/tally.ts";

/*
 * Runs every test: `pnpm test [--long] [part of a file name …]`. The last line is always `N passed, N failed`.
 * PLANWAND_SEED repeats a run of the randomised tests; `--long` runs them at full size.
 */
const here = import.meta.dirname;
const root = join(here, "..");
const args = process.argv.slice(2);
const seed = process.env["PLANWAND_SEED"] ?? String(randomInt(1, 2 ** 31));

function finish(passed: number, failed: number, complaints: readonly string[]): never {
  for (const complaint of complaints) console.log(complaint);
  console.log(`seed ${seed}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

const chromium = ensureChromium();
if (chromium === null) {
  finish(0, 1, ["The tests drive a browser: install Chromium, or set CHROMIUM_PATH to one."]);
}
// Before any server runs: an installation in the midst of a test keeps its process busy for so long that connections close.
try {
  ensurePrograms();
} catch (error) {
  finish(0, 1, [
    `Documents are read back by other programs: ${error instanceof Error ? error.message : ""}.`,
  ]);
}
if (!ensureClientBuilt(root)) finish(0, 1, ["The client does not build."]);

const output = join(here, ".output");
const report = join(output, `report-${process.pid}.json`);
mkdirSync(output, { recursive: true });
console.log(`seed ${seed}`);
const vitest = spawnSync(
  process.execPath,
  [
    join(here, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args.filter((arg) => arg !== "--long"),
  ],
  {
    cwd: here,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      PLANWAND_SEED: seed,
      ...(args.includes("--long") ? { PLANWAND_LONG: "1" } : {}),
    },
  },
);
if (!existsSync(report)) finish(0, 1, ["The test runner ended without a report."]);
const totals = tally(readFileSync(report, "utf8"), vitest.status ?? 1);
rmSync(report);
finish(totals.passed, totals.failed, totals.complaints);
