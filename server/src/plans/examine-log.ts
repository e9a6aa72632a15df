import { examine } from "@planwand/shared/plan/doctor.ts";
import type { Finding } from "@planwand/shared/plan/doctor-fields.ts";
import { migrate } from "@planwand/shared/plan/migrate.ts";
import * as Y from "yjs";
import type { UpdateRow } from "../storage/port.ts";
import { applyAll } from "./plan-log.ts";

/** What is amiss in the document that a whole log makes, and why its version is none that this server has; null when it is. */
export function examineLog(updates: readonly UpdateRow[]): {
  readonly version: "not-a-plan" | "too-new" | null;
  readonly findings: readonly Finding[];
} {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  const migrated = migrate(doc);
  return { version: migrated.ok ? null : migrated.refusal, findings: examine(doc) };
}
