import { addActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { entryOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { moveActivities, moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { STAMP } from "../builders/plan-doc.ts";
import { DOMAINS, FIRST_CARDS, PHASES, smallPlanReplicas } from "../builders/plan-replicas.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(20_000, 0.075);

const DEEDS = [
  "move",
  "several",
  "status",
  "archive",
  "restore",
  "create",
  "undo",
  "undo",
  "redo",
  "deliver",
  "deliver",
  "all",
] as const;
const small = fc.nat({ max: 11 });
const step = fc.record({ at: small, deed: fc.constantFrom(...DEEDS), a: small, b: small, c: small });
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function pick<T>(choices: readonly T[], at: number): T {
  const choice = choices[at % choices.length];
  if (choice === undefined) throw new Error("nothing to choose from");
  return choice;
}

/** Every plain value of every card, with the client id of whoever wrote it last. */
function written(doc: Y.Doc): Map<string, { readonly value: string; readonly by: number | null }> {
  const values = new Map<string, { value: string; by: number | null }>();
  for (const id of rootMap(doc, "activities").keys()) {
    const entry = entryOf(doc, "activities", id);
    for (const field of ["place", "status", "archived"]) {
      const item = entry?._map.get(field);
      values.set(`${id} ${field}`, {
        value: JSON.stringify(entry?.get(field) ?? null),
        by: item === undefined || item.deleted ? null : item.id.client,
      });
    }
  }
  return values;
}

/** Walks back or forth, and checks that it changed nothing that another wrote last. */
function walk(doc: Y.Doc, undo: UndoStack<string>, way: "undo" | "redo"): void {
  const before = written(doc);
  undo[way](STAMP);
  for (const [name, { value }] of written(doc)) {
    const earlier = before.get(name);
    if (earlier === undefined || earlier.value === value) continue;
    expect([doc.clientID, null], `${way} changed ${name} of ${String(earlier.by)}`).toContain(earlier.by);
  }
}

test("[P26][P27] nobody's undo changes what another did last, and no card ever disappears", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(step, { maxLength: 40 }), (people, steps) => {
      const mail = smallPlanReplicas(people);
      const stacks = mail.docs.map((doc) => new UndoStack<string>(doc));
      const cards: string[] = [...FIRST_CARDS];
      const play = ({ at, deed, a, b, c }: Step): void => {
        const who = at % people;
        const [doc, undo] = [pick(mail.docs, who), pick(stacks, who)];
        const [id, cell] = [pick(cards, a), { phase: pick(PHASES, b), domain: pick(DOMAINS, c) }];
        switch (deed) {
          case "move":
            return void undo.run(deed, () => moveActivity(doc, id, { ...cell, index: a }));
          case "several":
            return void undo.run(deed, () =>
              moveActivities(doc, [id, pick(cards, c)], { ...cell, before: pick(cards, b) }),
            );
          case "status":
            return void undo.run(deed, () =>
              setRegister(doc, "activities", id, "status", pick(["idea", "active", "done"], b)),
            );
          case "archive":
            return void undo.run(deed, () => archiveEntry(doc, "activities", id, STAMP));
          case "restore":
            return void undo.run(deed, () => restoreEntry(doc, "activities", id));
          case "create": {
            const made = `card-${String(cards.length + 1).padStart(6, "0")}`;
            undo.run(deed, () => addActivity(doc, made, { ...cell, index: a }, { title: "" }, STAMP));
            return void cards.push(made);
          }
          case "undo":
          case "redo":
            return walk(doc, undo, deed);
          case "deliver":
            return mail.deliver(who, a, false);
          case "all":
            return mail.deliverAll();
        }
      };
      for (const each of steps) play(each);
      mail.deliverAll();
      for (const doc of mail.docs) {
        const plan = toPlan(doc);
        const binned = plan.bin.filter((entry) => entry.root === "activities").map((entry) => entry.id);
        const shown = plan.activities.map((activity) => activity.id);
        expect([...shown, ...binned].sort()).toEqual([...cards].sort());
      }
    }),
    { numRuns: RUNS },
  );
});

test("[P13] several cards come one below the other, above the card that is pointed at", () => {
  const [doc] = smallPlanReplicas(1).docs;
  if (doc === undefined) throw new Error("one replica");
  const [first, second, third, fourth] = FIRST_CARDS;
  const home = { phase: PHASES[0], domain: DOMAINS[0] };
  const inHome = (): string[] =>
    toPlan(doc)
      .activities.filter(({ phase, domain }) => phase === home.phase && domain === home.domain)
      .map(({ id }) => id);
  expect(inHome()).toEqual([first, second, third, fourth]);
  moveActivities(doc, [fourth, first], { ...home, before: third });
  expect(inHome()).toEqual([second, fourth, first, third]);
  moveActivities(doc, [second, third], { ...home, before: null });
  expect(inHome()).toEqual([fourth, first, second, third]);
  moveActivities(doc, [first, "nobody-0001"], { phase: PHASES[1], domain: DOMAINS[1], before: null });
  expect(inHome()).toEqual([fourth, second, third]);
  const gone = moveActivities(doc, [second], { phase: "phase-99999", domain: DOMAINS[0], before: null });
  expect(gone.ok).toBe(false);
});

test("[P26] what another wrote since stays, even when it is the same value", () => {
  const mail = smallPlanReplicas(2);
  const [mine, theirs] = mail.docs;
  if (mine === undefined || theirs === undefined) throw new Error("two replicas");
  const undo = new UndoStack<string>(mine);
  const [id] = FIRST_CARDS;
  undo.run("status", () => setRegister(mine, "activities", id, "status", "active"));
  mail.deliverAll();
  setRegister(theirs, "activities", id, "status", "done");
  setRegister(theirs, "activities", id, "status", "active");
  mail.deliverAll();
  const outcome = undo.undo(STAMP);
  expect(outcome?.done).toEqual([]);
  expect(outcome?.skipped.map(({ changedBy }) => changedBy)).toEqual([theirs.clientID]);
  expect(entryOf(mine, "activities", id)?.get("status")).toBe("active");
});
