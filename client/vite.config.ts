import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = process.env["PLANWAND_SERVER"] ?? "http://127.0.0.1:4455";
const WORKER = "sw.js";

/** Tells the service worker which files to keep on the device; a new build is a new version of it. */
function shellFiles(): Plugin {
  return {
    name: "planwand-shell-files",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error("the pages are built into a folder");
      // Fonts for scripts that Dutch and English do not use come from the server when they are ever needed.
      const isKept = (name: string): boolean =>
        /\.(js|css)$|inter-latin-\S*\.woff2$/.test(name) && name !== WORKER;
      const paths = Object.keys(bundle)
        .filter(isKept)
        .toSorted()
        .map((name) => `/${name}`);
      const files = ["/icon.svg", ...paths].join(" ");
      const version = createHash("sha256").update(files).digest("hex").slice(0, 12);
      const path = join(dir, WORKER);
      const code = await readFile(path, "utf8");
      await writeFile(path, code.replace("__SHELL_FILES__", files).replace("__SHELL_VERSION__", version));
    },
  };
}

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Everything that `entry` imports without asking for it later, itself included. */
function importedFrom(entry: string, graph: ModuleGraph): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(entry);
  return found;
}

const source = (path: string): string => join(import.meta.dirname, "src", path);
let groups: readonly (readonly [name: string, ids: Set<string>])[] | null = null;

/** What every page needs is one file, and what the wall needs besides another: many small files compress worse. */
function chunkOf(id: string, graph: ModuleGraph): string | null {
  groups ??= [
    ["app", importedFrom(source("app/main.tsx"), graph)],
    ["wall", importedFrom(source("features/board/board.tsx"), graph)],
  ];
  return groups.find(([, ids]) => ids.has(id))?.[0] ?? null;
}

export default defineConfig({
  plugins: [react(), shellFiles()],
  // Two copies of yjs do not recognise each other's types.
  resolve: { dedupe: ["yjs", "lib0", "y-protocols", "react", "react-dom"] },
  build: {
    manifest: true,
    target: "es2023",
    sourcemap: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ debugName: "app and wall", name: chunkOf }] } },
    },
  },
  // At the root, because a service worker serves only what lies below it.
  worker: { rolldownOptions: { output: { entryFileNames: WORKER } } },
  server: {
    proxy: {
      "/api": server,
      "/healthz": server,
      "/sync": { target: server, ws: true },
    },
  },
});
