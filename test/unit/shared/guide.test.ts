import { toPlan } from "@planwand/shared/plan/read.ts";
import { EXAMPLE_PLAN } from "@planwand/shared/templates/example-plan.ts";
import { planTemplate } from "@planwand/shared/templates/plan-template.ts";
import { guideProgress } from "@planwand/shared/views/guide.ts";
import { expect, test } from "vitest";
import { examplePlanDoc, seededDoc } from "../../builders/plan-doc.ts";

test("domain H6: the example's progress on each of the seven items", () => {
  const progress = guideProgress(toPlan(examplePlanDoc()), "2026-11-23");
  expect(progress["1"]).toEqual({ done: 4, of: 4 });
  expect(progress["2"]).toEqual({ done: 5, of: 5 });
  // One activity lacks a criterion and one an executor: the example's own gaps.
  expect(progress["3"].of - progress["3"].done).toBe(1);
  expect(progress["4"].of - progress["4"].done).toBe(1);
  expect(progress["5"]).toEqual({ done: 16, of: 16 });
  expect(progress["6"]).toEqual({ done: 4, of: 5 });
  expect(progress["7"].done).toBe(progress["7"].of);
});

test("domain H6: nothing of an empty plan has begun", () => {
  const progress = guideProgress(toPlan(seededDoc("blank")), "2026-11-23");
  expect(progress["1"].done).toBe(0);
  for (const item of ["3", "4", "5", "7"] as const) expect(progress[item]).toEqual({ done: 0, of: 0 });
});

test("[P34] the example that pages read is a whole template", () => {
  expect(planTemplate.parse(EXAMPLE_PLAN)).toMatchObject({ activities: EXAMPLE_PLAN.activities });
});
