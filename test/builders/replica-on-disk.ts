import * as Y from "yjs";
import type { ServerParts } from "./app.ts";

/** A replica of a plan whose edits go straight to the log on disk, by the clock of the test. */
export async function replicaOnDisk(
  { storage }: Pick<ServerParts, "storage">,
  planId: string,
  clock: () => number,
): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const rows = await storage.log.read(planId, 0);
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  let seq = rows.length;
  doc.on("update", (bytes: Uint8Array) => {
    void storage.log.append([{ planId, seq: ++seq, actorId: "anja-000001", at: clock(), bytes }], []);
  });
  return doc;
}
