import { moveAllTo } from "@planwand/client/plan/actions.ts";
import { archive } from "@planwand/client/plan/archive.ts";
import {
  addStep,
  assign,
  setActivityField,
  setDates,
  setStatusOfAll,
} from "@planwand/client/plan/edit-activity.ts";
import { addTo, moveTo } from "@planwand/client/plan/edit-entry.ts";
import { planIndexOf } from "@planwand/client/plan/plan-index.ts";
import { walkBack } from "@planwand/client/plan/walk-back.ts";
import { tellWalk } from "@planwand/shared/diff/tell-walk.ts";
import { changeWordsOf } from "@planwand/shared/diff/words/words.ts";
import { setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { examplePlanDoc } from "../../../builders/plan-doc.ts";

/** What undo and then redo say of an edit, in one language. */
function told(edit: (doc: Y.Doc) => void, language: "nl" | "en" = "nl"): readonly string[] {
  const doc = examplePlanDoc();
  edit(doc);
  const { phases, domains, parties } = toPlan(doc);
  const names = new Map([...phases, ...domains, ...parties].map(({ id, name }) => [id, name]));
  const telling = { words: changeWordsOf(language), names, day: (date: string) => date };
  return (["undo", "redo"] as const).map((way) => {
    const { walked, count } = walkBack(doc, way, "anja");
    return tellWalk(telling, way, walked, count);
  });
}

const PLAN = toPlan(examplePlanDoc());
const CARD = PLAN.activities.find(({ status }) => status === "done") ?? PLAN.activities[0];
const { id = "", title = "" } = CARD ?? {};
const placeOf = (card: (typeof PLAN.activities)[number] | undefined) =>
  [
    PLAN.phases.find((phase) => phase.id === card?.phase)?.name,
    PLAN.domains.find((domain) => domain.id === card?.domain)?.name,
  ] as const;

test("[U25] undo and redo say of what a field is what again", () => {
  expect(told((doc) => setActivityField(doc, id, "status", "dropped"))).toEqual([
    `Status van ‘${title}’ is weer klaar`,
    `Status van ‘${title}’ is weer vervallen`,
  ]);
  expect(told((doc) => setActivityField(doc, id, "status", "dropped"), "en")[0]).toBe(
    `Status of ‘${title}’ is done again`,
  );
  // What goes with the status is not told besides.
  expect(told((doc) => setActivityField(doc, id, "status", "idea"))[0]).toBe(
    `Status van ‘${title}’ is weer klaar`,
  );
  const { end = null } = CARD ?? {};
  expect(told((doc) => setActivityField(doc, id, "end", "2031-02-03"))).toEqual([
    `‘${title}’ – Klaar op is weer ${end ?? "leeg"}`,
    `‘${title}’ – Klaar op is weer 2031-02-03`,
  ]);
  expect(told((doc) => setDates(doc, id, { start: "2031-02-03", end: "2031-02-04" }))).toEqual([
    `Teruggezet bij ‘${title}’: Begin, Klaar op`,
    `Opnieuw gewijzigd bij ‘${title}’: Begin, Klaar op`,
  ]);
});

test("[U25] undo and redo say what is in a list again, and what is not", () => {
  const party = PLAN.parties.find(({ id: one }) => CARD?.roles.informed?.includes(one) !== true);
  expect(told((doc) => assign(doc, id, "informed", party?.id ?? "", true))).toEqual([
    `‘${title}’ – Rollen: weer eraf ‘${party?.name ?? ""}’ als geïnformeerde`,
    `‘${title}’ – Rollen: weer erbij ‘${party?.name ?? ""}’ als geïnformeerde`,
  ]);
  expect(told((doc) => void addStep(doc, id, "Bellen"))).toEqual([
    `‘${title}’ – Stappen: weer eraf ‘Bellen’`,
    `‘${title}’ – Stappen: weer erbij ‘Bellen’`,
  ]);
});

test("[U25] undo and redo say where a card stands again, and what came or went", () => {
  const other = PLAN.activities.find(({ phase, domain }) => phase !== CARD?.phase && domain !== CARD?.domain);
  const [from, to] = [placeOf(CARD).join(" / "), placeOf(other).join(" / ")];
  const away = { phase: other?.phase ?? "", domain: other?.domain ?? "", before: null };
  expect(told((doc) => moveAllTo(doc, [id], away))).toEqual([
    `‘${title}’ staat weer in ${from}`,
    `‘${title}’ staat weer in ${to}`,
  ]);
  expect(told((doc) => archive(doc, "activities", [id], "anja"))).toEqual([
    `Activiteit ‘${title}’ staat er weer`,
    `Activiteit ‘${title}’ ligt nu in de prullenbak`,
  ]);
  expect(told((doc) => void addTo(doc, "parking", { text: "Later" }, "anja"))).toEqual([
    "Parkeerplaats ‘Later’ ligt nu in de prullenbak",
    "Parkeerplaats ‘Later’ staat er weer",
  ]);
  const goal = PLAN.goals[0];
  expect(told((doc) => moveTo(doc, "goals", goal?.id ?? "", 2))).toEqual([
    `‘${goal?.title ?? ""}’ staat weer op de oude plek`,
    `‘${goal?.title ?? ""}’ staat weer op de nieuwe plek`,
  ]);
});

test("[U25] of a step with many entries the first are named and the others counted", () => {
  const cards = PLAN.activities.filter(({ status }) => status !== "dropped");
  const [first, second, third] = cards.map((card) => `‘${card.title}’`);
  const all = (count: number) => (doc: Y.Doc) =>
    setStatusOfAll(
      doc,
      cards.slice(0, count).map((card) => card.id),
      "dropped",
    );
  expect(told(all(2))).toEqual([
    `Ongedaan gemaakt bij ${first ?? ""}, ${second ?? ""}`,
    `Opnieuw gedaan bij ${first ?? ""}, ${second ?? ""}`,
  ]);
  expect(told(all(10))[0]).toBe(
    `Ongedaan gemaakt bij ${first ?? ""}, ${second ?? ""}, ${third ?? ""} en nog 7`,
  );
});

test("[U25] what somebody else changed since is not told as undone", () => {
  const doc = examplePlanDoc();
  const [one, two] = PLAN.activities.filter(({ status }) => status !== "dropped");
  setStatusOfAll(doc, [one?.id ?? "", two?.id ?? ""], "dropped");
  setRegister(doc, "activities", one?.id ?? "", "status", "blocked");
  setText(doc, "activities", two?.id ?? "", "title", "Anders genoemd");
  const { walked, count } = walkBack(doc, "undo", "anja");
  expect([walked.map((entry) => [entry.id, entry.title]), count]).toEqual([[[two?.id, "Anders genoemd"]], 1]);
  expect(planIndexOf(doc).activity(one?.id ?? "")?.status).toBe("blocked");
});
