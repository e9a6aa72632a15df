import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose } from "@planwand/server/compose.ts";
import { readConfig } from "@planwand/server/config.ts";
import { createLog } from "@planwand/server/ops/log.ts";
import type { Storage } from "@planwand/server/storage/port.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";
import { now } from "./clock.ts";
import { Faults, failingStorage } from "./failing-storage.ts";

/** The whole server in this process, listening, on real storage of which a test makes calls fail. */
export interface ComposedServer {
  readonly url: string;
  readonly faults: Faults;
  /** What is on disk, past all faults. */
  readonly disk: Storage;
  stop(): Promise<void>;
}

export async function composedServer(): Promise<ComposedServer> {
  const directory = mkdtempSync(join(tmpdir(), "planwand-composed-"));
  const disk = openSqlite({ directory });
  const faults = new Faults();
  // A busy machine may read a file as slowly as it does.
  const settings = { LOG_LEVEL: "silent", LIMIT_IMPORT_SECONDS: "600" };
  const read = readConfig({ ...settings, DATA_DIR: directory });
  if (!read.ok) throw new Error(read.refusal.join(" "));
  const storage = failingStorage(disk, faults.of);
  const composed = compose(read.value, createLog("silent"), {
    storage,
    clock: now,
    clientDir: join(directory, "client"),
  });
  await new Promise<void>((resolve) => composed.server.listen(0, "127.0.0.1", resolve));
  const { port } = composed.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    disk,
    async stop() {
      await composed.drain();
      await new Promise((resolve) => {
        composed.server.close(resolve);
        if ("closeAllConnections" in composed.server) composed.server.closeAllConnections();
      });
      await composed.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
