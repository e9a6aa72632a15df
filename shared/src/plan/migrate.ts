import type * as Y from "yjs";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { readMeta } from "./read-live.ts";
import { PLAN_SCHEMA } from "./schema.ts";

/**
 * Brings a document to the present version of the schema; only the server calls it. There is one version so far, so there is nothing
 * to do. Refused as `not-a-plan` for a document without a version and as `too-new` for one of a later version.
 */
export function migrate(doc: Y.Doc): Result<void, "not-a-plan" | "too-new"> {
  const { schema } = readMeta(doc);
  if (schema < 1) return refuse("not-a-plan");
  return schema > PLAN_SCHEMA ? refuse("too-new") : ok(undefined);
}
