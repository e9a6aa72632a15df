import { type RunningServer, startServer } from "../../builders/server.ts";

const ENTRY = new URL("./watched-server.ts", import.meta.url).pathname;

/** A server whose main thread is watched. */
export class WatchedServer {
  readonly server: RunningServer;

  private constructor(server: RunningServer) {
    this.server = server;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<WatchedServer> {
    return new WatchedServer(await startServer({ entry: ENTRY, env }));
  }

  /** How long the main thread has worked since this was last asked, in milliseconds of its own processor time. */
  workedMs(): Promise<number> {
    return this.#ask("SIGUSR2");
  }

  /** The most that the main thread works at once while this is done, in milliseconds of its own processor time. */
  async mostAtOnceMs(work: () => Promise<unknown>): Promise<number> {
    await this.#ask("SIGHUP");
    await work();
    return this.#ask("SIGHUP");
  }

  async #ask(signal: NodeJS.Signals): Promise<number> {
    const seen = this.server.output().length;
    process.kill(this.server.pid, signal);
    for (;;) {
      const told = /(?:worked|watching|watched) ([\d.]+) ms\n/u.exec(this.server.output().slice(seen));
      if (told !== null) return Number(told[1]);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
