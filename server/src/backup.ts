import { join } from "node:path";
import { sha256 } from "./journal/hashing.ts";
import { backupTo } from "./storage/sqlite/backup.ts";
import { momentInName } from "./storage/sqlite/file-name.ts";

/*
 * `pnpm backup [FILE]`: copies all of an installation (DATA_DIR, else ./data) to one file while it runs, and checks the copy. Without a
 * file it goes to `backups` in that folder, under the time of now.
 */
const directory = process.env["DATA_DIR"] ?? "data";
const file = process.argv[2] ?? join(directory, "backups", `planwand-${momentInName(Date.now())}.sqlite`);
try {
  const { plans, events, snapshots } = await backupTo(directory, file, sha256);
  console.log(
    `Back-up gemaakt en nagekeken: ${file} (${String(plans)} plannen, ${String(events)} gebeurtenissen, ${String(snapshots)} momentopnamen).`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
