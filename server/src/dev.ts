import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/*
 * `pnpm dev`: the server, started anew at every change, and beside it Vite, which reloads the pages and passes on what is for the
 * server. Either ending ends the other.
 */
const here = import.meta.dirname;
const client = join(here, "..", "..", "client");
const port = process.env["PORT"] ?? "4455";

const children: ChildProcess[] = [
  run(["--watch", "--watch-preserve-output", join(here, "main.ts")], process.cwd()),
  run([join(client, "node_modules", "vite", "bin", "vite.js")], client),
];

function run(args: readonly string[], cwd: string): ChildProcess {
  const env = { ...process.env, PLANWAND_SERVER: `http://127.0.0.1:${port}` };
  const child = spawn(process.execPath, args, { cwd, env, stdio: "inherit" });
  child.on("exit", (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 1;
  });
  return child;
}
