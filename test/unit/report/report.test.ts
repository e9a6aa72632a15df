import { expect, test } from "vitest";
import { EMPTY_JOURNAL, type Seal } from "@planwand/shared/journal/journal.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import { countedIn, meanProgress, progressOf } from "@planwand/shared/views/progress.ts";
import { optionsOf, reportSource, TODAY } from "../../builders/report-source.ts";
import { entriesIn, reportText, subjectsIn } from "../../builders/report-text.ts";

const { plan } = reportSource();

test("[RPT1] domain A5a: every entry of the example is in the report once", () => {
  const found = subjectsIn(composeReport(reportSource(), optionsOf())).map(({ id }) => id);
  expect(found.toSorted()).toEqual(entriesIn(plan).toSorted());
});

test("[RPT2] domain A6: ambition, impact, phases, activities, decisions, communication, progress", () => {
  const { sections } = composeReport(reportSource(), optionsOf());
  expect(sections.map(({ id }) => id).slice(0, 8)).toEqual([
    "ambition",
    "impact",
    "phases",
    "activities",
    "roles",
    "decisions",
    "communication",
    "progress",
  ]);
});

test("[RPT3] the same source gives the same report", () => {
  const first = composeReport(reportSource(), optionsOf());
  expect(composeReport(structuredClone(reportSource()), optionsOf())).toEqual(first);
});

test("[RPT4] a phase leaves out what is not in it, and keeps the numbers of the whole plan", () => {
  const [, phase] = plan.phases;
  if (phase === undefined) throw new Error("the example has phases");
  const report = composeReport(reportSource(), optionsOf({ phase: phase.id }));
  const shown = subjectsIn(report).filter(({ kind }) => kind === "activity");
  const inPhase = plan.activities.filter((one) => one.phase === phase.id);
  expect(shown.map(({ id }) => id)).toEqual(inPhase.map(({ id }) => id));
  const [first] = inPhase;
  const number = plan.activities.findIndex(({ id }) => id === first?.id) + 1;
  expect(reportText(report)).toContain(`A${number} ${first?.title ?? "?"}`);
});

test("[RPT5] what was sealed goes before what the plan says since", () => {
  const decision = plan.decisions.find(({ status }) => status === "decided");
  if (decision === undefined) throw new Error("the example has a decision that was taken");
  const seal: Seal = {
    decision: decision.id,
    question: decision.question,
    outcome: "Zoals het toen is besloten.",
    rationale: decision.rationale,
    decider: decision.decider ?? "",
    deciderName: "MT",
    decidedOn: "2026-10-01",
    by: "member-1234",
    at: Date.parse("2026-10-01T10:00:00Z"),
    seq: 1,
    reopened: null,
  };
  const journal = { ...EMPTY_JOURNAL, seals: new Map([[decision.id, [seal]]]) };
  const text = reportText(composeReport(reportSource(plan, journal), optionsOf({ document: "decisions" })));
  expect(text).toContain("Besluit: Zoals het toen is besloten.");
  expect(text).toContain("In het plan sindsdien gewijzigd: het besluit.");
  expect(text).toContain("Vastgelegd door iemand die niet meer bekend is op 1 oktober 2026");
});

test("[RPT6] domain W7b: a dropped activity stays, with its reason", () => {
  const [first, ...rest] = plan.activities;
  if (first === undefined) throw new Error("the example has activities");
  const others = rest.filter(({ status }) => status !== "dropped");
  const dropped = { ...plan, activities: [{ ...first, status: "dropped" as const }, ...others] };
  const without = composeReport(reportSource(dropped), optionsOf());
  const section = without.sections.filter(({ id }) => id === "dropped");
  expect(subjectsIn({ sections: section })).toEqual([{ kind: "activity", id: first.id }]);
  expect(reportText(without)).toContain("Geen reden gegeven.");
  const explained = {
    activity: first.id,
    field: "status" as const,
    from: "active",
    to: "dropped",
    reason: "De leverancier levert dit al.",
    by: "member-1234",
    at: 1,
    seq: 1,
  };
  const journal = { ...EMPTY_JOURNAL, explanations: [explained] };
  const text = reportText(composeReport(reportSource(dropped, journal), optionsOf()));
  expect(text).toContain("Status: van Bezig naar Vervallen. De leverancier levert dit al.");
  expect(text).not.toContain("Geen reden gegeven.");
});

