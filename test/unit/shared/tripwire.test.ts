import { createHash } from "node:crypto";
import { canonicalJson } from "@planwand/shared/plan/canonical.ts";
import { FIELDS, ITEM_FIELDS, PLAN_SCHEMA, ROOTS } from "@planwand/shared/plan/schema.ts";
import { CLOSE, MESSAGE, SYNC } from "@planwand/shared/protocol/messages.ts";
import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { expect, test } from "vitest";

const fingerprint = (value: unknown) =>
  createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 16);

// When one of these fails: raise the version with a line of history, add a migration and a document to the corpus, then pin anew.
test("[P37] the schema is the one that was agreed on", () => {
  expect(fingerprint({ PLAN_SCHEMA, ROOTS, FIELDS, ITEM_FIELDS })).toBe("fcf398f1dd116f4a");
});

test("[W7] the wire is the one that was agreed on", () => {
  expect(fingerprint({ PROTOCOL_VERSION, MESSAGE, SYNC, CLOSE, refusals: Object.keys(REFUSALS) })).toBe(
    "ae9cb06a27087226",
  );
});
