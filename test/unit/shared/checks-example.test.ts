import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { scoreOf } from "@planwand/shared/checks/completeness.ts";
import { expect, test } from "vitest";
import { EXAMPLE_DAY, exampleToCheck } from "../../builders/checked-example.ts";

const { plan, journal } = exampleToCheck();
const { findings } = checkPlan(plan, journal, EXAMPLE_DAY);
const found = findings.map(({ severity, rule, object }) => `${severity} ${rule} ${object}`);

test("[CHK1] the example plan at 2026-11-23 lacks exactly what its authors left out", () => {
  expect(found.toSorted()).toEqual(
    [
      "M K08 a15",
      "M K10 a32",
      "M K15 d05",
      "M K23 a27/a25",
      "M K24 a09",
      "A K04 inrichting/beleid",
      "A K04 borging/ict",
      "A K18 inrichting/feedback",
      "T K12 a03",
      "T K12 a30",
      "T K20 analyse",
      "T K20 ontwerp",
      "T K20 inrichting",
      "T K20 uitvoering",
      "T K20 borging",
      "T K30 plan",
      "T K31 fbtoets",
      "T K32 a35",
    ].toSorted(),
  );
  const words = (rule: string) => findings.filter((one) => one.rule === rule).map((one) => one.words);
  expect(words("K30")).toEqual([{ count: 9 }]);
  expect(words("K31")).toEqual([{ party: "Functioneel beheer toetsafnamesysteem", count: 6 }]);
  expect(words("K20").map(({ parties }) => (parties as readonly string[]).length)).toEqual([4, 9, 8, 7, 3]);
  expect(scoreOf(plan.activities)).toEqual({ complete: 35, of: 37, ideas: 1 });
});

test("[CHK11] without any activity neither empty cells nor parties without a task are told; with the first of them they are", () => {
  const rulesOf = (activities: typeof plan.activities) => {
    const bare = { ...plan, activities, decisions: [], communications: [] };
    const { findings: told } = checkPlan(bare, journal, EXAMPLE_DAY);
    return ["K04", "K34"].map((rule) => told.filter((one) => one.rule === rule).length > 0);
  };
  expect(rulesOf([])).toEqual([false, false]);
  expect(rulesOf(plan.activities.slice(0, 1))).toEqual([true, true]);
});
