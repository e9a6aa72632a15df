import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../../docs/benchmarks.md", import.meta.url);

/** Puts `markdown` between the two marks of a section of docs/benchmarks.md. @throws Error when they are not there. */
export function renewSection(
  name: "relay" | "wall" | "views" | "workshop" | "exports" | "attacks",
  markdown: string,
): void {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest] = readFileSync(FILE, "utf8").split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error("docs/benchmarks.md has lost its marks");
  writeFileSync(FILE, `${before}${start}\n\n${markdown}\n\n${end}${after}`);
}
