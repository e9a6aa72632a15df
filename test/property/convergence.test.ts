import { createHash } from "node:crypto";
import { addActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { editPlan, entryOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { contentHash } from "@planwand/shared/plan/fingerprint.ts";
import { cardsInCell, moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { addDependency } from "@planwand/shared/plan/relations.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { STAMP } from "../builders/plan-doc.ts";
import { DOMAINS, FIRST_CARDS, type Mail, PHASES, smallPlanReplicas } from "../builders/plan-replicas.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(20_000, 0.05);

/** What can happen; what is there more often happens more often. */
const DEEDS = "move move move title title what paragraph archive restore create status wait phase undo redo"
  .concat(" deliver deliver deliver again all")
  .split(" ") as readonly Deed[];
type Deed =
  | ("move" | "title" | "what" | "paragraph" | "archive" | "restore" | "create" | "status" | "wait" | "phase")
  | ("undo" | "redo" | "deliver" | "again" | "all");

/** One thing that happens at one replica; `a` to `d` choose what to do it with. */
interface Step {
  readonly at: number;
  readonly deed: Deed;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const small = fc.nat({ max: 11 });
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat({ max: 4 }),
  deed: fc.constantFrom(...DEEDS),
  a: small,
  b: small,
  c: small,
  d: small,
});
const story = fc.record({
  replicas: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(step, { maxLength: 30 }),
  isReversed: fc.boolean(),
});

function pick<T>(choices: readonly T[], at: number): T {
  const choice = choices[at % choices.length];
  if (choice === undefined) throw new Error("nothing to choose from");
  return choice;
}

/** Plays a story and keeps what must come out of it. */
class World {
  readonly mail: Mail;
  readonly cards: string[] = [...FIRST_CARDS];
  readonly words: string[] = [];
  readonly #undo: readonly UndoStack<Deed>[];

  constructor(replicas: number) {
    this.mail = smallPlanReplicas(replicas);
    this.#undo = this.mail.docs.map((doc) => new UndoStack(doc));
  }

  play({ at, deed, a, b, c, d }: Step): void {
    const to = at % this.mail.docs.length;
    const doc = pick(this.mail.docs, to);
    const undo = pick(this.#undo, to);
    const id = pick(this.cards, a);
    const cell = { phase: pick(PHASES, b), domain: pick(DOMAINS, c) };
    switch (deed) {
      case "move":
        return undo.run(deed, () => this.#move(doc, id, { ...cell, index: d }));
      case "title":
        return this.#typeIn(entryOf(doc, "activities", id)?.get("title"), b);
      case "what":
        return this.#typeIn(firstText(doc, id), b);
      case "paragraph":
        return this.#addParagraph(doc, id, b);
      case "archive":
        return void undo.run(deed, () => archiveEntry(doc, "activities", id, STAMP));
      case "restore":
        return void undo.run(deed, () => restoreEntry(doc, "activities", id));
      case "create":
        return undo.run(deed, () => this.#create(doc, { ...cell, index: d }));
      case "status":
        return void undo.run(deed, () => setRegister(doc, "activities", id, "progress", b));
      case "wait":
        return void undo.run(deed, () => addDependency(doc, id, pick(this.cards, b)));
      case "phase":
        return void undo.run(deed, () => archiveAxis(doc, "phases", pick(PHASES, b), pick(PHASES, c), STAMP));
      case "undo":
        return void undo.undo(STAMP);
      case "redo":
        return void undo.redo(STAMP);
      case "deliver":
      case "again":
        return this.mail.deliver(to, d, deed === "again");
      case "all":
        return this.mail.deliverAll(d % 2 === 0);
    }
  }

  #move(doc: Y.Doc, id: string, spot: { phase: string; domain: string; index: number }): void {
    const moved = moveActivity(doc, id, spot);
    const entry = entryOf(doc, "activities", id);
    if (!moved.ok || entry === null || entry.get("archived") instanceof Object) return;
    const cards = cardsInCell(doc, spot).map((card) => card.id);
    expect(cards.indexOf(id)).toBe(Math.min(spot.index, cards.length - 1));
  }

  #create(doc: Y.Doc, spot: { phase: string; domain: string; index: number }): void {
    const id = `card-${String(this.cards.length + 1).padStart(6, "0")}`;
    if (addActivity(doc, id, spot, { title: "", what: "wat" }, STAMP).ok) this.cards.push(id);
  }

  /** A word that nobody else types, put between words and never inside one. */
  #typeIn(text: unknown, at: number): void {
    if (!(text instanceof Y.Text)) return;
    const gaps = [0, ...[...text.toString().matchAll(/>/g)].map((match) => match.index + 1)];
    text.insert(pick(gaps, at), this.#newWord());
  }

  #addParagraph(doc: Y.Doc, id: string, at: number): void {
    const what = entryOf(doc, "activities", id)?.get("what");
    if (!(what instanceof Y.XmlFragment)) return;
    editPlan(doc, () => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(this.#newWord())]);
      what.insert(at % (what.length + 1), [paragraph]);
    });
  }

  #newWord(): string {
    const word = `<${this.words.length}>`;
    this.words.push(word);
    return word;
  }
}

function firstText(doc: Y.Doc, id: string): unknown {
  const what = entryOf(doc, "activities", id)?.get("what");
  const paragraph: unknown = what instanceof Y.XmlFragment ? what.get(0) : null;
  return paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** All words in the titles and bodies of all cards, the bin included, in order of number. */
function wordsIn(doc: Y.Doc): string[] {
  const entries = [...rootMap(doc, "activities").keys()].map((id) => entryOf(doc, "activities", id));
  const texts = entries.map((entry) => `${String(entry?.get("title"))}${String(entry?.get("what"))}`);
  const words = texts.join("").match(/<\d+>/g) ?? [];
  return words.sort((a, b) => Number(a.slice(1, -1)) - Number(b.slice(1, -1)));
}

function expectWhole(doc: Y.Doc, world: World): void {
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  const plan = toPlan(doc);
  const shown = plan.activities.map((activity) => activity.id);
  const binned = plan.bin.filter((entry) => entry.root === "activities").map((entry) => entry.id);
  expect([...shown, ...binned].sort()).toEqual([...world.cards].sort());
  expect(rootMap(doc, "activities").size).toBe(world.cards.length);
  const spots = plan.activities.map(({ phase, domain, order }) => `${phase}/${domain}/${order}`);
  expect(new Set(spots).size).toBe(spots.length);
  expect(wordsIn(doc)).toEqual(world.words);
}

test("[P32] replicas that have the same edits agree, and no card or word is lost", () => {
  fc.assert(
    fc.property(story, ({ replicas, steps, isReversed }) => {
      const world = new World(replicas);
      for (const each of steps) world.play(each);
      world.mail.deliverAll(isReversed);
      for (const doc of world.mail.docs) expectWhole(doc, world);
      const hashes = world.mail.docs.map((doc) => contentHash(doc, sha256));
      expect(new Set(hashes).size).toBe(1);
    }),
    { numRuns: RUNS },
  );
});
