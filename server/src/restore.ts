import { join } from "node:path";
import { sha256 } from "./journal/hashing.ts";
import { FILE_NAME, momentInName } from "./storage/sqlite/file-name.ts";
import { restoreFrom } from "./storage/sqlite/backup.ts";

/*
 * `pnpm restore FILE`: puts a backup in DATA_DIR (else ./data), which no server may use meanwhile. What was there is moved aside.
 */
const directory = process.env["DATA_DIR"] ?? "data";
const file = process.argv[2];
try {
  if (file === undefined) throw new Error("Zeg welk bestand: pnpm restore BESTAND.");
  const moved = join(directory, `${FILE_NAME}.before-${momentInName(Date.now())}`);
  const { report, aside } = restoreFrom(file, directory, { sha256, aside: moved });
  console.log(`Teruggezet: ${String(report.plans)} plannen, ${String(report.snapshots)} momentopnamen.`);
  if (aside !== null) console.log(`Wat er stond, staat nu in ${aside}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
