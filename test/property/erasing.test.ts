import { planIn } from "@planwand/server/plans/plan-value.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { onEveryDay } from "../builders/clock.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { standingPlan } from "../builders/standing-plan.ts";

onEveryDay();

const DAY_MS = 86_400_000;
const ROUNDS = cases(100, 0.05);
const EDITS = 90;

/** All of a plan but its bin, which may be emptier than it was. */
const shown = (plan: Plan): string => JSON.stringify({ ...plan, bin: [] });

test("[DOC20][S30][R27] random histories cleared at random moments: the plan and what is kept read the same, what is older is gone", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const random = seeded(SEED * 977 + round);
    const { clock, parts, planId, doc, give, save, clear, contentHash } = await standingPlan("format");
    const editor = new RandomEditor(doc, random);
    const live: { readonly seq: number; readonly at: number; readonly plan: string }[] = [];
    const days = 1 + Math.floor(random() * 12);
    expect(await give({ type: "retention.set", days })).toBe(200);
    for (let edit = 1; edit <= EDITS; edit++) {
      const together = 1 + Math.floor(random() * 3);
      for (let one = 0; one < together; one++) editor.edit();
      const seq = await save();
      live.push({ seq, at: clock.now, plan: shown(toPlan(doc)) });
      if (random() < 0.1) await parts.documents.compact(planId);
      if (random() < 0.3) clock.now += Math.floor(random() * 3 * DAY_MS);
      if (edit % 30 !== 0) continue;
      const before = clock.now - days * DAY_MS;
      const { activities, decisions } = planIn(await parts.documents.readPlan(planId));
      await clear();
      const read = await parts.documents.readPlan(planId);
      expect(read.contentHash).toBe(contentHash());
      expect(planIn(read)).toMatchObject({ activities, decisions });
      await parts.documents.compact(planId);
      expect((await parts.documents.readPlan(planId)).contentHash).toBe(contentHash());
      const rows = await parts.storage.log.read(planId, 0);
      const first = rows[0]?.seq ?? 0;
      expect(rows.slice(1).every(({ at }) => at >= before)).toBe(true);
      expect(live.filter(({ at }) => at >= before).every((moment) => moment.seq >= first)).toBe(true);
      const joining = new Y.Doc();
      for (const { bytes } of rows) Y.applyUpdate(joining, bytes);
      expect(joining.store.pendingStructs ?? joining.store.pendingDs).toBeNull();
      for (const moment of live.filter(() => random() < 0.3)) {
        const past = await parts.documents.stateAt(planId, moment.seq);
        if (moment.seq < first) expect(past).toBeNull();
        else if (moment.at >= before) {
          if (past === null) throw new Error("a moment that is kept can be read");
          expect(shown(planIn(await parts.documents.readState(planId, past)))).toBe(moment.plan);
        }
      }
    }
    await parts.close();
  }
});
