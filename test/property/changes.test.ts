import type { Change } from "@planwand/shared/diff/changes.ts";
import { restoreField, textsOf } from "@planwand/shared/plan/restore.ts";
import { readAny } from "@planwand/shared/plan/read-any.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { ROOTS } from "@planwand/shared/plan/schema.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { onEveryDay } from "../builders/clock.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { standingPlan } from "../builders/standing-plan.ts";

onEveryDay();

const ROUNDS = cases(100, 0.04);
const EDITS = 120;

/** Every entry of a document by kind and id, in the bin or not. */
function everything(doc: Y.Doc): Map<string, { readonly isArchived: boolean; readonly fields: object }> {
  const found = new Map<string, { readonly isArchived: boolean; readonly fields: object }>();
  for (const root of ROOTS) {
    const ids = root === "meta" ? ["meta"] : entriesOf(rootMap(doc, root)).map(([id]) => id);
    for (const id of ids) {
      const entry = readAny(doc, root, id);
      if (entry !== null) found.set(`${root}/${id}`, entry);
    }
  }
  return found;
}

test("[DF7][DOC25] the history of random edits, asked for at random moments, leads from what a plan was to what it is", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const random = seeded(SEED * 31 + round);
    const { clock, parts, planId, doc, save } = await standingPlan(round % 2 === 0 ? "format" : "example");
    const before = everything(doc);
    const editor = new RandomEditor(doc, random);
    const read = async (): Promise<Change[]> => {
      const changes: Change[] = [];
      for (let next: number | null = null; ;) {
        const page = await parts.documents.readChanges(planId, { before: next, limit: 50, entry: null });
        changes.push(...page.changes);
        if (page.next === null) return changes;
        next = page.next;
      }
    };
    for (let edit = 0; edit < EDITS; edit++) {
      editor.edit();
      await save();
      clock.now += Math.floor(random() * 4 * 60_000);
      if (random() < 0.05) await read();
      if (random() < 0.03) parts.documents.forget(planId);
    }
    const changes = (await read()).toReversed();
    const after = everything(doc);
    const live = (entries: typeof before): string[] =>
      [...entries].filter(([, { isArchived }]) => !isArchived).map(([key]) => key);
    const alive = new Set(live(before));
    const values = new Map<string, unknown>();
    for (const { kind, id, change, fields } of changes) {
      const key = `${kind}/${id}`;
      if (change === "archived") alive.delete(key);
      else if (change !== "changed") alive.add(key);
      for (const { field, to } of fields) values.set(`${key}/${field}`, to);
    }
    expect([...alive].toSorted()).toEqual(live(after).toSorted());
    // Of what is told whole the last value told is the one that there is.
    for (const [place, value] of values) {
      const [kind = "", id = "", field = ""] = place.split("/");
      const entry = after.get(`${kind}/${id}`);
      if (entry === undefined || entry.isArchived || field === "rich" || typeof value === "string") continue;
      const wentMeanwhile = changes.some((one) => one.id === id && one.change === "restored");
      if (!wentMeanwhile) expect(Reflect.get(entry.fields, field), place).toEqual(value);
    }
    await parts.close();
  }
});

test("[P75] one field of one entry is put back as it was, others stay, what others type stays, and undo takes it back", () => {
  for (let round = 0; round < cases(400, 0.1); round++) {
    const random = seeded(SEED * 57 + round);
    const past = new Y.Doc();
    const seedEditor = new RandomEditor(past, random, "first");
    for (let edit = 0; edit < 40; edit++) seedEditor.edit();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(past));
    const editor = new RandomEditor(doc, random, "later");
    for (let edit = 0; edit < 40; edit++) editor.edit();
    const cards = entriesOf(rootMap(past, "activities")).map(([id]) => id);
    const id = cards[Math.floor(random() * cards.length)];
    if (id === undefined) continue;
    const fields = ["what", "title", "status", "roles", "steps", "phase"] as const;
    const field = fields[Math.floor(random() * fields.length)] ?? "what";
    const read = (of: Y.Doc): object => readAny(of, "activities", id)?.fields ?? {};
    const [was, now] = [read(past), read(doc)];
    const untouched = canonicalContent(doc);
    const stack = new UndoStack<string>(doc);
    const at = { root: "activities", id, field } as const;
    stack.run("restore", () => restoreField(doc, past, at, STAMP), textsOf(doc, at));
    const restored = read(doc);
    if (field !== "steps") expect(Reflect.get(restored, field)).toEqual(Reflect.get(was, field));
    const others = Object.keys(now).filter(
      (name) => name !== field && name !== "rich" && !["phase", "domain", "progress"].includes(name),
    );
    for (const name of others) expect(Reflect.get(restored, name), name).toEqual(Reflect.get(now, name));
    if (stack.canUndo) stack.undo(STAMP);
    if (field !== "steps") expect(canonicalContent(doc)).toBe(untouched);
  }
});
