import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { expect, test } from "vitest";
import { ROOT } from "./tree.ts";

const DIST = join(ROOT, "client", "dist");
const SCRIPT_LIMIT_BYTES = 170_000;
const STYLE_LIMIT_BYTES = 30_000;

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isDynamicEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);

/** The scripts and styles that a browser loads before the wall is there: the entry, the wall, and what they import. */
function wallBundle(): { scripts: string[]; styles: string[] } {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(DIST, ".vite", "manifest.json"), "utf8")));
  const reached = new Set<string>();
  const reach = (key: string): void => {
    if (reached.has(key)) return;
    reached.add(key);
    for (const next of manifest[key]?.imports ?? []) reach(next);
  };
  for (const key of Object.keys(manifest)) {
    if (key === "index.html" || key === "src/features/board/board.tsx") reach(key);
  }
  const chunks = [...reached].flatMap((key) => manifest[key] ?? []);
  return {
    scripts: [...new Set(chunks.map((chunk) => chunk.file))],
    styles: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))],
  };
}

function gzipBytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0);
}

test("[H9] the scripts of the wall are at most 170 kB gzip, its styles at most 30", () => {
  const { scripts, styles } = wallBundle();
  expect(scripts.length).toBeGreaterThan(0);
  expect(gzipBytes(scripts), scripts.join(" ")).toBeLessThanOrEqual(SCRIPT_LIMIT_BYTES);
  expect(gzipBytes(styles), styles.join(" ")).toBeLessThanOrEqual(STYLE_LIMIT_BYTES);
});

test("[H9] the text editor is not among them", () => {
  const withEditor = wallBundle().scripts.filter((file) =>
    readFileSync(join(DIST, file), "utf8").includes("ProseMirror"),
  );
  expect(withEditor).toEqual([]);
});

/** Addresses in the text of libraries that are never asked for. */
const NEVER_ASKED = [
  // Names of XML namespaces.
  "http://www.w3.org/",
  // Pages that a warning or error message points its reader at.
  "https://react.dev/errors/",
  "https://react.i18next.com/latest/",
  "https://prosemirror.net/docs/",
  "https://tiptap.dev/api/",
  "https://github.com/yjs/yjs/issues/",
  // A base to read relative addresses against; a name that can never exist.
  "http://here.invalid/",
];

test("[H10] the built client names no other host", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(html|js|css|json|webmanifest)$/.test(path),
  );
  expect(files.length).toBeGreaterThan(0);
  const hosts = files.flatMap((path) =>
    Array.from(
      readFileSync(join(DIST, path), "utf8").matchAll(/https?:\/\/[a-z0-9.-]+[^\s"'`)\\]*/gi),
      ([address]) => ({ path, address }),
    ),
  );
  expect(hosts.filter(({ address }) => !NEVER_ASKED.some((known) => address.startsWith(known)))).toEqual([]);
});
