import type { ChainedEvent } from "@planwand/shared/journal/chain.ts";
import { integer, type Row, text, textOrNull } from "./row.ts";

/** Reads a row of `events`. */
export function eventRow(row: Row): ChainedEvent {
  return {
    seq: integer(row, "seq"),
    at: integer(row, "at"),
    actor: text(row, "actor"),
    command: textOrNull(row, "command"),
    type: text(row, "type"),
    body: text(row, "body"),
    content: textOrNull(row, "content"),
    salt: textOrNull(row, "salt"),
    digest: textOrNull(row, "digest"),
    prev: text(row, "prev"),
    hash: text(row, "hash"),
  };
}
