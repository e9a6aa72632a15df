import * as Y from "yjs";
import { editPlan, rootMap, type SharedMap } from "./entry.ts";
import { isArchived } from "./read-field.ts";
import { ROOTS } from "./schema.ts";
import { forgetParty } from "./stand-in.ts";

/** Something in the bin: an entry, or a step, link or option of one. */
interface Binned {
  readonly map: SharedMap;
  readonly key: string;
  /** The write that put it in the bin. */
  readonly write: string;
}

/**
 * Takes out of the bin, for good, what lay there already in `past`, an older state of the same plan, and was not taken out since: of
 * both. Only the server does this, when the time for which the past is kept is over; nothing else ever deletes an entry.
 */
export function purgeBin(doc: Y.Doc, past: Y.Doc): void {
  const [now, before] = [binOf(doc), binOf(past)];
  const old = [...now.keys()].filter((path) => before.get(path)?.write === now.get(path)?.write);
  if (old.length === 0) return;
  for (const [of, bin] of [
    [doc, now],
    [past, before],
  ] as const)
    editPlan(of, () => {
      for (const path of old) {
        const binned = bin.get(path);
        if (binned === undefined) continue;
        if (binned.map === rootMap(of, "parties")) forgetParty(of, binned.key);
        binned.map.delete(binned.key);
      }
    });
}

/** All that lies in the bin, by where it is in the document; what is inside something in the bin goes with that. */
function binOf(doc: Y.Doc): Map<string, Binned> {
  const found = new Map<string, Binned>();
  const look = (map: SharedMap, path: readonly string[]): void => {
    for (const [key, value] of map) {
      if (!(value instanceof Y.Map)) continue;
      const here = [...path, key];
      const entry: SharedMap = value;
      if (isArchived(entry)) found.set(JSON.stringify(here), { map, key, write: writeOf(entry) });
      else look(entry, here);
    }
  };
  for (const root of ROOTS) if (root !== "meta") look(rootMap(doc, root), [root]);
  return found;
}

/** Which write put an entry in the bin: one that was out meanwhile may be in it again under the same stamp, by undo. */
function writeOf(entry: SharedMap): string {
  const { client, clock } = entry._map.get("archived")?.id ?? {};
  return `${String(client)} ${String(clock)}`;
}
