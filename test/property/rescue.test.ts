import { rescueFile } from "@planwand/client/sync/rescue.ts";
import { updateParts } from "@planwand/shared/plan/update-parts.ts";
import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import { proposePlan } from "@planwand/shared/exchange/propose-plan.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { VALUE_MAX_LENGTH } from "@planwand/shared/plan/value-length.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import { UPDATE_MAX_BYTES } from "@planwand/server/relay/admission.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, STAMP } from "../builders/plan-doc.ts";
import { docOfPlan } from "../builders/random-plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const LONG_LINE = "Een regel uit een lang Word-document over de examenorganisatie 😀 é. ".repeat(20);

/** A plan in which somebody wrote as much as they could. */
function filled(plan: Plan, lines: number, length: number): Plan {
  const long = Array.from({ length: lines }, (_, at) => `${String(at)} ${LONG_LINE}`)
    .join("\n")
    .trimEnd();
  return {
    ...plan,
    bin: [],
    activities: plan.activities.map(({ rich: { what: formatted, ...rich }, ...activity }, at) => ({
      ...activity,
      what: at % 3 === 0 ? long : activity.what,
      rich: at % 3 === 0 || formatted === undefined ? rich : { ...rich, what: formatted },
      title: at % 3 === 1 ? "t".repeat(length) : activity.title,
      waiting: { for: "w".repeat(length), since: null, party: null },
      links: activity.links.map((link) => ({ ...link, url: `https://a.nl/${"u".repeat(length - 13)}` })),
    })),
  };
}

test("[EX17] a rescue file gives back all that somebody could write", async () => {
  await fc.assert(
    fc.asyncProperty(
      randomPlan(),
      fc.integer({ min: 1, max: 150 }),
      fc.constantFrom(200, VALUE_MAX_LENGTH),
      async (plan, lines, length) => {
        const doc = docOfPlan(filled(plan, lines, length));
        const written = toPlan(doc);
        const file = Buffer.from(await rescueFile(doc, "plan-00000001", 0).arrayBuffer());
        const read = readFile(file, "reservekopie.json", plan.language);
        if (read.kind !== "plan") throw new Error("a rescue file is a plan");
        const back = new Y.Doc();
        createPlanDocument(back, { title: "Terug", language: plan.language });
        const sizes: number[] = [];
        back.on("update", (update: Uint8Array) => {
          for (const part of updateParts(update)) sizes.push(part.update.byteLength);
        });
        const proposal = proposePlan(
          toPlan(back),
          "plan",
          { plan: read.plan, leftOut: [] },
          NO_CHOICES,
          countingIds(),
        );
        expect(proposal.rows.flatMap(({ problems }) => problems)).toEqual([]);
        expect(applyEdits(back, proposal.edits, STAMP).refused).toBe(0);
        const { title, ambition, rich, waivers } = written;
        expect({ ...toPlan(back), title, ambition, rich, waivers }).toEqual(written);
        // All of it is of a size that the server takes.
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(UPDATE_MAX_BYTES);
      },
    ),
    { numRuns: cases(300, 0.06) },
  );
});
