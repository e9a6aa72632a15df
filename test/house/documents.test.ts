import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, ROOT, textOf } from "./tree.ts";

const documents = () => filesBelow("", /\.md$/);

test("[H13] every link between documents leads somewhere", () => {
  const dead = documents().flatMap((path) =>
    Array.from(textOf(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g), (match) => match[1] ?? "")
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test("[H13] every file and folder that a document names is there", () => {
  const missing = documents().flatMap((path) =>
    Array.from(
      textOf(path).matchAll(/`((?:client|server|shared|test|docs)\/[\w./-]+)`/g),
      (match) => match[1],
    )
      .filter((named) => named !== undefined && !existsSync(join(ROOT, named)))
      .map((named) => `${path}: ${named}`),
  );
  expect(missing).toEqual([]);
});

test("[H13] every decision begins with its number and its title, and stands under both in the list of decisions", () => {
  const decisions = filesBelow("docs/decisions", /\/\d{4}-[^/]+\.md$/);
  const rows = decisions.map((path) => {
    const name = path.split("/").at(-1) ?? "";
    const [, title = ""] = /^# \d+\. (.+)$/mu.exec(textOf(path)) ?? [];
    return `- [${String(Number(name.slice(0, 4)))}. ${title}](${name})`;
  });
  const listed = textOf("docs/decisions/README.md")
    .split("\n")
    .filter((line) => line.startsWith("- "));
  expect(decisions.length).toBeGreaterThan(50);
  expect(listed.toSorted()).toEqual(rows.toSorted());
});
