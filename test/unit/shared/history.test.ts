import { activityChanges } from "@planwand/shared/diff/activity-changes.ts";
import type { Change } from "@planwand/shared/diff/changes.ts";
import { activityHistory } from "@planwand/shared/diff/history.ts";
import type { FieldChange } from "@planwand/shared/diff/plan-difference.ts";
import { expect, test } from "vitest";

const CELL = { phase: "analyse", domain: "ict" };
const field = (name: string, from: unknown = "", to: unknown = "x"): FieldChange => ({
  field: name,
  from,
  to,
});
const changed = (...fields: FieldChange[]) => ({ change: "changed", fields }) as const;

test("ux U4: every kind of change of an activity is told apart, and none of what is no news", () => {
  const told = (...fields: FieldChange[]) => activityChanges(changed(...fields), CELL).told;
  expect(told()).toEqual([]);
  expect(told(field("rich"), field("links"), field("names"))).toEqual([]);
  for (const change of ["added", "archived", "restored"] as const)
    expect(activityChanges({ change, fields: [] }, CELL).told).toEqual([{ kind: change }]);
  const all = told(
    field("why"),
    field("end", null, "2027-01-01"),
    field("title", "A", "B"),
    field("phase", "uitvoering"),
  );
  expect(all).toEqual([
    { kind: "moved", from: { phase: "uitvoering", domain: "ict" }, to: CELL },
    { kind: "renamed", from: "A", to: "B" },
    { kind: "end", from: null, to: "2027-01-01" },
    { kind: "text", field: "why" },
  ]);
  expect(told(field("steps"), field("roles"))).toEqual([{ kind: "roles" }, { kind: "steps" }]);
  expect(told(field("priority"), field("progress", 1, 2))).toEqual([{ kind: "planning" }]);
  // Progress that follows from a status is part of it.
  expect(told(field("status", "active", "done"), field("progress", 40, 100))).toEqual([
    { kind: "status", from: "active", to: "done" },
  ]);
});

test("ux U4: a card that moved from nowhere, or one way only, is told from the cell in which it stood", () => {
  expect(activityChanges(changed(field("phase", null), field("domain", null)), CELL)).toEqual({
    told: [{ kind: "moved", from: { phase: "", domain: "" }, to: CELL }],
    cellBefore: { phase: "", domain: "" },
  });
});

test("ux U4: a history follows each card back through the cells in which it stood, newest first, up to a limit", () => {
  const change = (seq: number, id: string, given: Partial<Change>): Change => ({
    seq,
    at: seq * 1_000,
    actor: "anja",
    kind: "activities",
    id,
    title: "Kaart",
    ...changed(),
    ...given,
  });
  const changes = [
    change(4, "a", changed(field("domain", "beleid"))),
    change(3, "b", { change: "added" }),
    change(2, "a", changed(field("phase", "borging"), field("title", "A", "B"))),
  ];
  const history = activityHistory(changes, () => CELL, 10);
  expect(history.map(({ at, activity, change: { kind } }) => [at, activity, kind])).toEqual([
    [4_000, "a", "moved"],
    [3_000, "b", "added"],
    [2_000, "a", "renamed"],
    [2_000, "a", "moved"],
  ]);
  expect(history[0]?.change).toMatchObject({ from: { phase: "analyse", domain: "beleid" }, to: CELL });
  expect(history[3]?.change).toMatchObject({
    from: { phase: "borging", domain: "beleid" },
    to: { phase: "analyse", domain: "beleid" },
  });
  expect(activityHistory(changes, () => CELL, 2)).toHaveLength(2);
});
