import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the built client is made from. */
const INPUTS = [
  "client/src",
  "client/public",
  "client/index.html",
  "client/build",
  "client/vite.config.ts",
  "client/package.json",
  "docs/handleiding",
  "shared/src",
  "pnpm-lock.yaml",
];

/** The newest modification below `path`, in milliseconds since 1970; 0 when there is nothing. */
function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newestMs(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

/** Builds client/dist when something that it is made from is newer. False when the build failed. */
export function ensureClientBuilt(root: string): boolean {
  const client = join(root, "client");
  const builtMs = newestMs(join(client, "dist", "index.html"));
  if (INPUTS.every((input) => newestMs(join(root, input)) < builtMs)) return true;
  const vite = join(client, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--logLevel", "warn"];
  // Whoever asks, a test too, gets what people get.
  const env = { ...process.env, NODE_ENV: "production" };
  return spawnSync(process.execPath, args, { cwd: client, env, stdio: "inherit" }).status === 0;
}
