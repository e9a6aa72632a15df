import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** A database from which is only read; a running server may go on writing to it. @throws when there is none or it cannot be read */
export function openToRead(path: string): DatabaseSync {
  if (!existsSync(path)) throw new Error(`Er is geen ${path}.`);
  return new DatabaseSync(path, { readOnly: true });
}
