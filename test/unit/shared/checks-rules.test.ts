import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { type Rule, RULE_IDS } from "@planwand/shared/checks/rules.ts";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { describe, expect, test } from "vitest";
import {
  changed,
  type CheckedExample,
  EXAMPLE_DAY,
  exampleToCheck,
  withActivity,
  withDecision,
} from "../../builders/checked-example.ts";

const example = exampleToCheck();

type Change = (plan: Plan, journal: Journal) => Plan | CheckedExample;
const same: Change = (plan) => plan;
const activity =
  (id: string, change: Parameters<typeof withActivity>[2]): Change =>
  (plan) =>
    withActivity(plan, id, change);
const decision =
  (id: string, change: Parameters<typeof withDecision>[2]): Change =>
  (plan) =>
    withDecision(plan, id, change);
const phase =
  (id: string, change: Partial<Plan["phases"][number]>): Change =>
  (plan) => ({ ...plan, phases: changed(plan.phases, id, change) });
const roles = (id: string, change: Partial<Plan["activities"][number]["roles"]>): Change => {
  return (plan) => {
    const card = plan.activities.find((one) => one.id === id);
    if (card === undefined) throw new Error(`no activity ${id}`);
    return withActivity(plan, id, { roles: { ...card.roles, ...change } });
  };
};
const inOrder =
  (...changes: readonly Change[]): Change =>
  (plan, journal) =>
    changes.reduce<CheckedExample>(
      (now, change) => {
        const next = change(now.plan, now.journal);
        return "plan" in next ? next : { ...now, plan: next };
      },
      { plan, journal },
    );
const silent: Change = (plan, journal) => ({ plan, journal: { ...journal, comments: new Map() } });
const party = { id: "new-party", name: "Nieuwe", kind: "team", circle: "ict" } as const;

/** For each rule: what of the example makes it speak about `object`, and with what it says nothing of that. */
const CASES: Readonly<Record<Rule, { object: string; speaks: Change; silent: Change }>> = {
  K01: { object: "plan", speaks: (plan) => ({ ...plan, ambition: " " }), silent: same },
  K02: {
    object: "beleid",
    speaks: (plan) => ({ ...plan, domains: changed(plan.domains, "beleid", { impact: "" }) }),
    silent: same,
  },
  K03: { object: "ontwerp", speaks: phase("ontwerp", { goal: "" }), silent: same },
  K04: {
    object: "inrichting/beleid",
    speaks: same,
    silent: (plan) => ({
      ...plan,
      cells: [{ id: "c", phase: "inrichting", domain: "beleid", emptyReason: "" }],
    }),
  },
  K05: { object: "a14", speaks: activity("a14", { what: "" }), silent: same },
  K06: { object: "a14", speaks: activity("a14", { why: "\n" }), silent: same },
  K07: { object: "a14", speaks: activity("a14", { result: "" }), silent: same },
  K08: { object: "a15", speaks: same, silent: activity("a15", { criterion: "Klaar" }) },
  K09: { object: "a14", speaks: roles("a14", { sponsor: ["mt", "cvb"] }), silent: same },
  K10: { object: "a32", speaks: same, silent: roles("a32", { executor: ["pl"] }) },
  K11: { object: "a14", speaks: roles("a14", { codecider: [] }), silent: same },
  K12: { object: "a03", speaks: same, silent: roles("a03", { codecider: ["excie", "pilot"] }) },
  K13: { object: "d09", speaks: decision("d09", { neededBy: null }), silent: same },
  K14: {
    object: "d12",
    speaks: decision("d12", { assessment: true }),
    silent: decision("d12", { assessment: true, advisers: ["excie"] }),
  },
  K15: { object: "d05", speaks: same, silent: decision("d05", { neededBy: EXAMPLE_DAY }) },
  K16: {
    object: "d09",
    speaks: decision("d09", { neededBy: "2026-12-07" }),
    silent: decision("d09", { neededBy: "2026-12-08" }),
  },
  K17: {
    object: "d09",
    speaks: decision("d09", { status: "decided", outcome: "Ja", decidedOn: EXAMPLE_DAY }),
    silent: decision("d09", {
      status: "decided",
      outcome: "Ja",
      rationale: "Omdat",
      decidedOn: EXAMPLE_DAY,
    }),
  },
  K18: {
    object: "inrichting/feedback",
    speaks: same,
    silent: (plan) => ({
      ...plan,
      communications: changed(plan.communications, "c12", { kind: "feedback" }),
    }),
  },
  K19: {
    object: "c05",
    speaks: (plan) => ({ ...plan, communications: changed(plan.communications, "c05", { done: false }) }),
    silent: same,
  },
  K20: {
    object: "borging",
    speaks: same,
    silent: (plan) => ({
      ...plan,
      communications: changed(plan.communications, "c19", { audience: plan.parties.map(({ id }) => id) }),
    }),
  },
  K21: { object: "a14", speaks: activity("a14", { end: null }), silent: same },
  K22: { object: "a14", speaks: activity("a14", { end: "2027-03-01" }), silent: same },
  K23: { object: "a27/a25", speaks: same, silent: activity("a27", { start: "2027-03-20" }) },
  K24: { object: "a09", speaks: same, silent: activity("a09", { end: EXAMPLE_DAY }) },
  K25: { object: "a09", speaks: silent, silent: same },
  K26: { object: "a01", speaks: activity("a01", { criterion: "" }), silent: same },
  K27: { object: "a20", speaks: silent, silent: same },
  K28: { object: "a37", speaks: activity("a37", { priority: "high" }), silent: same },
  K29: {
    object: "plan",
    speaks: inOrder(activity("a14", { priority: "high" }), activity("a15", { priority: "high" })),
    silent: same,
  },
  K30: {
    object: "g5",
    speaks: (plan) => ({
      ...plan,
      goals: [...plan.goals, { id: "g5", title: "Nieuw", measure: "", baseline: "", target: "", actual: "" }],
    }),
    silent: (plan) => ({
      ...withActivity(plan, "a05", { goals: ["g5"] }),
      goals: [...plan.goals, { id: "g5", title: "Nieuw", measure: "", baseline: "", target: "", actual: "" }],
    }),
  },
  K31: { object: "fbtoets", speaks: same, silent: roles("a27", { executor: ["integ", "exbureau"] }) },
  K32: { object: "a35", speaks: same, silent: (plan) => ({ ...plan, blackouts: [] }) },
  K33: {
    object: "a14",
    speaks: activity("a14", { what: "x".repeat(39) }),
    silent: activity("a14", { what: "x".repeat(40) }),
  },
  K34: {
    object: "new-party",
    speaks: (plan) => ({ ...plan, parties: [...plan.parties, party] }),
    silent: (plan) =>
      withActivity({ ...plan, parties: [...plan.parties, party] }, "a09", {
        waiting: { for: "", since: null, party: "new-party" },
      }),
  },
  K35: {
    object: "a14",
    speaks: activity("a14", {
      what: "Vraag het jan.jansen@voorbeeld.nl, die weet hoe het zit met de rollen.",
    }),
    silent: same,
  },
};

