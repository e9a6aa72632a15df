import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { wallTimeAt } from "./moment.ts";

/** One run of vitest. */
export interface Run {
  /** When it takes place, as `momentOf` reads it; empty for the machine's own time. */
  readonly day: string;
  /** Parts of the names of the files to run; none for all. */
  readonly files: readonly string[];
  readonly isLong: boolean;
}

/** Half an hour into a year, while UTC is still in the last: everything is run then. */
const NEW_YEAR = "2027-01-01T00:30";
const ODD = [
  "2028-02-29",
  // A minute before the clock goes from two to three, and from three back to two.
  "2027-03-28T01:59",
  "2027-10-31T02:59",
  "2027-12-31T23:50",
  // A Friday in the summer holidays.
  "2027-07-23",
];

/** The eight days of the long run that starts at `startMs`; on two of them it runs everything. */
export function daysFrom(startMs: number): readonly { readonly day: string; readonly isWhole: boolean }[] {
  const inYears = (years: number): string =>
    wallTimeAt(startMs).add({ years }).toString({ smallestUnit: "minute" });
  return [
    ...[NEW_YEAR, inYears(4)].map((day) => ({ day, isWhole: true })),
    ...[...ODD, inYears(1)].map((day) => ({ day, isWhole: false })),
  ];
}

const TESTS = join(import.meta.dirname, "..");
const NOT_OURS = /(^|\/)(node_modules|\.output)\//;

/** The test files that follow the day of the run, as paths from the folder of the tests. */
export function filesOnEveryDay(): string[] {
  return readdirSync(TESTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => relative(TESTS, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_OURS.test(path))
    .filter((path) => /^onEveryDay\(\);$/m.test(readFileSync(join(TESTS, path), "utf8")))
    .sort();
}

/** What a long run is made of: all at full size today, then the eight days. `parts` are those of file names that were asked for. */
export function longRuns(parts: readonly string[], startMs: number): Run[] {
  const followers = filesOnEveryDay().filter(
    (path) => parts.length === 0 || parts.some((part) => path.includes(part)),
  );
  return [
    { day: "", files: parts, isLong: true },
    ...daysFrom(startMs)
      .filter(({ isWhole }) => isWhole || followers.length > 0)
      .map(({ day, isWhole }) => ({ day, files: isWhole ? parts : followers, isLong: false })),
  ];
}
