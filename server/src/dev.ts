import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/*
 * `pnpm dev`: the server, started anew at every change, and beside it Vite, which reloads the pages and passes on what is for the
 * server. Either ending ends the other.
 */
const here = import.meta.dirname;
const client = join(here, "..", "..", "client");
const vite = join(client, "node_modules", "vite", "bin", "vite.js");
const pagesPort = 5173;
const env = {
  // The pages come from Vite here, so that is the origin to allow.
  ORIGINS: `http://localhost:${pagesPort},http://127.0.0.1:${pagesPort}`,
  PLANWAND_SERVER: `http://127.0.0.1:${process.env["PORT"] ?? "4455"}`,
  ...process.env,
};

const children: ChildProcess[] = [
  run(["--watch", "--watch-preserve-output", join(here, "main.ts")], process.cwd()),
  run([vite, "--port", String(pagesPort), "--strictPort"], client),
];

function run(args: readonly string[], cwd: string): ChildProcess {
  const child = spawn(process.execPath, args, { cwd, env, stdio: "inherit" });
  child.on("exit", (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 1;
  });
  return child;
}
