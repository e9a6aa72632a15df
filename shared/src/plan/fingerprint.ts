import type * as Y from "yjs";
import { canonicalJson } from "./canonical.ts";
import { rootMap } from "./entry.ts";
import { ROOTS } from "./schema.ts";

/** All that a plan document holds, archived entries, unknown fields and garbage included, as one text. */
export function canonicalContent(doc: Y.Doc): string {
  const roots = ROOTS.map((root) => `${JSON.stringify(root)}:${canonicalJson(rootMap(doc, root))}`);
  return `{${roots.join(",")}}`;
}

/**
 * A fingerprint of all that the document holds: equal on all replicas that have the same edits. `sha256` gives the hash of a text's
 * UTF-8 bytes as a string, at once or as a promise, and that is what comes back.
 */
export function contentHash<Hash extends string | Promise<string>>(
  doc: Y.Doc,
  sha256: (text: string) => Hash,
): Hash {
  return sha256(canonicalContent(doc));
}
