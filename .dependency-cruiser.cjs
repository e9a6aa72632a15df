/**
 * Who may import whom. Each folder may use what lies below it and nothing beside or above it; type imports count.
 * A rule that says "may only" lists everything that is allowed, so a new folder is refused until it is thought about.
 */

/** `from` may import, inside this repository, nothing but `to` and itself. */
function only(name, comment, from, to) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: "^(client|server|shared|test)/", pathNot: [from, ...to] },
  };
}

/** `from` may not import `to`. */
function never(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}

const SHARED_PLAN_VALUES = "^shared/src/plan/(schema|types|plan-value)\\.ts$";
const YJS =
  "node_modules/(yjs|y-protocols|y-websocket|@tiptap/y-tiptap|@tiptap/extension-collaboration(-caret)?)/";

module.exports = {
  forbidden: [
    never("no-cycles", "A cycle has no bottom to start reading at.", {}, { circular: true }),
    never(
      "no-orphans",
      "A file that nobody imports and that imports nobody is left over.",
      {
        orphan: true,
        // The build puts page-styles.ts in the place of what libraries bring.
        pathNot: ["\\.d\\.ts$", "^client/src/(app/main\\.tsx|ui/page-styles\\.ts)$", "\\.config\\.ts$"],
      },
      {},
    ),
    never(
      "resolvable",
      "Every import must lead somewhere; what the build makes is there when it is built.",
      {},
      { couldNotResolve: true, pathNot: "^virtual:" },
    ),
    never(
      "no-tests-in-the-product",
      "The product never needs its tests.",
      { path: "^(client|server|shared)/" },
      { path: "^test/" },
    ),

    never(
      "shared-is-pure",
      "shared knows no machine: no Node built-ins.",
      { path: "^shared/src/" },
      { dependencyTypes: ["core"] },
    ),
    never(
      "shared-knows-no-screen",
      "shared draws nothing and serves nothing.",
      { path: "^shared/src/" },
      { path: "node_modules/(react|react-dom|@tiptap|hono|ws|@hono|vite)/" },
    ),
    only("shared-stands-alone", "shared imports neither client nor server.", "^shared/src/", []),
    only("kernel-is-the-bottom", "kernel imports nothing of ours.", "^shared/src/kernel/", []),
    only("dates-use-kernel", "Days and how they are written know nothing of plans.", "^shared/src/dates/", [
      "^shared/src/kernel/",
    ]),
    only("order-uses-kernel", "Ranks know nothing of plans.", "^shared/src/order/", ["^shared/src/kernel/"]),
    only("access-uses-kernel", "Roles know nothing of plans.", "^shared/src/access/", [
      "^shared/src/kernel/",
    ]),
    only("plan-uses-the-floor", "The plan lies on kernel, order and access.", "^shared/src/plan/", [
      "^shared/src/(kernel|order|access)/",
    ]),
    only("workshop-uses-the-floor", "The workshop lies on kernel and access.", "^shared/src/workshop/", [
      "^shared/src/(kernel|access)/",
    ]),
    only(
      "journal-uses-the-floor",
      "The journal lies on kernel, order, access and the workshop, whose events it keeps.",
      "^shared/src/journal/",
      ["^shared/src/(kernel|order|access|workshop)/"],
    ),
    only(
      "protocol-carries-values",
      "Messages name roles and plan values, never a live document.",
      "^shared/src/protocol/",
      ["^shared/src/(kernel|access)/", SHARED_PLAN_VALUES],
    ),
    only("templates-make-plans", "A template is a plan and a journal to be made.", "^shared/src/templates/", [
      "^shared/src/(kernel|order|access|plan|journal)/",
    ]),
    only("copies-are-plans", "A copy of a plan is a plan, made of its value alone.", "^shared/src/copying/", [
      "^shared/src/(kernel|order|access|plan|dates)/",
    ]),
    only(
      "readers-read-two-values",
      "Checks, differences, views and reports read the plan and the journal.",
      "^shared/src/(checks|diff|views|report)/",
      ["^shared/src/(kernel|dates|order|access|plan|workshop|journal)/"],
    ),
    only(
      "files-read-two-values",
      "What goes out to files and comes back from them is the plan and the journal, and edits as plain data.",
      "^shared/src/exchange/",
      ["^shared/src/(kernel|dates|order|access|plan|workshop|journal|templates|checks)/"],
    ),

    never(
      "few-doors-to-yjs",
      "The shared document is touched in few places, so that its rules can be held.",
      {
        path: "^(client|server|shared)/",
        pathNot: [
          "^shared/src/(plan|templates)/",
          "^server/src/(relay|plans)/",
          // A plan from a file is put together in the process that reads the file.
          "^server/src/imports/import-child\\.ts$",
          "^client/src/(sync|plan|fields)/",
        ],
      },
      { path: YJS },
    ),

    only("server-uses-shared", "The server imports no client.", "^server/src/", ["^shared/src/"]),
    never(
      "adapters-meet-in-compose",
      "Which storage and which bus is chosen in one place.",
      {
        path: "^server/src/",
        pathNot: [
          "^server/src/(compose|check-journals|check-plans|backup|restore|take-out)\\.ts$",
          "^server/src/(storage|bus)/",
        ],
      },
      { path: ["^server/src/storage/(sqlite|postgres)/", "^server/src/bus/(local|redis)"] },
    ),
    never(
      "adapters-use-no-core",
      "An adapter knows its port and nothing above it.",
      { path: "^server/src/(storage|bus)/" },
      { path: "^server/src/", pathNot: ["^server/src/(storage|bus|ops)/"] },
    ),
    never(
      "ports-know-no-http",
      "What keeps and relays plans does not know the web routes.",
      { path: "^server/src/(relay|journal|access|plans|exports|imports|ops|storage|bus)/" },
      {
        path: "^server/src/(http/|compose|serve|main|start|dev|verify-journal|check-journals|backup|restore)",
      },
    ),
    never(
      "database-in-its-adapter",
      "Only the SQLite adapter speaks SQLite.",
      { path: "^server/src/", pathNot: "^server/src/storage/sqlite/" },
      { path: "^(node:)?sqlite$" },
    ),

    only("client-uses-shared", "The client imports no server.", "^client/", ["^shared/src/"]),
    never(
      "features-stand-apart",
      "A feature never imports another feature; what two need belongs below them.",
      { path: "^client/src/features/([^/]+)/" },
      { path: "^client/src/features/", pathNot: "^client/src/features/$1/" },
    ),
    never(
      "nobody-imports-the-app",
      "The app is the top.",
      { path: "^client/src/(features|fields|plan|sync|ui|i18n)/" },
      { path: "^client/src/app/" },
    ),
    never(
      "only-the-app-knows-features",
      "Features hang under the app only.",
      { path: "^client/src/(fields|plan|sync|ui|i18n)/" },
      { path: "^client/src/features/" },
    ),
    only("ui-knows-no-plan", "Primitives draw; they know no plan and no connection.", "^client/src/ui/", [
      "^client/src/i18n/",
      "^shared/src/kernel/",
    ]),
    only("i18n-knows-words", "Words know nothing else.", "^client/src/i18n/", [
      "^shared/src/protocol/refusal",
      // What differs is told in the report too, in the same words.
      "^shared/src/diff/words/",
    ]),
    never(
      "sync-is-below-plan",
      "The connection does not know what a plan means.",
      { path: "^client/src/sync/" },
      { path: "^client/src/(plan|fields|ui)/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(client/dist|test/\\.output)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "module", "browser", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
    builtInModules: { add: ["node:sqlite"] },
  },
};
