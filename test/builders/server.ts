import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { isMoved, timeForChild } from "./clock.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import {
  type CreatePlanRequest,
  type CreatePlanResponse,
  type JoinResponse,
  createPlanResponse,
  joinResponse,
} from "@planwand/shared/protocol/http.ts";

const SERVER_DIR = joinPath(import.meta.dirname, "..", "..", "server");
/** The server as it is run, and at another time than the machine's. */
const MAIN = joinPath(SERVER_DIR, "src", "main.ts");
const MAIN_AT = joinPath(import.meta.dirname, "server-process.ts");
const READY = /^Planwand draait op (http:\/\/\S+:(\d+))$/m;

export interface ServerOptions {
  /** The file to run instead of the product's own. */
  readonly entry?: string;
  /** A temporary folder unless given; that one is removed when the tests end. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  isAlive(): boolean;
  /** SIGTERM; resolves with the exit code, at once when it ended before. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder; `env` comes on top of what it had. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** All that it wrote to standard output and standard error, over all restarts. */
  output(): string;
}

interface Launched {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
}

/** What is left to clear up when the test process ends. */
const leftovers = { processes: new Set<ChildProcess>(), folders: new Set<string>() };
function clearUp(): void {
  for (const child of leftovers.processes) child.kill("SIGKILL");
  for (const folder of leftovers.folders) rmSync(folder, { recursive: true, force: true });
}
process.on("exit", clearUp);
// The test runner ends its workers by a signal, and lets nobody exit by himself.
process.once("SIGTERM", () => {
  clearUp();
  process.kill(process.pid, "SIGKILL");
});

function temporaryDir(): string {
  const path = mkdtempSync(joinPath(tmpdir(), "planwand-data-"));
  leftovers.folders.add(path);
  return path;
}

/**
 * Starts the server on a free port, at the time of the tests, and waits until it answers.
 * @throws Error with its output when it ends instead
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? temporaryDir();
  let output = "";
  let url = "";
  let port = 0;

  async function launch(more: Readonly<Record<string, string>> = {}): Promise<Launched> {
    const own = { LOG_LEVEL: "info", ...options.env, ...more, PORT: String(port), DATA_DIR: dataDir };
    const child = spawn(process.execPath, [options.entry ?? (isMoved() ? MAIN_AT : MAIN)], {
      cwd: SERVER_DIR,
      env: { ...process.env, ...timeForChild(), ...own },
      stdio: ["ignore", "pipe", "pipe"],
    });
    leftovers.processes.add(child);
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    void ended.then(() => leftovers.processes.delete(child));
    let started = "";
    await new Promise<void>((resolve, reject) => {
      const take = (chunk: Buffer) => {
        output += chunk.toString();
        if (url !== "" && started === url) return;
        started += chunk.toString();
        const match = READY.exec(started);
        if (match === null) return;
        url = started = match[1] ?? "";
        port = Number(match[2]);
        resolve();
      };
      child.stdout.on("data", take);
      child.stderr.on("data", take);
      void ended.then((code) => reject(new Error(`the server ended with code ${code}:\n${output}`)));
    });
    return { process: child, ended };
  }

  let launched = await launch();
  const isAlive = () => launched.process.exitCode === null && launched.process.signalCode === null;
  return {
    get url() {
      return url;
    },
    get port() {
      return port;
    },
    get pid() {
      return launched.process.pid ?? -1;
    },
    dataDir,
    isAlive,
    async stop() {
      launched.process.kill("SIGTERM");
      return launched.ended;
    },
    async kill() {
      launched.process.kill("SIGKILL");
      await launched.ended;
    },
    async restart(env) {
      if (isAlive()) throw new Error("the server still runs");
      launched = await launch(env);
    },
    output: () => output,
  };
}

export interface CreatedPlan extends CreatePlanResponse {
  /** The owner's session, as a Cookie header. */
  readonly cookie: string;
}

/** Makes a plan over HTTP, the example unless asked otherwise; `cookie` goes on with a session. */
export async function createPlan(
  url: string,
  body: Partial<CreatePlanRequest> = {},
  cookie?: string,
): Promise<CreatedPlan> {
  const request: CreatePlanRequest = {
    title: "Activiteitenplan",
    template: "example",
    name: "Anja",
    circle: "onderwijs",
    ...body,
  };
  const response = await postJson(`${url}/api/plans`, request, cookie);
  if (response.status !== 201) throw new Error(`no plan: ${response.status} ${await response.text()}`);
  return { ...createPlanResponse.parse(await response.json()), cookie: cookieOf(response) };
}

export interface JoinedPlan extends JoinResponse {
  readonly cookie: string;
}

/** Joins with a key over HTTP; `cookie` goes on with a session. */
export async function join(url: string, key: string, name: string, cookie?: string): Promise<JoinedPlan> {
  const response = await postJson(`${url}/api/join`, { key, name, circle: "ict" }, cookie);
  if (response.status !== 200) throw new Error(`not joined: ${response.status} ${await response.text()}`);
  return { ...joinResponse.parse(await response.json()), cookie: cookieOf(response) };
}

/** The plan's value as the server serves it. */
export async function planOf(
  url: string,
  planId: string,
  cookie: string,
): Promise<{ readonly plan: Plan; readonly contentHash: string; readonly seq: number }> {
  const response = await fetch(`${url}/api/plans/${planId}/plan`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`not served: ${response.status} ${await response.text()}`);
  return {
    plan: (await response.json()) as Plan,
    contentHash: response.headers.get("x-content-hash") ?? "",
    seq: Number(response.headers.get("x-plan-seq")),
  };
}

/** A POST of JSON, with a session when given. */
export function postJson(url: string, body: unknown, cookie?: string): Promise<Response> {
  const headers = { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The session that a response gives, as a Cookie header. */
function cookieOf(response: Response): string {
  const [given] = response.headers.getSetCookie();
  if (given === undefined) throw new Error("no cookie in the answer");
  return given.split(";")[0] ?? "";
}
