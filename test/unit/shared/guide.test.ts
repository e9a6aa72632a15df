import { toPlan } from "@planwand/shared/plan/read.ts";
import { EXAMPLE_PLAN } from "@planwand/shared/templates/example-plan.ts";
import { planTemplate } from "@planwand/shared/templates/plan-template.ts";
import { guideProgress, isGuided } from "@planwand/shared/views/guide.ts";
import { expect, test } from "vitest";
import { examplePlanDoc, seededDoc } from "../../builders/plan-doc.ts";

test("domain H6: the example's progress on each of the seven items", () => {
  const progress = guideProgress(toPlan(examplePlanDoc()), "2026-11-23");
  expect(progress["1"]).toEqual({ done: 4, of: 4, ideas: 0 });
  expect(progress["2"]).toEqual({ done: 5, of: 5, ideas: 0 });
  // One activity lacks a criterion and one an executor: the example's own gaps.
  expect(progress["3"].of - progress["3"].done).toBe(1);
  expect(progress["4"].of - progress["4"].done).toBe(1);
  expect(progress["5"]).toEqual({ done: 16, of: 16, ideas: 1 });
  expect(progress["6"]).toEqual({ done: 4, of: 5, ideas: 0 });
  expect(progress["7"].done).toBe(progress["7"].of);
});

test("domain H6: nothing of an empty plan has begun", () => {
  const progress = guideProgress(toPlan(seededDoc("blank")), "2026-11-23");
  expect(progress["1"].done).toBe(0);
  for (const item of ["3", "4", "5", "7"] as const)
    expect(progress[item]).toEqual({ done: 0, of: 0, ideas: 0 });
});

test("domain H6: what is written, connected and decided is not done while there are ideas beside it", () => {
  const { activities, ...rest } = toPlan(examplePlanDoc());
  const { decisions } = rest;
  const [whole] = activities.filter(
    ({ criterion, roles }) => criterion !== "" && roles.executor.length > 0 && roles.codecider.length > 0,
  );
  if (whole === undefined) throw new Error("no activity of the example is whole");
  const of = (more: readonly (typeof whole)[]) => {
    const progress = guideProgress({ ...rest, decisions, activities: [whole, ...more] }, "2026-11-23");
    return (["3", "4", "5"] as const).map((item) => isGuided(progress[item]));
  };
  expect(of([])).toEqual([true, true, true]);
  expect(of([{ ...whole, status: "idea" }])).toEqual([false, false, false]);
});

test("[P34] the example that pages read is a whole template", () => {
  expect(planTemplate.parse(EXAMPLE_PLAN)).toMatchObject({ activities: EXAMPLE_PLAN.activities });
});
