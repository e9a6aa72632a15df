import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, linesMatching, ROOT, sourceFiles, textOf } from "./tree.ts";

test("[H5] the lock file and the installed tree hold one version of yjs", () => {
  const locked = Array.from(textOf("pnpm-lock.yaml").matchAll(/^ {2}yjs@(\S+):$/gm), (match) => match[1]);
  expect(new Set(locked).size).toBe(1);
  const installed = readdirSync(join(ROOT, "node_modules", ".pnpm")).filter((name) =>
    name.startsWith("yjs@"),
  );
  expect(installed).toEqual([`yjs@${locked[0]}`]);
});

test("[H6] shared reads no clock, throws no dice and prints nothing", () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bconsole\.|\bperformance\.|\bcrypto\./;
  expect(linesMatching(filesBelow("shared/src", /\.ts$/), impure)).toEqual([]);
});

const code = () => [...sourceFiles(/\.tsx?$/), ...filesBelow("test", /\.tsx?$/)];

/** Put together from halves, so that this file does not find itself. */
const words = (...halves: readonly [string, string][]) =>
  new RegExp(halves.map((half) => half.join("")).join("|"));

test("[H7] no source silences a checker", () => {
  const silencers = words(
    ["@ts-", "(ignore|nocheck|expect-error)"],
    ["(eslint|oxlint)-", "disable"],
    ["(oxfmt|prettier)-", "ignore"],
  );
  expect(linesMatching(code(), silencers)).toEqual([]);
});

test("[H7] no source uses the type that fits everything", () => {
  const fitsAll = words(["(:|\\bas|<|,)\\s*an", "y\\b(\\[\\])*\\s*([=,;)>|&]|$)"]);
  const isComment = /^\S+ (\*|\/\/|\/\*)/;
  expect(linesMatching(code(), fitsAll).filter((line) => !isComment.test(line))).toEqual([]);
});

test("[H7] no test is skipped, left to do or run alone", () => {
  const left = words(
    ["\\b(describe|test|it)\\.", "(skip|todo|only|skipIf|runIf|fails)\\b"],
    ["\\bskip", "\\(\\)"],
  );
  expect(linesMatching(filesBelow("test", /\.test\.tsx?$/), left)).toEqual([]);
});

test("[H8] no file names the machine that it was written on", () => {
  const machine = words(
    ["/wo", "rk/"],
    ["/tm", "p/brief"],
    ["/ro", "ot/"],
    ["/hom", "e/[a-z]"],
    ["/User", "s/[A-Za-z]"],
    ["registry\\.", "(npmjs|yarnpkg|npmmirror)"],
    ["deb\\.debian", "\\.org"],
    ["(127\\.0\\.0\\.1|local", "host):(4873|8081|3141)"],
  );
  expect(linesMatching(filesBelow("", /\.(?!png$|woff2$|ico$|bin$)[a-z]+$|\/run$/), machine)).toEqual([]);
});
