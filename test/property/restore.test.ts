import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { restorePlan, textsOf } from "@planwand/shared/plan/restore.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { examplePlanDoc, STAMP } from "../builders/plan-doc.ts";
import { Mail } from "../builders/plan-replicas.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";

const BEFORE = 25;
const AFTER = 25;

/** Each replica of the same plan. */
function replicas(count: number): Mail {
  const state = Y.encodeStateAsUpdate(examplePlanDoc());
  const docs = Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc();
    doc.clientID = 900 + at;
    Y.applyUpdate(doc, state);
    return doc;
  });
  return new Mail(docs);
}

/** All but the bin, where what was made since went. */
function readable(doc: Y.Doc): Omit<Plan, "bin"> {
  const { bin: _bin, ...plan } = toPlan(doc);
  return plan;
}

function pastOf(doc: Y.Doc): Y.Doc {
  const past = new Y.Doc();
  Y.applyUpdate(past, Y.encodeStateAsUpdate(doc));
  return past;
}

test("[P70] a plan reads as it did at any moment, and undoing that gives all back", () => {
  for (let round = 0; round < cases(2_000, 0.02); round++) {
    const random = seeded(SEED * 7_000 + round);
    const [doc] = replicas(1).docs;
    if (doc === undefined) throw new Error("there is a replica");
    const editor = new RandomEditor(doc, random);
    for (let edit = 0; edit < BEFORE; edit++) editor.edit();
    const past = pastOf(doc);
    for (let edit = 0; edit < AFTER; edit++) editor.edit();
    const before = toPlan(doc);
    const stack = new UndoStack<string>(doc);
    stack.run("restore", () => restorePlan(doc, past, STAMP), textsOf(doc));
    expect(readable(doc)).toEqual(readable(past));
    stack.undo(STAMP);
    expect(toPlan(doc)).toEqual(before);
    stack.redo(STAMP);
    expect(readable(doc)).toEqual(readable(past));
    restorePlan(doc, past, STAMP);
    const settled = canonicalContent(doc);
    restorePlan(doc, past, STAMP);
    expect(canonicalContent(doc)).toBe(settled);
  }
});

test("[P71] while three others write, restoring and undoing it keep what they write after it, and all converge", () => {
  for (let round = 0; round < cases(2_000, 0.02); round++) {
    const random = seeded(SEED * 9_000 + round);
    const mail = replicas(4);
    const [mine, ...others] = mail.docs;
    if (mine === undefined) throw new Error("there is a replica");
    const editors = mail.docs.map((doc, at) => new RandomEditor(doc, random, `writer${String(at)}`));
    const write = (edits: number): void => {
      for (let edit = 0; edit < edits; edit++) editors[1 + Math.floor(random() * others.length)]?.edit();
    };
    write(12);
    mail.deliverAll();
    const past = pastOf(mine);
    write(12);
    mail.deliverAll();
    // They go on without having heard of it.
    write(9);
    const stack = new UndoStack<string>(mine);
    stack.run("restore", () => restorePlan(mine, past, STAMP), textsOf(mine));
    mail.deliverAll();
    const typed = others.map((doc, at) => type(doc, `<na terugzetten ${String(at)}>`));
    mail.deliverAll();
    stack.undo(STAMP);
    mail.deliverAll();
    const contents = mail.docs.map(canonicalContent);
    expect(new Set(contents).size).toBe(1);
    for (const words of typed) expect(contents[0]).toContain(words);
  }
});

/** Types at the end of the ambition and of the title. */
function type(doc: Y.Doc, words: string): string {
  const title = doc.getMap("meta").get("title");
  const ambition = doc.getMap("meta").get("ambition");
  if (!(title instanceof Y.Text) || !(ambition instanceof Y.XmlFragment))
    throw new Error("a plan has a title and an ambition");
  title.insert(title.length, words);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  ambition.insert(ambition.length, [paragraph]);
  return words;
}
