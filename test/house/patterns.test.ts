import { analyse, type Literal } from "scslre";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles, textOf } from "./tree.ts";

interface Pattern {
  readonly where: string;
  readonly literal: Literal;
}

/** Every regular expression that is written down in a file. */
function patternsIn(path: string, text: string): Pattern[] {
  const found: Pattern[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const literal = { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
      found.push({ where: `${path}:${String(line + 1)}`, literal });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** Why matching one may take more than in proportion to the text, when it may. */
function faultsOf({ where, literal }: Pattern): string[] {
  return analyse(literal).reports.map(
    ({ type, character }) => `${where}: ${type} of ${character.pick} in /${literal.source}/`,
  );
}

test("[H16] no regular expression takes more than in proportion to its text", () => {
  const patterns = sourceFiles(/\.tsx?$/).flatMap((path) => patternsIn(path, textOf(path)));
  expect(patterns.length).toBeGreaterThan(50);
  expect(patterns.flatMap(faultsOf)).toEqual([]);
});

test("[H16] the known bad ones are found", () => {
  const bad = [String.raw`/"[^"]*"|\[[^\]]*\]/g`, String.raw`/[\s:]+$/u`, String.raw`/\s*%$/`, "/(a+)+b/"];
  for (const one of bad)
    expect(patternsIn("bad.ts", `const bad = ${one};`).flatMap(faultsOf), one).not.toEqual([]);
});
