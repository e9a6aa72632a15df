import { chmodSync, mkdirSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Storage } from "../port.ts";
import { StorageUnavailable } from "../port.ts";
import { SqliteAccessStore } from "./access-store.ts";
import { AccessWrites } from "./access-writes.ts";
import { Database } from "./database.ts";
import { SqliteEventLog } from "./event-log.ts";
import { EventWrites } from "./event-writes.ts";
import { FILE_NAME, LOCK_FILE_NAME } from "./file-name.ts";
import { MIGRATIONS } from "./migrations.ts";
import { PlanNumbers } from "./plan-numbers.ts";
import { SqliteFeedStore } from "./feed-store.ts";
import { SqlitePlanStore } from "./plan-store.ts";
import { integer, text } from "./row.ts";
import { SqliteSnapshotStore } from "./snapshot-store.ts";
import { SqliteUpdateLog } from "./update-log.ts";
import { SqliteWorkshopStore } from "./workshop-store.ts";

const PAGE_BYTES = 4096;
/** Pages in the write-ahead log before it is folded into the database: seldom, for that is what costs, except on a small disk. */
const CHECKPOINT_PAGES = 1_000;
const CHECKPOINT_PAGES_SMALL_DISK = 64;
const SMALL_DISK_BYTES = 64 * 1024 * 1024;

export interface SqliteOptions {
  readonly directory: string;
  /** The database may not grow beyond this many pages of 4 KiB; for tests of a full disk. */
  readonly maxPages?: number;
}

/**
 * Opens or makes the database in `directory`. One process at a time: a second one is refused.
 * @throws Error with a sentence for the operator when the folder, the file or its schema is no good
 */
export function openSqlite({ directory, maxPages }: SqliteOptions): Storage {
  const path = join(directory, FILE_NAME);
  const lock = openDatabase(directory, join(directory, LOCK_FILE_NAME));
  const db = openDatabase(directory, path);
  try {
    lock.exec("BEGIN EXCLUSIVE");
    prepare(db, path);
    if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
  } catch (error) {
    db.close();
    lock.close();
    throw inWords(error, path);
  }
  const numbers = new PlanNumbers(db);
  const writes = new AccessWrites(db, numbers);
  const eventWrites = new EventWrites(db);
  const workshops = new SqliteWorkshopStore(db, numbers, writes);
  return {
    async scrub() {
      // Rows that are gone may leave bytes in free places of pages that live on: only a file made anew has none.
      db.exec("VACUUM");
      db.truncateLog();
    },
    plans: new SqlitePlanStore(db, numbers, writes, eventWrites),
    log: new SqliteUpdateLog(db, numbers),
    events: new SqliteEventLog(db, numbers, eventWrites, workshops),
    snapshots: new SqliteSnapshotStore(db, numbers),
    workshops,
    feeds: new SqliteFeedStore(db, numbers),
    access: new SqliteAccessStore(db, numbers, writes),
    async probe() {
      // Folding in the log first gives its space back to a disk that was full.
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      await db.write(() => {
        db.exec("INSERT OR REPLACE INTO probe (id, at) VALUES (1, 0)");
        db.exec("DELETE FROM probe");
      });
    },
    async freeBytes() {
      return freeIn(directory);
    },
    async close() {
      db.close();
      lock.close();
    },
  };
}

/** The bytes that this user may still write in a folder. */
function freeIn(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

function openDatabase(directory: string, path: string): Database {
  try {
    keepPrivate(directory);
    return new Database(path);
  } catch (error) {
    throw new Error(`De map ${directory} is niet te gebruiken voor gegevens (DATA_DIR).`, { cause: error });
  }
}

/** What people wrote is for nobody else on this machine, also in a folder that was there already. */
function keepPrivate(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    chmodSync(directory, 0o700);
  } catch {
    // A folder of somebody else's, such as a mounted volume, is as its owner wants it.
  }
}

function prepare(db: Database, path: string): void {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  // What is deleted is overwritten with zeros, and making the file anew needs no other file beside it.
  db.exec("PRAGMA secure_delete = ON");
  db.exec("PRAGMA temp_store = MEMORY");
  const pages = freeIn(dirname(path)) < SMALL_DISK_BYTES ? CHECKPOINT_PAGES_SMALL_DISK : CHECKPOINT_PAGES;
  db.exec(`PRAGMA wal_autocheckpoint = ${pages}`);
  db.exec(`PRAGMA journal_size_limit = ${pages * PAGE_BYTES}`);
  const check = db.prepare("PRAGMA quick_check(1)").get();
  if (check === undefined || text(check, "quick_check") !== "ok") throw new Error(damaged(path));
  migrate(db, path);
}

function migrate(db: Database, path: string): void {
  const row = db.prepare("PRAGMA user_version").get();
  const version = row === undefined ? 0 : integer(row, "user_version");
  if (version > MIGRATIONS.length) {
    throw new Error(`${path} is gemaakt door een nieuwere versie van Planwand. Gebruik die versie.`);
  }
  MIGRATIONS.slice(version).forEach((script, index) => {
    db.exec(`BEGIN IMMEDIATE; ${script}; PRAGMA user_version = ${version + index + 1}; COMMIT`);
  });
}

function damaged(path: string): string {
  return `${path} is beschadigd. Zet een back-up terug, of verplaats het bestand om leeg te beginnen.`;
}

function inWords(error: unknown, path: string): unknown {
  if (!(error instanceof StorageUnavailable)) return error;
  if (/^SQLite (11|26):/.test(error.message)) return new Error(damaged(path), { cause: error });
  if (error.message.startsWith("SQLite 5:")) {
    return new Error(`${path} is in gebruik door een andere Planwand.`, { cause: error });
  }
  return new Error(`${path} is niet te openen of te beschrijven: ${error.message}`, { cause: error });
}
