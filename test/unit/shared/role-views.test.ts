import { archiveParty } from "@planwand/shared/plan/party.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { liveActivities } from "@planwand/shared/plan/read-live.ts";
import { expectationsOf } from "@planwand/shared/views/expectations.ts";
import {
  cardsByPhase,
  circlesMissing,
  inCircleOrder,
  partyUseOf,
  slotsOf,
  workOf,
} from "@planwand/shared/views/roles.ts";
import { endsTooLate, waitingChain } from "@planwand/shared/views/dependencies.ts";
import { expect, test } from "vitest";
import { examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const idOf = (name: string): string => plan.parties.find((party) => party.name === name)?.id ?? "";

test("domain R8: the roles of a party in an activity, in the order of the slots", () => {
  const roles = { sponsor: ["a"], executor: [], codecider: ["a", "b"], consulted: [], informed: ["b"] };
  expect(slotsOf({ roles }, "a")).toEqual(["sponsor", "codecider"]);
  expect(slotsOf({ roles }, "b")).toEqual(["codecider", "informed"]);
  expect(slotsOf({ roles }, "c")).toEqual([]);
});

test("domain T4: a circle of which nobody has a role is missing", () => {
  expect(circlesMissing(plan.activities, plan.parties)).toEqual([]);
  const one = plan.activities.filter(({ title }) => title === "Overige opleidingsteams opleiden");
  expect(circlesMissing(one, plan.parties)).toContain("ict");
  expect(circlesMissing([], plan.parties)).toHaveLength(5);
});

test("domain A3: a party's use counts activities, decisions and moments", () => {
  const use = partyUseOf(idOf("Examencommissie"), plan);
  expect(use.activities).toBeGreaterThan(5);
  expect(use.decisions).toBeGreaterThan(2);
  expect(partyUseOf("nobody-0001", plan)).toEqual({ activities: 0, decisions: 0, communications: 0 });
});

test("domain T4: what was dropped involves nobody", () => {
  const [card] = plan.activities;
  if (card === undefined) throw new Error("the example has activities");
  expect(circlesMissing([card], plan.parties)).not.toContain("ict");
  expect(circlesMissing([{ ...card, status: "dropped" }], plan.parties)).toContain("ict");
});

test("domain A3: a party that is named nowhere may go, any other only with another in its place", () => {
  const doc = examplePlanDoc();
  for (const { id } of plan.parties) {
    const { activities, decisions, communications } = partyUseOf(id, toPlan(doc));
    const isUsed = activities + decisions + communications > 0;
    expect(archiveParty(doc, id, null, STAMP).ok, id).toBe(!isUsed);
  }
});

test("domain R8: parties stand by circle, each circle in its own order", () => {
  const circles = inCircleOrder(plan.parties).map(({ circle }) => circle);
  expect(circles.filter((circle, at) => circle !== circles[at - 1])).toEqual([
    "examenorganisatie",
    "ict",
    "informatiemanagement",
    "onderwijs",
    "bestuur",
  ]);
  expect(inCircleOrder(plan.parties).at(0)?.name).toBe("Examencommissie");
  expect(inCircleOrder(plan.parties)).toHaveLength(plan.parties.length);
});

test("domain R8: activities stand as one reads the wall, those without a phase last, phases without any not at all", () => {
  const cards = [...liveActivities(examplePlanDoc())];
  const groups = cardsByPhase(cards, plan.phases, plan.domains);
  const placed = plan.activities.filter(({ phase }) => phase !== null);
  expect(groups.flatMap((group) => group.cards.map(({ id }) => id))).toEqual(placed.map(({ id }) => id));
  const fewer = cardsByPhase(cards, plan.phases.slice(1), plan.domains);
  expect(fewer.at(-1)?.phase).toBeNull();
  expect(fewer.at(-1)?.cards).toHaveLength(groups[0]?.cards.length ?? 0);
  expect(cardsByPhase(cards.slice(0, 1), plan.phases, plan.domains)).toHaveLength(1);
  expect(cardsByPhase([], plan.phases, plan.domains)).toEqual([]);
});

test("domain W2b: who does what names every role once, by date, and only what is asked for", () => {
  const all = workOf(plan.activities, plan.parties, { circle: null, slot: null, status: null });
  const named = all.flatMap(({ work }) => work.flatMap(({ slots }) => slots));
  const held = plan.activities.flatMap(({ roles }) => Object.values(roles).flat());
  expect(named).toHaveLength(held.length);
  for (const { work } of all) {
    const ends = work.map(({ card }) => card.end ?? "9999");
    expect(ends).toEqual(ends.toSorted());
  }
  const asked = { circle: "ict", slot: "executor", status: "planned" } as const;
  for (const { party, work } of workOf(plan.activities, plan.parties, asked)) {
    expect(party.circle).toBe("ict");
    for (const { card, slots } of work) {
      expect(slots).toContain("executor");
      expect(card.status).toBe("planned");
    }
  }
});

test("domain W6b: what is expected of a party is complete, by date, and tells what is over and what is late", () => {
  const party = idOf("Examencommissie");
  const today = "2026-11-23";
  const expected = expectationsOf(party, plan, ({ status }) => status === "decided", today);
  const dates = expected.map(({ date }) => date ?? "9999");
  expect(dates).toEqual(dates.toSorted());
  const use = partyUseOf(party, plan);
  const count = (kind: string): number => expected.filter((one) => one.kind === kind).length;
  expect(count("activity")).toBe(plan.activities.filter((card) => slotsOf(card, party).length > 0).length);
  expect(count("decision")).toBe(use.decisions);
  expect(count("communication")).toBe(use.communications);
  expect(expected.some((one) => one.kind === "decision" && one.as === "decider")).toBe(true);
  expect(expected.some((one) => one.kind === "decision" && one.as === "adviser")).toBe(true);
  for (const one of expected.filter(({ isLate }) => isLate)) {
    expect(one.isOver).toBe(false);
    expect((one.date ?? "9999") < today).toBe(true);
  }
  const late = expected.filter(({ isLate }) => isLate).map(({ title }) => title);
  expect(late).toEqual(["Wie wordt eigenaar van de hele examenketen?"]);
  const over = expected.filter(({ isOver }) => isOver).map(({ title }) => title);
  expect(over).toContain("Examenreglement en handboek examinering doorlichten");
});

test("domain W6b: an activity without an end is expected at its start, one without dates comes last", () => {
  const [card] = plan.activities.filter(({ roles }) => roles.sponsor.length > 0);
  const party = card?.roles.sponsor[0] ?? "";
  if (card === undefined) throw new Error("the example has sponsors");
  const cards = [
    { ...card, id: "undated-0001", start: null, end: null },
    { ...card, id: "started-0001", start: "2027-05-01", end: null },
    { ...card, id: "ended-000001", start: "2027-01-01", end: "2027-04-01" },
  ];
  const none = { decisions: [], communications: [] };
  const expected = expectationsOf(party, { activities: cards, ...none }, () => false, "2026-11-23");
  expect(expected.map(({ id, date }) => [id, date])).toEqual([
    ["ended-000001", "2027-04-01"],
    ["started-0001", "2027-05-01"],
    ["undated-0001", null],
  ]);
});

test("domain W4b: a predecessor that ends on or after the start is too late; equal dates are", () => {
  expect(endsTooLate({ end: "2027-01-02" }, { start: "2027-01-02" })).toBe(true);
  expect(endsTooLate({ end: "2027-01-01" }, { start: "2027-01-02" })).toBe(false);
  expect(endsTooLate({ end: null }, { start: "2027-01-02" })).toBe(false);
});

test("domain W4b: the chain by which one comes to wait for another is the shortest, and a circle ends", () => {
  const waits: Record<string, readonly string[]> = { a: ["b", "c"], b: ["d"], c: ["e"], e: ["d"], d: ["a"] };
  expect(waitingChain((id) => waits[id] ?? [], "a", "d")).toEqual(["a", "b", "d"]);
  expect(waitingChain((id) => waits[id] ?? [], "a", "x")).toEqual([]);
});
