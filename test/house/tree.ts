import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** Folders that are installed, built or written while running; the rest is the repository. */
const NOT_OURS = new Set([".git", "node_modules", "dist", "data", ".output", ".vite"]);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [relative(ROOT, path)] : [];
  });
}

/** Every file of the repository below `folder`, as a path from its root. */
export function filesBelow(folder: string, wanted: RegExp): string[] {
  const start = join(ROOT, folder);
  return existsSync(start) ? walk(start).filter((path) => wanted.test(path)) : [];
}

/** The TypeScript and stylesheets that the product is made of. */
export function sourceFiles(wanted = /\.(ts|tsx|css)$/): string[] {
  return ["client/src", "server/src", "shared/src"].flatMap((folder) => filesBelow(folder, wanted));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** `path:line: text` for every line of `paths` that matches. */
export function linesMatching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
