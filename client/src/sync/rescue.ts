import { toPlan } from "@planwand/shared/plan/read.ts";
import * as Y from "yjs";

/**
 * Everything in `doc` as one JSON file: `plan` for people and other tools, `update` (base64, Yjs V1) with every edit, also
 * those that the server does not have. `at`: milliseconds since 1970.
 */
export function rescueFile(doc: Y.Doc, planId: string, at: number): Blob {
  const content = {
    kind: "planwand-rescue",
    planId,
    at: new Date(at).toISOString(),
    plan: toPlan(doc),
    update: base64(Y.encodeStateAsUpdate(doc)),
  };
  return new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
