import example from "@planwand/shared/templates/example.json" with { type: "json" };
import { toPlan } from "@planwand/shared/plan/read.ts";
import { expect, test } from "vitest";
import { seededDoc } from "../../builders/plan-doc.ts";

/** The plan of the seeded example with the ids of the file in place of the fresh ones, in the file's own form. */
function seededExample() {
  const plan = toPlan(seededDoc("example", { title: example.title }));
  const entries = [
    ...plan.goals,
    ...plan.phases,
    ...plan.domains,
    ...plan.parties,
    ...plan.activities,
    ...plan.decisions,
    ...plan.communications,
  ];
  const names = new Map<string, string>();
  const titled = new Map<string, string>();
  for (const entry of example.activities) titled.set(entry.title, entry.id);
  for (const entry of example.goals) titled.set(entry.title, entry.id);
  for (const entry of [...example.phases, ...example.domains, ...example.parties])
    titled.set(entry.name, entry.id);
  for (const entry of example.decisions) titled.set(entry.question, entry.id);
  for (const entry of example.communications) titled.set(entry.message, entry.id);
  for (const entry of entries) {
    const title =
      "title" in entry
        ? entry.title
        : "name" in entry
          ? entry.name
          : "question" in entry
            ? entry.question
            : entry.message;
    names.set(entry.id, titled.get(title) ?? `unknown: ${title}`);
  }
  const back = (id: string | null) => (id === null ? null : names.get(id));
  const backAll = (ids: readonly string[], wanted: readonly string[]) => {
    const found = ids.map((id) => names.get(id));
    return found.toSorted((a, b) => wanted.indexOf(a ?? "") - wanted.indexOf(b ?? ""));
  };
  return { plan, back, backAll };
}

const { plan, back, backAll } = seededExample();

test("[P30] the seeded example holds every goal, phase, domain and party of the file, in its order", () => {
  expect(plan.title).toBe(example.title);
  expect(plan.ambition).toBe(example.ambition);
  expect(plan.goals.map(({ actual: _actual, ...goal }) => ({ ...goal, id: back(goal.id) }))).toEqual(
    example.goals,
  );
  expect(plan.phases.map((phase) => ({ ...phase, id: back(phase.id) }))).toEqual(example.phases);
  expect(plan.domains.map(({ id, name, impact }) => ({ id: back(id), name, impact }))).toEqual(
    example.domains,
  );
  expect(plan.parties.map((party) => ({ ...party, id: back(party.id) }))).toEqual(example.parties);
});

test("[P30] the seeded example holds every activity of the file, field for field", () => {
  expect(plan.activities).toHaveLength(example.activities.length);
  plan.activities.forEach((activity, index) => {
    const wanted = example.activities[index];
    if (wanted === undefined) throw new Error("no such activity in the file");
    const found = {
      id: back(activity.id),
      phase: back(activity.phase),
      domain: back(activity.domain),
      order: activity.order,
      title: activity.title,
      what: activity.what,
      why: activity.why,
      result: activity.result,
      criterion: activity.criterion,
      status: activity.status,
      progress: activity.progress,
      priority: activity.priority,
      start: activity.start,
      end: activity.end,
      roles: {
        sponsor: backAll(activity.roles.sponsor, wanted.roles.sponsor),
        executor: backAll(activity.roles.executor, wanted.roles.executor),
        codecider: backAll(activity.roles.codecider, wanted.roles.codecider),
        consulted: backAll(activity.roles.consulted, wanted.roles.consulted),
        informed: backAll(activity.roles.informed, wanted.roles.informed),
      },
      dependsOn: backAll(activity.dependsOn, wanted.dependsOn),
      steps: activity.steps.map(({ title, done }) => ({ title, done })),
      goals: backAll(activity.goals, wanted.goals),
    };
    expect(found).toEqual(wanted);
    expect(activity.rich).toEqual({});
  });
});

test("[P30] the seeded example holds every decision and communication of the file, field for field", () => {
  const decisions = plan.decisions.map((decision, index) => ({
    id: back(decision.id),
    activity: back(decision.activity),
    question: decision.question,
    options: decision.options.map((option) => option.title),
    decider: back(decision.decider),
    advisers: backAll(decision.advisers, example.decisions[index]?.advisers ?? []),
    neededBy: decision.neededBy,
    status: decision.status,
    outcome: decision.outcome,
    rationale: decision.rationale,
    decidedOn: decision.decidedOn,
  }));
  expect(decisions).toEqual(example.decisions);
  const communications = plan.communications.map((moment, index) => ({
    id: back(moment.id),
    kind: moment.kind,
    phase: back(moment.phase),
    activity: back(moment.activity),
    audience: backAll(moment.audience, example.communications[index]?.audience ?? []),
    channel: moment.channel,
    date: moment.date,
    sender: back(moment.sender),
    message: moment.message,
    done: moment.done,
  }));
  expect(communications).toEqual(example.communications);
});
