import { planIn } from "@planwand/server/plans/plan-value.ts";
import { createHash } from "node:crypto";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { serverParts } from "../builders/app.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";

/** In the long run ten histories with two hundred moments each. */
const HISTORIES = cases(10, 0.2);
const EDITS = cases(400, 0.5);
const MOMENTS = cases(200);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test("[DOC7] any moment of random histories, also after checkpoints, is rebuilt as it was recorded live", async () => {
  const parts = serverParts();
  for (let round = 0; round < HISTORIES; round++) {
    const random = seeded(SEED * 1_000 + round);
    const created = await createPlan(
      parts,
      {
        title: "Plan",
        template: round % 2 === 0 ? "format" : "example",
        language: "nl",
        session: null,
        isHostBound: false,
        isSharedDevice: false,
        name: "Anja",
        circle: "ict",
      },
      "here",
    );
    const planId = created.plan.id;
    const doc = new Y.Doc();
    for (const { bytes } of await parts.storage.log.read(planId, 0)) Y.applyUpdate(doc, bytes);
    const live: { hash: string; plan: string }[] = [];
    const record = () =>
      live.push({ hash: sha256(canonicalContent(doc)), plan: JSON.stringify(toPlan(doc)) });
    record();
    const updates: Uint8Array[] = [];
    doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
    const editor = new RandomEditor(doc, random);
    while (live.length < EDITS) {
      editor.edit();
      if (updates.length === live.length) record();
    }
    const rows = updates.map((bytes, at) => ({ planId, seq: at + 2, actorId: "anja-000001", at, bytes }));
    const half = Math.floor(rows.length / 2);
    await parts.storage.log.append(rows.slice(0, half), []);
    await parts.documents.compact(planId);
    await parts.storage.log.append(rows.slice(half), []);
    await parts.documents.compact(planId);
    for (let moment = 0; moment < MOMENTS; moment++) {
      const seq = 1 + Math.floor(random() * live.length);
      const past = await parts.documents.stateAt(planId, seq);
      if (past === null) throw new Error(`there is no moment ${String(seq)}`);
      expect(past.contentHash).toBe(live[seq - 1]?.hash);
      const plan = planIn(await parts.documents.readState(planId, past));
      expect(JSON.stringify(plan)).toBe(live[seq - 1]?.plan);
    }
    expect(await parts.documents.stateAt(planId, live.length + 1)).toBeNull();
  }
  await parts.close();
});
