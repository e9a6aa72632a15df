import { expect, test } from "vitest";
import { sourceFiles, textOf } from "./tree.ts";

/** The rows of the tables that say how the code calls something: the Dutch, the English and the names in code. */
function rows(): { readonly line: string; readonly dutch: string; readonly names: readonly string[] }[] {
  return textOf("docs/glossary.md")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => ({ line, cells: line.split("|").map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.length === 6 && (cells[3] ?? "").includes("`"))
    .map(({ line, cells }) => ({
      line,
      dutch: cells[1] ?? "",
      names: Array.from((cells[3] ?? "").matchAll(/`([^`]+)`/g), (match) => match[1] ?? ""),
    }));
}

test("[H19] every name in the glossary is one that the code has", () => {
  const source = sourceFiles(/\.tsx?$/);
  const words = new Set(source.flatMap((path) => textOf(path).match(/[\w.]+/g) ?? []));
  const isThere = (name: string): boolean =>
    name.includes("/") ? source.some((path) => path.includes(`/${name}/`)) : words.has(name);
  const unknown = rows().filter(({ names }) => !names.every(isThere));
  expect(rows().length).toBeGreaterThan(40);
  expect(unknown.map(({ line }) => line)).toEqual([]);
});

test("[H19] the glossary has one line for each Dutch word", () => {
  const dutch = rows()
    .map((row) => row.dutch)
    .filter((word) => word !== "–");
  expect(dutch).toEqual([...new Set(dutch)]);
});
