import type { Decision, Party } from "@planwand/shared/plan/schema.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import {
  agendaOf,
  cannotWait,
  changedSince,
  daysLeft,
  inRegisterOrder,
  type Meetings,
  missingFor,
  needsExaminationBoard,
  standingOf,
} from "@planwand/shared/views/decisions.ts";
import type { Seal } from "@planwand/shared/journal/journal.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const [first] = plan.decisions as [Decision];
const SEAL: Seal = {
  decision: first.id,
  question: first.question,
  outcome: first.outcome,
  rationale: first.rationale,
  decider: first.decider ?? "",
  deciderName: "OKE-werkgroep",
  decidedOn: "2026-09-29",
  by: "anja-0001",
  at: 1,
  seq: 1,
  reopened: null,
};

test("[J9] a decision stands as taken only by its seal", () => {
  expect(standingOf({ status: "open" }, SEAL)).toBe("decided");
  expect(standingOf({ status: "decided" }, null)).toBe("unsealed");
  expect(standingOf({ status: "advice" }, null)).toBe("advice");
});

test("[J10] what reads otherwise since the seal is named", () => {
  expect(changedSince(first, SEAL)).toEqual([]);
  expect(changedSince({ ...first, outcome: "Anders", decider: null }, SEAL)).toEqual(["outcome", "decider"]);
});

test("[J9] what a decision lacks is named", () => {
  expect(missingFor(first)).toEqual([]);
  expect(missingFor({ ...first, decider: null, rationale: " " })).toEqual(["rationale", "decider"]);
});

test("domain T5a: the days left count down to the day, and stop when it is taken", () => {
  const due = { neededBy: "2026-12-01" };
  expect(daysLeft(due, "open", "2026-11-24")).toBe(7);
  expect(daysLeft(due, "advice", "2026-12-02")).toBe(-1);
  expect(daysLeft(due, "decided", "2026-12-02")).toBeNull();
  expect(daysLeft({ neededBy: null }, "open", "2026-12-02")).toBeNull();
});

test("domain T5c: a matter of assessment asks for the examination board, until it decides or advises", () => {
  const board: Party = {
    id: "board-00001",
    name: "Examencommissie",
    kind: "body",
    circle: "examenorganisatie",
  };
  const team: Party = { id: "team-000001", name: "MT", kind: "body", circle: "bestuur" };
  const open: Decision = { ...first, assessment: true, decider: team.id, advisers: [] };
  const parties = [board, team];
  expect(needsExaminationBoard(open, parties)).toBe(true);
  expect(needsExaminationBoard({ ...open, advisers: [board.id] }, parties)).toBe(false);
  expect(needsExaminationBoard({ ...open, decider: board.id }, parties)).toBe(false);
  expect(needsExaminationBoard({ ...open, assessment: false, question: "Welke kleur?" }, parties)).toBe(
    false,
  );
  expect(
    needsExaminationBoard({ ...open, assessment: false, question: "Wie beoordeelt dit?" }, parties),
  ).toBe(true);
  expect(plan.decisions.filter((decision) => needsExaminationBoard(decision, plan.parties))).toEqual([]);
});

test("domain A5b: the register puts first what is needed first, and the newest decision first", () => {
  const { open, decided } = inRegisterOrder(plan.decisions, (decision) => standingOf(decision, null));
  const dates = open.map(({ neededBy }) => neededBy ?? "9999");
  expect(dates).toEqual(dates.toSorted());
  const days = decided.map(({ decidedOn }) => decidedOn ?? "");
  expect(days).toEqual(days.toSorted().reverse());
  expect(open.length + decided.length).toBe(plan.decisions.length);
});

test("domain T5c: the agenda of a body holds all that is open for it, first what is needed first", () => {
  const board = plan.parties.find(({ name }) => name === "Examencommissie")?.id ?? "";
  const standing = (decision: Decision) => standingOf(decision, null);
  const all = agendaOf(board, plan, standing);
  expect(all.toDecide.length).toBeGreaterThan(0);
  expect(all.toDecide.every(({ decider }) => decider === board)).toBe(true);
  expect(all.toAdvise.every(({ decider, advisers }) => decider !== board && advisers.includes(board))).toBe(
    true,
  );
  expect(
    all.moments.every(
      ({ done, sender, audience }) => !done && (sender === board || audience.includes(board)),
    ),
  ).toBe(true);
  const open = plan.decisions.filter(({ status }) => status !== "decided");
  expect(all.toDecide.length).toBe(open.filter(({ decider }) => decider === board).length);
  for (const list of [all.toDecide, all.toAdvise]) {
    const days = list.map(({ neededBy }) => neededBy ?? "9999");
    expect(days).toEqual(days.toSorted());
  }
});

test("domain T5c: what is needed before the next meeting cannot wait for it", () => {
  const meetings = { on: "2026-12-08", next: "2026-12-15" };
  const days = ["2026-12-01", "2026-12-08", "2026-12-10", "2026-12-14", "2026-12-15", null];
  const urgent = (one: Meetings) => days.filter((day) => cannotWait(day, one));
  expect(urgent(meetings)).toEqual(["2026-12-01", "2026-12-08", "2026-12-10", "2026-12-14"]);
  expect(urgent({ ...meetings, next: null })).toEqual(["2026-12-01", "2026-12-08"]);
  expect(urgent({ on: null, next: null })).toEqual([]);
});
