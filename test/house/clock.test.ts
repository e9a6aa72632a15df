import { expect, test } from "vitest";
import { momentOf } from "../setup/moment.ts";
import { daysFrom, filesOnEveryDay, longRuns } from "../setup/days.ts";
import { filesBelow, linesMatching, sourceFiles } from "./tree.ts";

/** Where time comes in: the rest is given it. */
const READERS = new Set([
  "client/src/plan/clock.ts",
  "server/src/compose.ts",
  "server/src/backup.ts",
  "server/src/restore.ts",
  "test/builders/clock.ts",
  "test/run.ts",
  // How long something takes between two processes is told by the clock that both have.
  "test/bench/workshop/room.ts",
  "test/bench/workshop/screen.ts",
]);

/** The ways to read a clock, put together from halves, so that this file does not find itself. */
const READS = new RegExp(
  [
    ["\\bDate", "\\.now\\b"],
    ["\\bDate", "\\[|= (Date);"],
    ["\\bnew ", "Date(\\(\\s*\\)|\\b(?!\\())"],
    ["(?<!new )\\bDate", "\\(\\)"],
    ["\\bTemporal", "\\.Now\\b"],
    ["\\.format(ToParts)?", "\\(\\s*\\)"],
    ["\\bperformance", "\\.timeOrigin\\b"],
    ["\\bgetReal", "SystemTime\\b"],
    ["\\b(unix", "epoch\\(|CURRENT_(TIMESTAMP|DATE|TIME)\\b|strftime\\(|datetime\\('now')"],
  ]
    .map((halves) => halves.join(""))
    .join("|"),
);

test("[H14] nothing reads the clock of the machine but where time comes in", () => {
  const all = [...sourceFiles(/\.tsx?$/), ...filesBelow("test", /\.tsx?$/)];
  expect(
    linesMatching(
      all.filter((path) => !READERS.has(path)),
      READS,
    ),
  ).toEqual([]);
});

test.each([
  ["const at = Date", ".now();"],
  ["createPlan(storage, Date", ".now, request)"],
  ["const { now } = ", "Date;"],
  ["new D", "ate()"],
  ["new D", "ate().getFullYear()"],
  ["new ", "Date"],
  ["String(Date", "())"],
  ["Temporal", ".Now.plainDateISO()"],
  ["new Intl.DateTimeFormat('nl').format", "()"],
  ["performance", ".timeOrigin + 1"],
  ["INSERT INTO probe VALUES (unix", "epoch())"],
])("[H14] %s%s reads it", (...halves) => {
  expect(READS.test(halves.join(""))).toBe(true);
});

test.each([
  "new Date(at).toISOString()",
  "Date.parse(date)",
  "Date.UTC(2026, 10, 23)",
  "value instanceof Date",
  "const startMs = performance.now();",
  "format.format(at)",
  "let day: Date | null",
])("[H14] %s does not", (line) => {
  expect(READS.test(line)).toBe(false);
});

test("[H15] the clock of the schools says a moment, also when it is put forward and back", () => {
  const utc = (at: string) => new Date(momentOf(at)).toISOString().slice(0, 16);
  expect(utc("2027-01-01T00:30")).toBe("2026-12-31T23:30");
  expect(utc("2028-02-29")).toBe("2028-02-29T09:00");
  expect(utc("2027-03-28T01:59")).toBe("2027-03-28T00:59");
  expect(utc("2027-03-28T03:00")).toBe("2027-03-28T01:00");
  expect(utc("2027-10-31T02:59")).toBe("2027-10-31T00:59");
  expect(() => momentOf("morgen")).toThrow(RangeError);
  expect(() => momentOf("2027-02-29")).toThrow(RangeError);
});

test("[H15] the long run is today at full size, then eight days, on two of them everything", () => {
  const days = daysFrom(momentOf("2028-02-29T09:15"));
  expect(days).toHaveLength(8);
  expect(days.filter(({ isWhole }) => isWhole)).toHaveLength(2);
  expect(days.map(({ day }) => day)).toEqual(
    expect.arrayContaining(["2029-02-28T09:15", "2032-02-29T09:15"]),
  );
  const [first, ...others] = longRuns([], momentOf("2026-11-29"));
  expect(first).toEqual({ day: "", files: [], isLong: true });
  expect(others.filter(({ files }) => files.length === 0)).toHaveLength(2);
  const followers = filesOnEveryDay();
  expect(others.filter(({ files }) => files.length > 0).map(({ files }) => files)).toEqual(
    Array.from({ length: 6 }, () => followers),
  );
  expect(longRuns(["house/"], momentOf("2026-11-29"))).toHaveLength(3);
});

test("[H15] every file that follows the day of the run is found by the long run", () => {
  const saying = linesMatching(filesBelow("test", /\.test\.ts$/), /\bonEveryDay\(/);
  const found = filesOnEveryDay().map((path) => `test/${path}`);
  expect([...new Set(saying.map((line) => line.slice(0, line.indexOf(":"))))].sort()).toEqual(found);
});
