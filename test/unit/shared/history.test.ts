import { activityChanges } from "@planwand/shared/diff/activity-changes.ts";
import { addToHistory, type HistoryEntry } from "@planwand/shared/diff/history.ts";
import { liveActivities } from "@planwand/shared/plan/read-live.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const [card] = liveActivities(examplePlanDoc());
if (card === undefined) throw new Error("the example has activities");

test("ux U4: every kind of change of an activity is told apart, and none when nothing changed", () => {
  expect(activityChanges(card, card)).toEqual([]);
  expect(activityChanges(null, card)).toEqual([{ kind: "added" }]);
  expect(activityChanges(card, { ...card, archived: true, title: "x" })).toEqual([{ kind: "archived" }]);
  const [phase, domain, rank] = card.place;
  expect(activityChanges(card, { ...card, place: [phase, domain, `${rank}x`] })).toEqual([]);
  const other = {
    ...card,
    place: ["other", domain, rank] as const,
    title: "Anders",
    end: null,
    why: "Anders",
  };
  expect(activityChanges(card, other).map(({ kind }) => kind)).toEqual(["moved", "renamed", "end", "text"]);
  expect(activityChanges(card, { ...card, steps: [] })).toEqual([{ kind: "steps" }]);
  expect(activityChanges(card, { ...card, priority: "low" })).toEqual([{ kind: "planning" }]);
});

function entry(at: number, change: HistoryEntry["change"], actor = "anja", title = "Kaart"): HistoryEntry {
  return { at, actor, activity: "card", title, change };
}

test("ux U4: what one person goes on with within ten minutes is one entry, from where it began", () => {
  const history: HistoryEntry[] = [];
  addToHistory(history, entry(0, { kind: "status", from: "idea", to: "planned" }));
  addToHistory(history, entry(60_000, { kind: "status", from: "planned", to: "active" }));
  expect(history.map(({ change }) => change)).toEqual([{ kind: "status", from: "idea", to: "active" }]);
  addToHistory(history, entry(120_000, { kind: "status", from: "active", to: "done" }, "bram"));
  addToHistory(history, entry(3_000_000, { kind: "status", from: "done", to: "active" }, "bram"));
  expect(history).toHaveLength(3);
});

test("ux U4: what came back to where it was is not told, and the first name of a new card is part of adding it", () => {
  const history: HistoryEntry[] = [];
  addToHistory(history, entry(0, { kind: "end", from: "2027-01-01", to: "2027-02-01" }));
  addToHistory(history, entry(1_000, { kind: "end", from: "2027-02-01", to: "2027-01-01" }));
  expect(history).toEqual([]);
  addToHistory(history, entry(0, { kind: "added" }, "anja", ""));
  addToHistory(history, entry(5_000, { kind: "renamed", from: "", to: "Nulmeting" }, "anja", "Nulmeting"));
  expect(history).toEqual([entry(0, { kind: "added" }, "anja", "Nulmeting")]);
});
