import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { isTaken } from "@planwand/shared/views/decisions.ts";
import { expectationsOf } from "@planwand/shared/views/expectations.ts";
import { lensOf } from "@planwand/shared/views/lens.ts";
import { needsOf } from "@planwand/shared/views/needs.ts";
import { expect, test } from "vitest";
import { idOf, JournalDesk } from "../../builders/journal.ts";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const TODAY = "2026-11-23";
const plan = toPlan(examplePlanDoc());
const taken = (decision: (typeof plan.decisions)[number]): boolean => isTaken(decision, null);
const needsFor = (party: string, me: string | null = null, journal = EMPTY_JOURNAL, today = TODAY) =>
  needsOf({ parties: new Set([party]), me }, plan, journal, taken, today);

test("domain T4: the lens of a circle has every activity in which one of its parties has a role, and no other", () => {
  for (const circle of [
    "ict",
    "onderwijs",
    "examenorganisatie",
    "informatiemanagement",
    "bestuur",
  ] as const) {
    const ours = plan.parties.filter((party) => party.circle === circle).map(({ id }) => id);
    const { roles, consulted, decisions } = lensOf(circle, plan, taken);
    for (const { id, roles: here } of plan.activities)
      expect(roles.has(id)).toBe(
        Object.values(here)
          .flat()
          .some((party) => ours.includes(party)),
      );
    expect(consulted).toBe(
      plan.activities.filter(({ roles: here }) => here.consulted.some((party) => ours.includes(party)))
        .length,
    );
    expect(decisions).toBe(
      plan.decisions.filter((one) => !taken(one) && ours.includes(one.decider ?? "")).length,
    );
  }
});

test("what a party needs to do is among what is expected of it, and every late one is there", () => {
  for (const { id: party } of plan.parties) {
    const expected = expectationsOf(party, plan, taken, TODAY);
    const needs = needsFor(party).filter(({ kind }) => kind !== "agree");
    for (const need of needs)
      expect(
        expected.some(({ id, isOver }) => id === need.id && !isOver),
        need.title,
      ).toBe(true);
    const late = expected.filter(
      (one) =>
        one.isLate &&
        !(one.kind === "activity" && one.slots.every((slot) => slot === "informed")) &&
        !(one.kind === "communication" && one.as === "audience"),
    );
    for (const one of late)
      expect(
        needs.some(({ id, isLate }) => id === one.id && isLate),
        one.title,
      ).toBe(true);
  }
});

test("what is far ahead or over is not needed now", () => {
  for (const { id: party } of plan.parties)
    for (const need of needsFor(party)) {
      const activity = need.kind === "work" ? plan.activities.find(({ id }) => id === need.id) : undefined;
      if (activity === undefined) continue;
      expect(["done", "dropped"]).not.toContain(activity.status);
      const isFar = (activity.start ?? "9999") > "2026-12-21" && (activity.end ?? "9999") > "2026-12-21";
      if (isFar) expect(["active", "blocked"]).toContain(activity.status);
    }
});

test("who is called in needs to answer, until they do, the thread is settled or the comment is withdrawn", () => {
  const party = plan.parties[0]?.id ?? "";
  const anchor = { kind: "plan", id: "plan" } as const;
  const called = (): JournalDesk => {
    const desk = new JournalDesk();
    const mentions = [{ kind: "member" as const, id: "me-000001-x" }];
    desk.give("participant", "anja-0001", {
      type: "comment.add",
      comment: idOf("comment", 1),
      anchor,
      text: "@ik",
      mentions,
    });
    return desk;
  };
  const mentioned = (desk: JournalDesk): number =>
    needsFor(party, "me-000001-x", desk.journal).filter(({ kind }) => kind === "mention").length;
  const desk = called();
  expect(mentioned(desk)).toBe(1);
  expect(needsFor(party, null, desk.journal).filter(({ kind }) => kind === "mention")).toEqual([]);
  desk.give("participant", "me-000001-x", {
    type: "comment.add",
    comment: idOf("comment", 2),
    replyTo: idOf("comment", 1),
    anchor,
    text: "ja",
  });
  expect(mentioned(desk)).toBe(0);
  for (const type of ["thread.resolve", "comment.withdraw"] as const) {
    const other = called();
    other.give("participant", "anja-0001", { type, comment: idOf("comment", 1) });
    expect(mentioned(other)).toBe(0);
  }
});
