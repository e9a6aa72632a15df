import { expect, test } from "vitest";
import { filesBelow, textOf } from "./tree.ts";

/** Where the words that a person sees are kept. */
const WORDS = [
  ...filesBelow("client/src/i18n/nl", /\.ts$/),
  ...filesBelow("client/src/i18n/en", /\.ts$/),
  ...filesBelow("shared/src/diff/words", /\.ts$/),
  ...filesBelow("shared/src/report/words", /\.ts$/),
  ...filesBelow("shared/src/exchange", /(lines|sheets)\.ts$/),
  "shared/src/workshop/script-words.ts",
  "server/src/http/problems.ts",
  "server/src/http/workshop-problems.ts",
];

/** The left column of the glossary's last table: what has another word. */
function keptOff(): string[] {
  const [, table = ""] = textOf("docs/glossary.md").split("## Words that are not on screen");
  return table
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (not|-+) +\|/.test(line))
    .flatMap((line) => (line.split("|")[1] ?? "").split(", "))
    .map((words) => words.trim());
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** The texts between quotes of a file of words. */
const textsOf = (path: string): string[] =>
  textOf(path)
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .flatMap((line) => Array.from(line.matchAll(/"([^"]*)"|`([^`]*)`/gu), ([, a, b]) => a ?? b ?? ""));

test("[H20] no text on screen holds a word that has another word", () => {
  const words = keptOff();
  expect(words.length).toBeGreaterThan(20);
  const patterns = words.map((word) => {
    const starts = /^\w/u.test(word) ? String.raw`(?<!\p{L})` : "";
    return new RegExp(starts + escaped(word) + (/\w$/u.test(word) ? String.raw`(?!\p{L})` : ""), "u");
  });
  const found = WORDS.flatMap((path) =>
    textsOf(path)
      .filter((text) => patterns.some((pattern) => pattern.test(text)))
      .map((text) => `${path}: ${text}`),
  );
  const handbook = filesBelow("docs/handleiding", /\.md$/).filter((path) =>
    patterns.some((pattern) => pattern.test(textOf(path))),
  );
  expect([...found, ...handbook]).toEqual([]);
});