function objectsOf(rule: Rule, change: Change, today = EXAMPLE_DAY): readonly string[] {
  const next = change(example.plan, example.journal);
  const { plan, journal } = "plan" in next ? next : { ...example, plan: next };
  const { findings } = checkPlan(plan, journal, today);
  return findings.filter((finding) => finding.rule === rule).map(({ object }) => object);
}

describe.each(RULE_IDS)("%s", (rule) => {
  const { object, speaks, silent: isSilent } = CASES[rule];
  test("[CHK2] finds what it is for", () => expect(objectsOf(rule, speaks)).toContain(object));
  test("[CHK2] is silent where that is mended", () => {
    expect(objectsOf(rule, isSilent)).not.toContain(object);
  });
});

test("[CHK2] an idea and what was dropped are asked for nothing but a plan and a reason", () => {
  const bare = { what: "", why: "", result: "", criterion: "", start: null, end: null } as const;
  const none = { sponsor: [], executor: [], codecider: [], consulted: [], informed: [] };
  for (const [status, rules] of [
    ["idea", ["K28", "K35"]],
    ["dropped", ["K27", "K35"]],
  ] as const) {
    const title = "Bel 1234567";
    const change = { ...bare, roles: none, status, title, priority: "high", dependsOn: ["a01"] } as const;
    const plan = withActivity(example.plan, "a14", change);
    const { findings } = checkPlan(plan, example.journal, EXAMPLE_DAY);
    const about = findings.filter(({ subject }) => subject.id === "a14");
    expect(about.map(({ rule }) => rule).toSorted()).toEqual(rules);
  }
});

test("[CHK3] nothing is late on its day", () => {
  expect(objectsOf("K15", decision("d05", { neededBy: "2026-11-22" }))).toContain("d05");
  expect(objectsOf("K15", decision("d05", { neededBy: "2026-11-23" }))).not.toContain("d05");
  expect(objectsOf("K24", activity("a09", { end: "2026-11-22" }))).toContain("a09");
  expect(objectsOf("K24", activity("a09", { end: "2026-11-23" }))).not.toContain("a09");
  const moment = (date: string): Change => {
    return (plan) => ({
      ...plan,
      communications: changed(plan.communications, "c05", { done: false, date }),
    });
  };
  expect(objectsOf("K19", moment("2026-11-22"))).toContain("c05");
  expect(objectsOf("K19", moment("2026-11-23"))).not.toContain("c05");
});