test("[RPT7] in English every word of ours is English", () => {
  const empty: Plan = { ...plan, goals: [], activities: [], decisions: [], communications: [], parties: [] };
  const text = reportText(composeReport(reportSource(empty), optionsOf({ language: "en" })));
  expect(text).toContain("Ambition and goals");
  expect(text).not.toMatch(/Activiteiten|Besluiten|Niets\.|Voortgang/u);
});

test("[RPT8] domain T5c: the agenda of a body, and its list of decisions", () => {
  const mt = plan.parties.find(({ name }) => name === "Managementteam (MT)");
  if (mt === undefined) throw new Error("the example has an MT");
  const agenda = composeReport(
    reportSource(),
    optionsOf({ document: "agenda", party: mt.id, on: "2026-12-08", next: "2026-12-15" }),
  );
  expect(agenda.subtitle).toBe("Agenda voor Managementteam (MT) van 8 december 2026");
  const open = plan.decisions.filter(({ decider, status }) => decider === mt.id && status !== "decided");
  const urgent = open.filter(({ neededBy }) => neededBy !== null && neededBy < "2026-12-15");
  expect(urgent.some(({ neededBy }) => (neededBy ?? "") > "2026-12-08")).toBe(true);
  expect(urgent.length).toBeLessThan(open.length);
  const onIt = subjectsIn(agenda).map(({ id }) => id);
  for (const { id } of open) expect(onIt).toContain(id);
  const marks = reportText(agenda).match(/Kan niet wachten tot de volgende vergadering/gu) ?? [];
  expect(marks.length).toBe(urgent.length);
  const list = composeReport(reportSource(), optionsOf({ document: "decisions", party: mt.id }));
  const theirs = plan.decisions.filter(
    ({ decider, advisers }) => decider === mt.id || advisers.includes(mt.id),
  );
  const listed = subjectsIn(list).map(({ id }) => id);
  expect(listed.toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
});

test("[RPT9] domain W7a domain T7b: goal, figures, activities with status, decisions and why", () => {
  const [goal] = plan.goals;
  if (goal === undefined) throw new Error("the example has goals");
  const report = composeReport(reportSource(), optionsOf({ document: "accountability", goal: goal.id }));
  const text = reportText(report);
  for (const figure of [goal.title, goal.measure, goal.baseline, goal.target]) expect(text).toContain(figure);
  const activities = plan.activities.filter(({ goals }) => goals.includes(goal.id));
  const shown = subjectsIn(report).map(({ id }) => id);
  expect(activities.length).toBeGreaterThan(0);
  for (const { id } of activities) expect(shown).toContain(id);
  const decisions = plan.decisions.filter(({ activity }) => activities.some(({ id }) => id === activity));
  for (const { id, rationale } of decisions) {
    expect(shown).toContain(id);
    expect(text).toContain(rationale);
  }
  expect(report.version.day).toBe(TODAY);
});

test("[RPT10] what is still missing, by check, with its number", () => {
  const text = reportText(composeReport(reportSource(), optionsOf()));
  const late = plan.activities.findIndex(({ title }) => title.startsWith("Gapanalyse"));
  expect(late).toBeGreaterThan(-1);
  expect(text).toContain(`Over tijd: A${late + 1}`);
  expect(text).toMatch(/Geen uitvoerder: A\d+/u);
});

test("[RPT12] domain W5a: the means and counts of the report are those of the page, ideas neither in them nor kept from being late", () => {
  const [first] = plan.activities as [(typeof plan.activities)[number]];
  const idea = { ...first, id: "idea-000001", title: "Nog een idee", status: "idea" as const, progress: 0 };
  const more: Plan = { ...plan, activities: [...plan.activities, { ...idea, end: "2026-11-20" }] };
  const report = composeReport(reportSource(more), optionsOf());
  const text = reportText({ ...report, sections: report.sections.filter(({ id }) => id === "progress") });
  const lines = text.split("\n");
  const view = progressOf(more, TODAY);
  for (const [at, { name }] of more.phases.entries()) {
    const part = view.phases[at]?.rollUp ?? view.whole;
    const row = lines.slice(lines.indexOf(name)).slice(0, 3);
    expect(row).toEqual([name, String(countedIn(part)), `${String(meanProgress(part))}%`]);
  }
  expect(text).toContain(`A${String(more.activities.length)}`);
});
