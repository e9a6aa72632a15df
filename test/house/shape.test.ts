import { describe, expect, test } from "vitest";
import { filesBelow, linesMatching, sourceFiles, textOf } from "./tree.ts";

function lineCounts(): { path: string; lines: number }[] {
  return sourceFiles()
    .map((path) => ({ path, lines: textOf(path).trimEnd().split("\n").length }))
    .sort((a, b) => a.lines - b.lines);
}

describe("sizes", () => {
  test("[H1] no file is over 400 lines", () => {
    expect(lineCounts().filter(({ lines }) => lines > 400)).toEqual([]);
  });

  test("[H1] nine in ten files are under 250 lines", () => {
    const counts = lineCounts();
    const long = counts.filter(({ lines }) => lines >= 250);
    expect(long.length, JSON.stringify(long)).toBeLessThanOrEqual(counts.length / 10);
  });

  test("[H1] the median file has at most 90 lines", () => {
    const counts = lineCounts();
    expect(counts[Math.floor(counts.length / 2)]?.lines).toBeLessThanOrEqual(90);
  });
});

describe("names", () => {
  const ours = ["client", "server", "shared", "test"].flatMap((folder) =>
    filesBelow(folder, /\.(ts|tsx|css)$/),
  );

  test("[H2] every file and folder name is kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    expect(ours.filter((path) => !path.split("/").every((part) => kebab.test(part)))).toEqual([]);
  });

  test("[H2] no file is a drawer for leftovers", () => {
    const drawer = /(^|[/-])(utils?|helpers?|common|manager|misc)([/.-]|$)/;
    expect(ours.filter((path) => drawer.test(path))).toEqual([]);
  });

  test("[H3] source has no default export", () => {
    expect(linesMatching(sourceFiles(/\.tsx?$/), /^\s*export default\b|\bas default\b/)).toEqual([]);
  });
});
