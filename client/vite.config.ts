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
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly code: string | null } | null;
}

/** A single icon of the library, of which one file knows all: by way of that file every icon would be in what is loaded first. */
const ICON = /\/lucide-react\/dist\/esm\/icons\/(?<name>[\w-]+)\.mjs$/u;
/** What that file says: the names of an icon, and where it is kept. */
const ICON_NAMES = /export\s*\{(?<names>[^}]*)\}\s*from\s*["']\.\/icons\/(?<file>[\w-]+)\.mjs["']/gu;
const NAMES_OF_ICONS = /import\s*\{(?<names>[^}]*)\}\s*from\s*"lucide-react"/gu;

/** Everything that `entry` imports without asking for it later, itself included; of the icons those that are named in it. */
function importedFrom(entry: string, graph: ModuleGraph): (id: string) => boolean {
  const found = new Set<string>();
  const named = new Set<string>();
  const fileOf = new Map<string, string>();
  const visit = (id: string): void => {
    if (found.has(id) || ICON.test(id)) return;
    found.add(id);
    const module = graph.getModuleInfo(id);
    const code = module?.code ?? "";
    for (const { groups: said } of code.matchAll(NAMES_OF_ICONS))
      for (const name of (said?.["names"] ?? "").split(",")) named.add(name.split(" as ")[0]?.trim() ?? "");
    for (const { groups: said } of code.matchAll(ICON_NAMES))
      for (const name of (said?.["names"] ?? "").split(","))
        fileOf.set(name.replace("default as", "").trim(), said?.["file"] ?? "");
    for (const next of module?.importedIds ?? []) visit(next);
  };
  visit(entry);
  const icons = new Set([...named].map((name) => fileOf.get(name)));
  return (id) => {
    const icon = ICON.exec(id)?.groups?.["name"];
    return icon === undefined ? found.has(id) : icons.has(icon);
  };
}

const source = (path: string): string => join(import.meta.dirname, "src", path);
let groups: readonly (readonly [name: string, isIn: (id: string) => boolean])[] | null = null;

/** What every page needs is one file, and what the wall needs besides another: many small files compress worse. */
function chunkOf(id: string, graph: ModuleGraph): string | null {
  groups ??= [
    ["app", importedFrom(source("app/main.tsx"), graph)],
    ["wall", importedFrom(source("features/board/board.tsx"), graph)],
  ];
  return groups.find(([, isIn]) => isIn(id))?.[0] ?? (ICON.test(id) ? "icons" : null);
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
