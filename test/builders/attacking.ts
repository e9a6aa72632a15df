import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join as joinPath } from "node:path";

/** Where one attacker stands. */
export interface Target {
  readonly url: string;
  readonly planId: string;
  readonly cookie: string;
}

/** Attackers in a process of their own, so that what they do costs those who are watched no time but the server's. */
export class Attackers {
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#process = child;
  }

  /** Resolves when each of them has sent something. */
  static async start(targets: readonly Target[]): Promise<Attackers> {
    const child = fork(joinPath(import.meta.dirname, "attackers-process.ts"), { execArgv: [] });
    const underWay = once(child, "message");
    child.send(targets);
    await underWay;
    return new Attackers(child);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.send("stop");
    await ended;
  }
}
