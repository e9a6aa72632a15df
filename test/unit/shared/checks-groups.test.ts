import { CIRCLES } from "@planwand/shared/access/role.ts";
import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { cardCompleteness, planScore, type Score, scoreOf } from "@planwand/shared/checks/completeness.ts";
import { byRule, circlesWith, countFindings, findingsOf } from "@planwand/shared/checks/groups.ts";
import { findingsAbout, missingIds } from "@planwand/shared/checks/missing-ids.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { expect, test } from "vitest";
import { EXAMPLE_DAY, exampleToCheck, withActivity } from "../../builders/checked-example.ts";

const { plan, journal } = exampleToCheck();
const check = (changed: Plan) => checkPlan(changed, journal, EXAMPLE_DAY);
const waiver = (check: string, subject: string, reason = "Hoort hier niet") => {
  return { id: `waiver-${check}-${subject}`, check, subject, reason };
};

test("[CHK5] must comes before attention and tips, the earliest first, without a date last", () => {
  const { findings } = check(plan);
  expect(findings.slice(0, 8).map(({ rule, date }) => [rule, date])).toEqual([
    ["K15", "2026-11-13"],
    ["K24", "2026-11-13"],
    ["K08", "2027-01-11"],
    ["K23", "2027-03-15"],
    ["K10", "2027-06-14"],
    ["K04", "2027-02-01"],
    ["K18", "2027-02-01"],
    ["K04", "2027-05-31"],
  ]);
  expect(findings.at(-1)?.rule).toBe("K30");
});

test("[CHK6] a finding is up to those who can mend it", () => {
  const { findings } = check(plan);
  const upTo = (rule: string) => findings.filter((one) => one.rule === rule).map((one) => one.parties);
  expect(upTo("K10")).toEqual([["dir"]]);
  expect(upTo("K15")).toEqual([["mt"]]);
  expect(upTo("K31")).toEqual([["fbtoets"]]);
  expect(upTo("K04")).toEqual([[], []]);
  const orphan = withActivity(plan, "a14", {
    roles: { sponsor: [], executor: [], codecider: ["excie"], consulted: [], informed: [] },
  });
  const k10 = check(orphan).findings.find(({ rule, object }) => rule === "K10" && object === "a14");
  expect(k10?.parties).toEqual(["excie"]);
  expect(k10?.circles).toEqual(["examenorganisatie"]);
});

test("[CHK7] a waived finding is listed apart with its reason and counts for nobody", () => {
  const { findings, waived } = check({ ...plan, waivers: [waiver("K08", "a15"), waiver("K08", "a14")] });
  expect(findings.map(({ rule, object }) => `${rule} ${object}`)).not.toContain("K08 a15");
  expect(findings).toHaveLength(17);
  expect(waived.map(({ object, waivers }) => [object, waivers[0]?.reason])).toEqual([
    ["a15", "Hoort hier niet"],
  ]);
  expect(countFindings(findings, plan.parties).bySeverity).toEqual({ M: 4, A: 3, T: 10 });
  expect(missingIds(findings, { severities: ["M"], withFar: true })).not.toContain("a15");
});

test("[CHK7] a waiver of one object waives no other, and none that names another rule", () => {
  const { findings } = check({ ...plan, waivers: [waiver("K12", "a03"), waiver("K07", "a15")] });
  const left = findings.map(({ rule, object }) => `${rule} ${object}`);
  expect(left).toContain("K12 a30");
  expect(left).not.toContain("K12 a03");
  expect(left).toContain("K08 a15");
});

test("[CHK9] groups hold every finding once, and what can wait is kept apart", () => {
  const { findings } = check(plan);
  const groups = byRule(findings);
  expect(groups.flatMap(({ now, far }) => [...now, ...far]).toSorted()).toHaveLength(findings.length);
  expect(groups.map(({ rule }) => rule)).toEqual([
    "K08",
    "K10",
    "K15",
    "K23",
    "K24",
    "K04",
    "K18",
    "K12",
    "K20",
    "K30",
    "K31",
    "K32",
  ]);
  expect(groups.find(({ rule }) => rule === "K10")).toMatchObject({ now: [], far: [{ object: "a32" }] });
});

test("[CHK9] each circle and party sees what is up to it, and nobody's findings are their own choice", () => {
  const { findings } = check(plan);
  const counts = countFindings(findings, plan.parties);
  for (const circle of CIRCLES)
    expect(findingsOf(findings, { kind: "circle", circle })).toHaveLength(counts.byCircle[circle]);
  for (const { party, count } of counts.byParty)
    expect(findingsOf(findings, { kind: "party", party: party.id })).toHaveLength(count);
  expect(findingsOf(findings, { kind: "nobody" })).toHaveLength(counts.nobody);
  expect(findingsOf(findings, { kind: "all" })).toHaveLength(counts.all);
  expect(circlesWith(counts)).toContain("onderwijs");
  expect(findingsAbout(findings, "activity", "a09").map(({ rule }) => rule)).toEqual(["K24"]);
});

test("[CHK10] a card has six parts, and needs dates once it is planned", () => {
  const a14 = plan.activities.find(({ id }) => id === "a14");
  if (a14 === undefined) throw new Error("no a14");
  const of = (change: Partial<typeof a14>, isPlaced = true) =>
    cardCompleteness({ ...a14, ...change, isPlaced });
  expect(of({})).toEqual({ missing: [], filled: 6, total: 6 });
  expect(of({ title: " ", what: "" })).toEqual({ missing: ["title", "what"], filled: 5, total: 6 });
  const two = { ...a14.roles, sponsor: ["mt", "cvb"], executor: [] };
  expect(of({ roles: two })).toEqual({ missing: ["sponsor", "executor"], filled: 5, total: 6 });
  expect(of({ start: null, end: null }).missing).toEqual(["start", "end"]);
  expect(of({ start: null, end: null, status: "blocked" }).missing).toEqual(["start", "end"]);
  expect(of({ start: null, end: null, status: "idea" }).missing).toEqual([]);
  expect(of({}, false).missing).toEqual(["place"]);
});

test("[CHK10] cells add up to phases, and phases to the plan", () => {
  const score = planScore(plan);
  expect(score.plan).toEqual({ complete: 35, of: 37, ideas: 1 });
  const sum = (scores: Iterable<Score>) =>
    [...scores].reduce((all, one) => ({
      complete: all.complete + one.complete,
      of: all.of + one.of,
      ideas: all.ideas + one.ideas,
    }));
  expect(sum(score.phases.values())).toEqual(score.plan);
  for (const [phase, whole] of score.phases)
    expect(sum(score.cells.get(phase)?.values() ?? [])).toEqual(whole);
  expect(scoreOf([])).toEqual({ complete: 0, of: 0, ideas: 0 });
});
