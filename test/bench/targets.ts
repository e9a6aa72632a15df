import { NO_LIMITS } from "./no-limits.ts";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createPlan, startServer } from "../builders/server.ts";

/** Where a room is to be found. */
export interface RoomAddress {
  readonly path: string;
  readonly cookie?: string;
}

/** Something that relays, in a process of its own. */
export interface Target {
  readonly name: "planwand" | "bare loop";
  readonly pid: number;
  readonly port: number;
  readonly room: (name: string) => Promise<RoomAddress>;
  readonly stop: () => Promise<void>;
}

/** The real server, on a real disk, with a blank plan a room. */
export async function planwand(): Promise<Target> {
  const server = await startServer({ env: NO_LIMITS });
  return {
    name: "planwand",
    pid: server.pid,
    port: server.port,
    async room(name) {
      const created = await createPlan(server.url, {
        title: name,
        template: "blank",
        name: "Meting",
        circle: "ict",
      });
      return { path: `/sync/${created.plan.id}`, cookie: created.cookie };
    },
    stop: async () => void (await server.stop()),
  };
}

/** A bare `ws` broadcast loop. */
export async function bareLoop(): Promise<Target> {
  const script = fileURLToPath(new URL("bare-loop.ts", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", () => reject(new Error("the bare loop did not start")));
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /bare loop on (\d+)/.exec(chunk.toString());
      if (found !== null) resolve(Number(found[1]));
    });
  });
  if (child.pid === undefined) throw new Error("the bare loop has no process");
  return {
    name: "bare loop",
    pid: child.pid,
    port,
    room: (name) => Promise.resolve({ path: `/${name}` }),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners("exit").once("exit", () => resolve());
        child.kill();
      }),
  };
}
