import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { type Sha256, verifyChain } from "@planwand/shared/journal/chain.ts";
import { FILE_NAME, LOCK_FILE_NAME } from "./file-name.ts";
import { MIGRATIONS } from "./migrations.ts";
import { readJournalsOf } from "./read-journals.ts";
import { integer, text } from "./row.ts";

/** What is in a backup, counted after it was checked. */
export interface BackupReport {
  readonly plans: number;
  readonly events: number;
  readonly snapshots: number;
}

/**
 * Copies the database of a folder to a file that is not there yet, with SQLite's own backup, while a server may go on writing; the
 * copy is the state of one moment, and is checked before it is called a backup.
 * @throws Error with a sentence for the operator; then there is no file
 */
export async function backupTo(directory: string, file: string, sha256: Sha256): Promise<BackupReport> {
  const path = join(directory, FILE_NAME);
  if (!existsSync(path)) throw new Error(`Er is geen ${path}.`);
  if (existsSync(file)) throw new Error(`${file} bestaat al. Kies een andere naam.`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  const source = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, unfinished);
    const copy = new DatabaseSync(unfinished);
    // One file by itself: what reads it later needs no other beside it.
    copy.exec("PRAGMA journal_mode = DELETE");
    copy.close();
    const report = checkBackup(unfinished, sha256);
    renameSync(unfinished, file);
    return report;
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts a backup in a folder that no server uses; the database that was there is moved aside, and its new name is returned, null when
 * there was none. @throws Error with a sentence for the operator; then the folder is as it was
 */
export function restoreFrom(
  file: string,
  directory: string,
  options: { readonly sha256: Sha256; readonly aside: string },
): { readonly report: BackupReport; readonly aside: string | null } {
  const report = checkBackup(file, options.sha256);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(directory, LOCK_FILE_NAME), { timeout: 500 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw new Error(`Een Planwand gebruikt ${directory}. Stop die eerst.`, { cause: error });
  }
  try {
    const path = join(directory, FILE_NAME);
    const coming = `${path}.coming`;
    copyFileSync(file, coming);
    const wasThere = existsSync(path);
    for (const end of ["-wal", "-shm", ""])
      if (existsSync(path + end)) renameSync(path + end, options.aside + end);
    renameSync(coming, path);
    return { report, aside: wasThere ? options.aside : null };
  } finally {
    lock.close();
  }
}

/** @throws Error with a sentence when a file is no sound backup */
function checkBackup(file: string, sha256: Sha256): BackupReport {
  if (!existsSync(file)) throw new Error(`Er is geen ${file}.`);
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const check = db.prepare("PRAGMA integrity_check(1)").get();
      if (check === undefined || text(check, "integrity_check") !== "ok") throw new Error("damaged");
      const version = db.prepare("PRAGMA user_version").get();
      if (version === undefined || integer(version, "user_version") > MIGRATIONS.length)
        throw new Error("a newer version");
      const count = (table: string): number =>
        integer(db.prepare(`SELECT count(*) AS n FROM ${table}`).get() ?? {}, "n");
      for (const journal of readJournalsOf(file))
        if (verifyChain(journal.events, journal.head, sha256).length > 0) throw new Error("a broken journal");
      return { plans: count("plans"), events: count("events"), snapshots: count("snapshots") };
    } finally {
      db.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is geen goede back-up (${why}).`, { cause: error });
  }
}
