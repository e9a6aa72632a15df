import { DatabaseSync, type StatementSync } from "node:sqlite";
import { StorageUnavailable } from "../port.ts";

/** SQLite's primary result codes that mean: the disk or the file, not the question, is what is wrong. */
const UNAVAILABLE_CODES = new Set([
  5, // BUSY: another process holds the file
  8, // READONLY
  10, // IOERR
  11, // CORRUPT
  13, // FULL
  14, // CANTOPEN
  26, // NOTADB
]);

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}

/** StorageUnavailable for trouble with the disk; any other error as it is. */
function translated(error: unknown): unknown {
  const code = primaryCode(error);
  if (code === null || !UNAVAILABLE_CODES.has(code)) return error;
  return new StorageUnavailable(`SQLite ${code}: ${error instanceof Error ? error.message : ""}`, {
    cause: error,
  });
}

/** One connection: transactions that are whole or nothing, and errors in the words of the port. */
export class Database {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = run(() => new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 2_000 }));
  }

  /** @throws StorageUnavailable when the disk is the trouble */
  exec(sql: string): void {
    run(() => this.#db.exec(sql));
  }

  prepare(sql: string): StatementSync {
    return run(() => this.#db.prepare(sql));
  }

  /** Runs `work` without a transaction of its own. */
  async read<T>(work: () => T): Promise<T> {
    return run(work);
  }

  /** Runs `work` in one transaction; when this rejects, nothing of it is stored. */
  async write<T>(work: () => T): Promise<T> {
    return run(() => {
      this.#db.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        this.#db.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Folds the write-ahead log into the database and empties it. @throws StorageUnavailable while somebody still reads from it */
  truncateLog(): void {
    const row = run(() => this.#db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get());
    if (row?.["busy"] !== 0) throw new StorageUnavailable("the write-ahead log is being read");
  }

  close(): void {
    this.#db.close();
  }
}

function run<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}
