import { addActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { entryOf, mapIn, rootMap } from "@planwand/shared/plan/entry.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setFlow } from "@planwand/shared/plan/relations.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { STAMP } from "../../builders/plan-doc.ts";
import {
  DOMAINS,
  FIRST_CARDS,
  PHASES,
  smallPlanDoc,
  smallPlanReplicas,
} from "../../builders/plan-replicas.ts";

const [FIRST, SECOND] = FIRST_CARDS;
const AWAY = { phase: PHASES[2], domain: DOMAINS[1], index: 0 };

const flowsOf = (doc: Y.Doc) => mapIn(entryOf(doc, "activities", FIRST) ?? rootMap(doc, "meta"), "flows");
const order = (doc: Y.Doc) => toPlan(doc).activities.map(({ id, phase, domain }) => [id, phase, domain]);

test("[P26] undo puts a move back, redo moves again", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  const before = order(doc);
  stack.run("move", () => moveActivity(doc, FIRST, AWAY));
  const after = order(doc);
  expect(stack.undo(STAMP)).toMatchObject({ label: "move", skipped: [], done: [{ path: [FIRST, "place"] }] });
  expect(order(doc)).toEqual(before);
  expect(stack.redo(STAMP)).toMatchObject({ label: "move", skipped: [] });
  expect(order(doc)).toEqual(after);
  stack.undo(STAMP);
  expect(order(doc)).toEqual(before);
});

test("[P26] what another changed since is left, and who did it is told", () => {
  const mail = smallPlanReplicas(2);
  const [mine, theirs] = mail.docs;
  if (mine === undefined || theirs === undefined) throw new Error("two replicas");
  const stack = new UndoStack<string>(mine);
  stack.run("move", () => moveActivity(mine, FIRST, AWAY));
  mail.deliverAll();
  moveActivity(theirs, FIRST, { phase: PHASES[1], domain: DOMAINS[0], index: 0 });
  mail.deliverAll();
  const outcome = stack.undo(STAMP);
  expect(outcome?.done).toEqual([]);
  expect(outcome?.skipped).toMatchObject([{ reason: "changed-meanwhile", changedBy: theirs.clientID }]);
  expect(readActivity(mine, FIRST)?.place[0]).toBe(PHASES[1]);
  expect(stack.canRedo).toBe(false);
});

test("[P26] two who move one card and both undo never lose it", () => {
  const mail = smallPlanReplicas(2);
  const stacks = mail.docs.map((doc) => new UndoStack<string>(doc));
  mail.docs.forEach((doc, at) =>
    stacks[at]?.run("move", () => moveActivity(doc, FIRST, { ...AWAY, phase: PHASES[at + 1] ?? "" })),
  );
  mail.deliverAll();
  for (const stack of stacks) stack.undo(STAMP);
  mail.deliverAll();
  for (const doc of mail.docs) {
    const card = toPlan(doc).activities.find(({ id }) => id === FIRST);
    expect(card?.phase).not.toBeNull();
  }
});

test("[P26] when two put a card in the bin and one undoes it at once, both see the same card", () => {
  const mail = smallPlanReplicas(2);
  const stacks = mail.docs.map((doc) => new UndoStack<string>(doc));
  mail.docs.forEach((doc, at) =>
    stacks[at]?.run("archive", () => archiveEntry(doc, "activities", FIRST, STAMP)),
  );
  stacks[0]?.undo(STAMP);
  mail.deliverAll();
  const shown = mail.docs.map((doc) => toPlan(doc).activities.some(({ id }) => id === FIRST));
  expect(shown[0]).toBe(shown[1]);
  expect(toPlan(mail.docs[0] ?? smallPlanDoc()).activities.length).toBeGreaterThanOrEqual(3);
});

test("[P26] a command of many changes puts back each that nobody changed", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  const before = order(doc);
  stack.run("phase", () => archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP));
  moveActivity(doc, SECOND, AWAY);
  const outcome = stack.undo(STAMP);
  expect(outcome?.skipped.map(({ change }) => change.path)).toEqual([[SECOND, "place"]]);
  expect(order(doc).filter(([id]) => id !== SECOND)).toEqual(before.filter(([id]) => id !== SECOND));
  expect(readActivity(doc, SECOND)?.place[0]).toBe(AWAY.phase);
});

test("[P26] registers and sets go back to what they were, absence included", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  const before = toPlan(doc);
  stack.run("edit", () => {
    setRegister(doc, "activities", FIRST, "status", "active");
    setRegister(doc, "activities", FIRST, "status", "done");
    setFlow(doc, "activities", FIRST, "3", true);
    setRegister(doc, "meta", "meta", "language", "en");
  });
  const after = toPlan(doc);
  stack.undo(STAMP);
  expect(toPlan(doc)).toEqual(before);
  expect(flowsOf(doc)?.has("3")).toBe(false);
  stack.redo(STAMP);
  expect(toPlan(doc)).toEqual(after);
});