test("[CHK3] a decision is asked for up to and with its day, and prepared ones are not", () => {
  expect(objectsOf("K16", decision("d09", { neededBy: "2026-11-23" }))).toContain("d09");
  expect(objectsOf("K16", decision("d09", { neededBy: "2026-11-22" }))).not.toContain("d09");
  const prepared = decision("d09", { neededBy: "2026-11-30", status: "prepared" });
  expect(objectsOf("K16", prepared)).not.toContain("d09");
});

test("[CHK3] blocked is long at 15 days, by what the plan or else the journal says", () => {
  const since = (date: string | null) =>
    activity("a09", { waiting: { for: "levering", since: date, party: null } });
  expect(objectsOf("K25", since("2026-11-08"))).toContain("a09");
  expect(objectsOf("K25", since("2026-11-09"))).not.toContain("a09");
  expect(objectsOf("K25", since(null))).not.toContain("a09");
  const explained = (day: string, time = "10:00:00Z"): Change => {
    return (plan, journal) => {
      const explanation = {
        seq: 1,
        by: "someone-0001",
        at: Date.parse(`${day}T${time}`),
        activity: "a09",
        field: "status",
        from: "active",
        to: "blocked",
        reason: "levering",
      } as const;
      return { plan, journal: { ...journal, comments: new Map(), explanations: [explanation] } };
    };
  };
  expect(objectsOf("K25", explained("2026-11-08"))).toContain("a09");
  expect(objectsOf("K25", explained("2026-11-09"))).not.toContain("a09");
  // Half an hour into a day here it is still the day before in Greenwich.
  expect(objectsOf("K25", explained("2026-11-09", "00:30:00+01:00"))).not.toContain("a09");
});

test("[CHK3] what begins when another ends begins too early; the day after is in time", () => {
  expect(objectsOf("K23", activity("a27", { start: "2027-03-19" }))).toContain("a27/a25");
  expect(objectsOf("K23", activity("a27", { start: "2027-03-20" }))).not.toContain("a27/a25");
});

test("[CHK3] the first and last day of a period belong to it", () => {
  const ontwerp = example.plan.phases.find(({ id }) => id === "ontwerp");
  const { start, end } = ontwerp ?? {};
  expect(objectsOf("K22", activity("a14", { start: start ?? null, end: end ?? null }))).not.toContain("a14");
  const on = (date: string) => activity("a14", { start: "2026-12-07", end: date });
  expect(objectsOf("K32", on("2026-12-20"))).not.toContain("a14");
  expect(objectsOf("K32", on("2026-12-21"))).toContain("a14");
  expect(objectsOf("K32", on("2027-01-01"))).toContain("a14");
  expect(objectsOf("K32", on("2027-01-02"))).not.toContain("a14");
});

test("[CHK3] two activities that both touch the same four weeks are at once; one day further apart they are not", () => {
  const six = (start: string): Change =>
    inOrder(
      ...["a21", "a22", "a23", "a24", "a25"].map((id) =>
        inOrder(
          roles(id, { executor: ["vaststel"] }),
          activity(id, { start: "2027-02-01", end: "2027-03-01" }),
        ),
      ),
      inOrder(roles("a26", { executor: ["vaststel"] }), activity("a26", { start, end: "2027-05-01" })),
    );
  // 1 March is the first and 28 March the last of 28 days.
  expect(objectsOf("K31", six("2027-03-28"))).toContain("vaststel");
  expect(objectsOf("K31", six("2027-03-29"))).not.toContain("vaststel");
});

test("[CHK4] what is done waits for nothing, and nothing waits for what is done or dropped", () => {
  expect(objectsOf("K23", activity("a27", { status: "done" }))).toEqual([]);
  expect(objectsOf("K23", activity("a25", { status: "done" }))).toEqual([]);
  expect(objectsOf("K23", activity("a25", { status: "dropped" }))).toEqual([]);
});

test("[CHK4] a sealed decision is taken, whatever the plan says since", () => {
  const undone = { status: "open", decider: null, neededBy: null, outcome: "", rationale: "" } as const;
  const { findings } = checkPlan(withDecision(example.plan, "d01", undone), example.journal, EXAMPLE_DAY);
  expect(findings.filter(({ subject }) => subject.id === "d01")).toEqual([]);
});

test("[CHK8] what fills in a card that begins more than 90 days ahead can wait, and keeps its weight", () => {
  const far = (start: string) => {
    const plan = withActivity(example.plan, "a32", { start });
    const { findings } = checkPlan(plan, example.journal, EXAMPLE_DAY);
    return findings
      .filter(({ subject }) => subject.id === "a32")
      .filter(({ rule }) => rule === "K10" || rule === "K22")
      .map(({ rule, severity, isFar }) => ({ rule, severity, isFar }));
  };
  expect(far("2027-02-22")).toContainEqual({ rule: "K10", severity: "M", isFar: true });
  expect(far("2027-02-21")).toContainEqual({ rule: "K10", severity: "M", isFar: false });
  expect(far("2027-02-22")).toContainEqual({ rule: "K22", severity: "A", isFar: false });
});
