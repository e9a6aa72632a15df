import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import { ensureChromium } from "./setup/chromium.ts";
import { longRuns, type Run } from "./setup/days.ts";
import { momentOf } from "./setup/moment.ts";
import { ensurePrograms } from "./setup/programs.ts";
import { sumOf, type Tally, tally } from "./setup/tally.ts";

/*
 * Runs every test: `pnpm test [--long] [part of a file name …]`. The last line is always `N passed, N failed`.
 * PLANWAND_SEED repeats a run of the randomised tests; PLANWAND_DAY has a run take place at another moment, by the clock of Amsterdam
 * (`2027-03-28T01:30`). `--long` runs them at full size and then on other days.
 */
const here = import.meta.dirname;
const root = join(here, "..");
const args = process.argv.slice(2);
const parts = args.filter((arg) => arg !== "--long");
const seed = process.env["PLANWAND_SEED"] ?? String(randomInt(1, 2 ** 31));
const day = process.env["PLANWAND_DAY"] ?? "";

function finish({ passed, failed, complaints }: Tally): never {
  for (const complaint of complaints) console.log(complaint);
  console.log(`seed ${seed}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function giveUp(complaint: string): never {
  return finish({ passed: 0, failed: 1, complaints: [complaint] });
}

try {
  if (day !== "") momentOf(day);
} catch {
  giveUp(`PLANWAND_DAY=${day} is no moment: write it as 2027-03-28T01:30.`);
}
const chromium = ensureChromium();
if (chromium === null) giveUp("The tests drive a browser: install Chromium, or set CHROMIUM_PATH to one.");
// Before any server runs: an installation in the midst of a test keeps its process busy for so long that connections close.
try {
  ensurePrograms();
} catch (error) {
  giveUp(`Documents are read back by other programs: ${error instanceof Error ? error.message : ""}.`);
}
if (!ensureClientBuilt(root)) giveUp("The client does not build.");

const output = join(here, ".output");
const report = join(output, `report-${process.pid}.json`);
mkdirSync(output, { recursive: true });

function runTests(run: Run): Tally {
  console.log(run.day === "" ? `seed ${seed}` : `seed ${seed}, on ${run.day}`);
  const vitest = spawnSync(
    process.execPath,
    [
      join(here, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...run.files,
    ],
    {
      cwd: here,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        CHROMIUM_PATH: chromium ?? "",
        PLANWAND_SEED: seed,
        PLANWAND_DAY: run.day,
        // Hundreds of servers start: each finds what the one before compiled.
        NODE_COMPILE_CACHE: join(output, "compile-cache"),
        ...(run.isLong ? { PLANWAND_LONG: "1" } : {}),
      },
    },
  );
  if (!existsSync(report))
    return { passed: 0, failed: 1, complaints: ["The test runner ended without a report."] };
  const totals = tally(readFileSync(report, "utf8"), vitest.status ?? 1);
  rmSync(report);
  return totals;
}

const isLong = args.includes("--long");
const runs = isLong && day === "" ? longRuns(parts, Date.now()) : [{ day, files: parts, isLong }];
finish(sumOf(runs.map((run) => ({ day: run.day, ...runTests(run) }))));
