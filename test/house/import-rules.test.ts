import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./tree.ts";

/** For each rule: a file that breaks it, and what that file imports. */
const BREACHES: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ["no-cycles", "shared/src/kernel/a.ts", "shared/src/kernel/b.ts"],
  ["resolvable", "shared/src/kernel/c.ts", "./nowhere.ts"],
  ["no-tests-in-the-product", "server/src/http/t.ts", "test/builders/plan.ts"],
  ["shared-is-pure", "shared/src/plan/n.ts", "node:fs"],
  ["shared-knows-no-screen", "shared/src/views/r.ts", "react"],
  ["shared-stands-alone", "shared/src/report/s.ts", "server/src/config.ts"],
  ["kernel-is-the-bottom", "shared/src/kernel/k.ts", "shared/src/order/rank.ts"],
  ["dates-use-kernel", "shared/src/dates/d.ts", "shared/src/order/rank.ts"],
  ["order-uses-kernel", "shared/src/order/o.ts", "shared/src/access/role.ts"],
  ["access-uses-kernel", "shared/src/access/x.ts", "shared/src/plan/schema.ts"],
  ["plan-uses-the-floor", "shared/src/plan/p.ts", "shared/src/journal/events.ts"],
  ["workshop-uses-the-floor", "shared/src/workshop/w.ts", "shared/src/plan/schema.ts"],
  ["journal-uses-the-floor", "shared/src/journal/j.ts", "shared/src/plan/schema.ts"],
  ["protocol-carries-values", "shared/src/protocol/w.ts", "shared/src/plan/create.ts"],
  ["templates-make-plans", "shared/src/templates/m.ts", "shared/src/protocol/codec.ts"],
  ["copies-are-plans", "shared/src/copying/v.ts", "shared/src/views/decisions.ts"],
  ["readers-read-two-values", "shared/src/views/v.ts", "shared/src/protocol/codec.ts"],
  ["files-read-two-values", "shared/src/exchange/v.ts", "shared/src/views/decisions.ts"],
  ["few-doors-to-yjs", "client/src/features/board/y.ts", "yjs"],
  ["server-uses-shared", "server/src/http/c.ts", "client/src/ui/button.ts"],
  ["adapters-meet-in-compose", "server/src/http/d.ts", "server/src/storage/sqlite/open.ts"],
  ["adapters-use-no-core", "server/src/storage/sqlite/e.ts", "server/src/relay/room.ts"],
  ["ports-know-no-http", "server/src/relay/h.ts", "server/src/http/app.ts"],
  ["database-in-its-adapter", "server/src/plans/q.ts", "node:sqlite"],
  ["client-uses-shared", "client/src/sync/z.ts", "server/src/config.ts"],
  ["features-stand-apart", "client/src/features/board/f.ts", "client/src/features/people/list.ts"],
  ["nobody-imports-the-app", "client/src/features/board/g.ts", "client/src/app/shell.ts"],
  ["only-the-app-knows-features", "client/src/plan/i.ts", "client/src/features/board/card.ts"],
  ["ui-knows-no-plan", "client/src/ui/u.ts", "client/src/plan/index.ts"],
  ["i18n-knows-words", "client/src/i18n/l.ts", "client/src/ui/button.ts"],
  ["sync-is-below-plan", "client/src/sync/m.ts", "client/src/plan/index.ts"],
];

const Cruise = z.object({
  summary: z.object({
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })),
  }),
});
const Configuration = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

const CONFIG = join(ROOT, ".dependency-cruiser.cjs");
let house: string;
let broken: { rule: string; from: string }[];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** How `from` writes an import of `to`: through the package when it is another one's, like the real house. */
function specifier(from: string, to: string): string {
  if (!to.includes("/src/") && !to.startsWith("test/")) return to;
  const [home, target] = [from.split("/")[0], to.split("/")[0]];
  if (home === target) return `${"../".repeat(from.split("/").length - 1)}${to}`;
  return `@planwand/${to.replace("/src/", "/")}`;
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "planwand-house-"));
  mkdirSync(join(house, "node_modules", "@planwand"), { recursive: true });
  for (const name of ["client", "server", "shared", "test"]) {
    const exports = name === "test" ? { "./*": "./*" } : { "./*": "./src/*" };
    write(`${name}/package.json`, JSON.stringify({ name: `@planwand/${name}`, type: "module", exports }));
    symlinkSync(join(house, name), join(house, "node_modules", "@planwand", name));
  }
  for (const name of ["yjs", "react"]) {
    write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, type: "module", exports: "./index.js" }),
    );
    write(`node_modules/${name}/index.js`, "export const it = 1;\n");
  }
  for (const [, , to] of BREACHES)
    if (to.endsWith(".ts") && !to.startsWith(".")) write(to, "export type It = 1;\n");
  for (const [, from, to] of BREACHES) {
    // A type import that is used nowhere: it counts all the same.
    write(from, `import type { It } from "${specifier(from, to)}";\nexport type Mine = It;\n`);
  }
  write("shared/src/kernel/b.ts", 'export type { Mine as It } from "./a.ts";\n');
  write("shared/src/kernel/left-over.ts", "export type It = 1;\n");
  const depcruise = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = [depcruise, "--config", CONFIG, "--output-type", "json", "client", "server", "shared", "test"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 1e8 });
  broken = Cruise.parse(JSON.parse(stdout)).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    from,
  }));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(BREACHES)("[H12] %s: %s may not import %s", (rule, from) => {
  expect(broken).toContainEqual({ rule, from });
});

test("[H12] no-orphans: a file that hangs on nothing is found", () => {
  expect(broken).toContainEqual({ rule: "no-orphans", from: "shared/src/kernel/left-over.ts" });
});

test("[H12] every rule is tried", () => {
  const { forbidden } = Configuration.parse(createRequire(import.meta.url)(CONFIG));
  const tried = new Set([...BREACHES.map(([rule]) => rule), "no-orphans"]);
  expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});