test("[P26] what another took away since is left, with nobody to name", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  stack.run("flow", () => setFlow(doc, "activities", FIRST, "4", true));
  setFlow(doc, "activities", FIRST, "4", false);
  expect(stack.undo(STAMP)?.skipped).toMatchObject([{ changedBy: null }]);
  expect(readActivity(doc, FIRST)?.flows).toEqual([]);
});

test("[P27] undoing an addition puts it in the bin with what others wrote in it; redo brings it back", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  stack.run("add", () => {
    addActivity(doc, "card-000005", { phase: PHASES[0], domain: DOMAINS[0] }, { title: "Vijf" }, STAMP);
    setRegister(doc, "activities", "card-000005", "status", "planned");
    addItem(
      doc,
      { root: "activities", id: FIRST, field: "steps", item: "step-000001" },
      { title: "x", done: false },
    );
  });
  setText(doc, "activities", "card-000005", "title", "Vijf, en meer");
  expect(stack.undo({ by: "me", at: 9 })?.skipped).toEqual([]);
  expect(toPlan(doc).bin).toEqual([
    { root: "activities", id: "card-000005", title: "Vijf, en meer", archived: { by: "me", at: 9 } },
  ]);
  expect(readActivity(doc, "card-000005")?.status).toBe("planned");
  expect(readActivity(doc, FIRST)?.steps).toEqual([]);
  stack.redo(STAMP);
  expect(toPlan(doc).activities.find(({ id }) => id === "card-000005")?.title).toBe("Vijf, en meer");
  expect(readActivity(doc, FIRST)?.steps).toHaveLength(1);
  stack.undo(STAMP);
  expect(toPlan(doc).bin).toHaveLength(1);
});

test("[P28] with nothing left to undo or redo nothing happens", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  const before = canonicalContent(doc);
  expect([stack.undo(STAMP), stack.redo(STAMP), stack.canUndo, stack.canRedo]).toEqual([
    null,
    null,
    false,
    false,
  ]);
  stack.run("nothing", () => moveActivity(doc, FIRST, { phase: PHASES[0], domain: DOMAINS[0], index: 0 }));
  stack.run("refused", () => moveActivity(doc, "unknown-card", AWAY));
  expect(stack.canUndo).toBe(false);
  expect(canonicalContent(doc)).toBe(before);
});

test("[P28] a new command forgets what was undone, and what comes from others is nobody's command here", () => {
  const mail = smallPlanReplicas(2);
  const [mine, theirs] = mail.docs;
  if (mine === undefined || theirs === undefined) throw new Error("two replicas");
  const stack = new UndoStack<string>(mine);
  stack.run("one", () => moveActivity(mine, FIRST, AWAY));
  stack.undo(STAMP);
  expect(stack.canRedo).toBe(true);
  moveActivity(theirs, SECOND, AWAY);
  stack.run("receive", () => mail.deliverAll());
  expect(stack.canUndo).toBe(false);
  stack.run("two", () => setRegister(mine, "activities", FIRST, "priority", "high"));
  expect(stack.canRedo).toBe(false);
  expect(stack.undo(STAMP)?.label).toBe("two");
});

test("[P42] one command is undone by itself, whatever was done after it, once", () => {
  const doc = smallPlanDoc();
  const stack = new UndoStack<string>(doc);
  stack.run("bin", () => archiveEntry(doc, "activities", FIRST, STAMP));
  const { last } = stack;
  if (last === null) throw new Error("something was done");
  stack.run("later", () => setRegister(doc, "activities", SECOND, "priority", "high"));
  expect(stack.undoOne(last, STAMP)?.label).toBe("bin");
  const plan = toPlan(doc);
  expect(plan.bin).toEqual([]);
  expect(plan.activities.find(({ id }) => id === SECOND)?.priority).toBe("high");
  expect(stack.undoOne(last, STAMP)).toBeNull();
  expect(stack.redo(STAMP)?.label).toBe("bin");
  expect(toPlan(doc).bin.map(({ id }) => id)).toEqual([FIRST]);
});

test("[P28] undoing all gives the first plan, redoing all the last", () => {
  const deed = fc.record({
    kind: fc.constantFrom("move", "status", "flow", "archive"),
    card: fc.constantFrom(...FIRST_CARDS),
    at: fc.nat({ max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const doc = smallPlanDoc();
      const stack = new UndoStack<string>(doc);
      const before = toPlan(doc);
      for (const { kind, card, at } of deeds) {
        stack.run(kind, () => {
          if (kind === "move") moveActivity(doc, card, { ...AWAY, phase: PHASES[at % 3] ?? "", index: at });
          if (kind === "status") setRegister(doc, "activities", card, "progress", at);
          if (kind === "flow") setFlow(doc, "activities", card, "4", at % 2 === 0);
          if (kind === "archive") archiveEntry(doc, "activities", card, STAMP);
        });
      }
      const after = toPlan(doc);
      for (let outcome = stack.undo(STAMP); outcome !== null; outcome = stack.undo(STAMP)) {
        expect(outcome.skipped).toEqual([]);
      }
      expect(toPlan(doc)).toEqual(before);
      while (stack.redo(STAMP) !== null);
      expect(toPlan(doc)).toEqual(after);
    }),
    { numRuns: 200 },
  );
});
