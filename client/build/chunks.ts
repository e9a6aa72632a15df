import { join } from "node:path";

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly code: string | null } | null;
}

/** A single icon of the library, of which one file knows all: by way of that file every icon would be in what is loaded first. */
const ICON = /\/lucide-react\/dist\/esm\/icons\/(?<name>[\w-]+)\.mjs$/u;
/** What that file says: the names of an icon, and where it is kept. */
const ICON_NAMES = /export\s*\{(?<names>[^}]*)\}\s*from\s*["']\.\/icons\/(?<file>[\w-]+)\.mjs["']/gu;
const NAMES_OF_ICONS = /import\s*\{(?<names>[^}]*)\}\s*from\s*"lucide-react"/gu;

/** Everything that `entries` import without asking for it later, themselves included; of the icons those that are named in it. */
function importedFrom(entries: readonly string[], graph: ModuleGraph): (id: string) => boolean {
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
  for (const entry of entries) visit(entry);
  const icons = new Set([...named].map((name) => fileOf.get(name)));
  return (id) => {
    const icon = ICON.exec(id)?.groups?.["name"];
    return icon === undefined ? found.has(id) : icons.has(icon);
  };
}

/**
 * What is fetched together, in the order in which a visitor needs it; a module belongs to the first that imports it. Few files,
 * because each costs a request, and many small ones compress worse.
 */
const PARTS: readonly (readonly [name: string, entries: readonly string[]])[] = [
  ["app", ["app/main.tsx"]],
  ["wall", ["features/board/board.tsx"]],
  [
    "wall-parts",
    [
      "app/header-parts.ts",
      "app/page-parts.ts",
      "features/board/card-parts.ts",
      "features/board/wall-parts.ts",
      "features/presence/sync-parts.ts",
      "features/settings/settings.tsx",
      "sync/rescue.ts",
      "ui/focus-keeper.tsx",
      "ui/toasts.tsx",
      "ui/windows.ts",
    ],
  ],
  ["start", ["app/start-pages.ts"]],
  ["panel", ["app/activity-page.tsx"]],
  ["tools", ["app/tools.ts", "features/print/print-wall.tsx", "app/new-plan-from-file.tsx"]],
  ["editor", ["fields/rich-editor.tsx"]],
  ["workshop", ["app/workshop-parts.ts"]],
  ["views", ["app/past-page.tsx", "app/plan-view.tsx", "app/views.ts"]],
];

type IsIn = (id: string) => boolean;
let parts: readonly (readonly [name: string, isIn: IsIn])[] | null = null;

function partOf(id: string, graph: ModuleGraph): string | null {
  parts ??= PARTS.map(([name, entries]) => [
    name,
    importedFrom(
      entries.map((path) => join(import.meta.dirname, "..", "src", path)),
      graph,
    ),
  ]);
  return parts.find(([, isIn]) => isIn(id))?.[0] ?? (ICON.test(id) ? "icons" : null);
}

/**
 * Words that both a language and a part need. They import nothing: a language is awaited before the first page is there, so it must
 * not wait for a file that waits for that page.
 */
const SHARED_WORDS = /\/shared\/src\/diff\/words\//u;

/** One group for each part; the bundler gives a module, and all that it imports, to the group with the highest priority. */
export const PART_GROUPS = [
  {
    debugName: "shared-words",
    name: (id: string) => (SHARED_WORDS.test(id) ? "shared-words" : null),
    priority: PARTS.length + 1,
  },
  ...PARTS.map(([part], index) => ({
    debugName: part,
    name: (id: string, graph: ModuleGraph) => (partOf(id, graph) === part ? part : null),
    priority: PARTS.length - index,
  })),
];
