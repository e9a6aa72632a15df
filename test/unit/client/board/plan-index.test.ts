import { cellKey } from "@planwand/client/plan/cells.ts";
import { PlanIndex, TOPIC } from "@planwand/client/plan/plan-index.ts";
import { addActivity } from "@planwand/shared/plan/activity.ts";
import { createEntry, createPlanDocument } from "@planwand/shared/plan/create.ts";
import { setText } from "@planwand/shared/plan/edit-field.ts";
import { editPlan, entryOf } from "@planwand/shared/plan/entry.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";

const stamp = { by: "actor-0000001", at: 1 };
const phases = ["phase-00000001", "phase-00000002", "phase-00000003"] as const;
const domains = ["domain-0000001", "domain-0000002"] as const;
const cardId = (n: number) => `card-${String(n).padStart(8, "0")}`;

function planWith(cards: number): Y.Doc {
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Plan", language: "nl" });
  phases.forEach((id, at) => createEntry(doc, "phases", id, { rank: `a${at}`, name: `Fase ${at}` }, stamp));
  domains.forEach((id, at) =>
    createEntry(doc, "domains", id, { rank: `a${at}`, name: `Domein ${at}` }, stamp),
  );
  for (let n = 0; n < cards; n++) {
    const at = { phase: phases[n % 3] ?? phases[0], domain: domains[n % 2] ?? domains[0] };
    addActivity(doc, cardId(n), at, { title: `Kaart ${n}` }, stamp);
  }
  return doc;
}

/** Another person's copy of the plan, whose edits come in as one update. */
function remote(doc: Y.Doc, edit: (other: Y.Doc) => void): void {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  edit(other);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "remote");
}

describe("plan index", () => {
  let doc: Y.Doc;
  let index: PlanIndex;
  beforeEach(() => {
    doc = planWith(300);
    index = new PlanIndex(doc);
  });

  test("[B8] of 300 cards a remote move touches one card and two cells", () => {
    const calls: string[] = [];
    for (let n = 0; n < 300; n++) {
      index.subscribe(TOPIC.activity(cardId(n)), () => calls.push(`card ${cardId(n)}`));
    }
    for (const phase of phases) {
      for (const domain of domains) {
        index.subscribe(TOPIC.cell(phase, domain), () => calls.push(`cell ${cellKey(phase, domain)}`));
      }
    }
    remote(doc, (other) =>
      moveActivity(other, cardId(0), { phase: phases[1], domain: domains[1], index: 7 }),
    );
    expect(calls.toSorted()).toEqual(
      [
        `card ${cardId(0)}`,
        `cell ${cellKey(phases[0], domains[0])}`,
        `cell ${cellKey(phases[1], domains[1])}`,
      ].toSorted(),
    );
    expect(index.cell(phases[1], domains[1])[7]).toBe(cardId(0));
  });

  test("[B17] whatever did not change keeps its identity", () => {
    const cardBefore = index.activity(cardId(6));
    const cellBefore = index.cell(phases[2], domains[0]);
    const phasesBefore = index.list("phases");
    const partiesBefore = index.list("parties");
    remote(doc, (other) =>
      moveActivity(other, cardId(0), { phase: phases[1], domain: domains[1], index: 0 }),
    );
    expect(index.activity(cardId(6))).toBe(cardBefore);
    expect(index.cell(phases[2], domains[0])).toBe(cellBefore);
    expect(index.list("phases")).toBe(phasesBefore);
    expect(index.list("parties")).toBe(partiesBefore);
    expect(index.cell("unknown-phase", domains[0])).toBe(index.cell("other-unknown", domains[0]));
  });

  test("[B17] a change inside a card leaves the list of its cell as it was", () => {
    const before = index.cell(phases[0], domains[0]);
    const title = entryOf(doc, "activities", cardId(0))?.get("title");
    if (title instanceof Y.Text) title.insert(0, "Nieuw: ");
    expect(index.activity(cardId(0))?.title).toBe("Nieuw: Kaart 0");
    expect(index.cell(phases[0], domains[0])).toBe(before);
  });

  test("[B17] renaming one phase keeps the other phases as they were", () => {
    const [first, second] = index.list("phases");
    const name = entryOf(doc, "phases", phases[0])?.get("name");
    if (name instanceof Y.Text) name.insert(0, "Nieuwe ");
    expect(index.list("phases")[0]).not.toBe(first);
    expect(index.list("phases")[1]).toBe(second);
  });

  test("[B16] cards of an archived phase are in the strip, and come back with it", () => {
    const there = index.cell(phases[0], domains[0]);
    const total = there.length + index.cell(phases[0], domains[1]).length;
    const setArchived = (value: unknown) =>
      editPlan(doc, () => entryOf(doc, "phases", phases[0])?.set("archived", value));
    setArchived(stamp);
    expect(index.unplaced()).toHaveLength(total);
    expect(index.cell(phases[0], domains[0])).toEqual([]);
    setArchived(null);
    expect(index.unplaced()).toEqual([]);
    expect(index.cell(phases[0], domains[0])).toEqual(there);
  });

  test("[B16] a card with a place that means nothing is in the strip", () => {
    entryOf(doc, "activities", cardId(3))?.set("place", "rubbish");
    expect(index.unplaced()).toEqual([cardId(3)]);
  });

  test("[B17] an archived card is gone from its cell and from the counts, and a restored one is back", () => {
    const count = index.countInPhase(phases[0]);
    entryOf(doc, "activities", cardId(0))?.set("archived", stamp);
    expect(index.activity(cardId(0))).toBeNull();
    expect(index.cell(phases[0], domains[0])).not.toContain(cardId(0));
    expect(index.countInPhase(phases[0])).toBe(count - 1);
    entryOf(doc, "activities", cardId(0))?.set("archived", null);
    expect(index.cell(phases[0], domains[0])[0]).toBe(cardId(0));
    expect(index.countInPhase(phases[0])).toBe(count);
  });

  test("[B17] after any moves, archivings, arrivals and renamings the index says what a fresh one says", () => {
    const step = fc.record({
      card: fc.nat(24),
      phase: fc.constantFrom(...phases, "phase-unknown1"),
      domain: fc.constantFrom(...domains),
      index: fc.nat(12),
      kind: fc.constantFrom("move", "archive", "restore", "rank", "title"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const small = planWith(20);
        const followed = new PlanIndex(small);
        followed.activities();
        for (const { card, phase, domain, index: at, kind } of steps) {
          const entry = entryOf(small, "activities", cardId(card));
          if (kind === "move") moveActivity(small, cardId(card), { phase, domain, index: at });
          else if (kind === "rank") entry?.set("place", [phase, domain, `a${at}`]);
          else if (kind === "title") setText(small, "activities", cardId(card), "title", `Titel ${at}`);
          else entry?.set("archived", kind === "archive" ? stamp : null);
        }
        const fresh = new PlanIndex(small);
        for (const phase of phases) {
          for (const domain of domains)
            expect(followed.cell(phase, domain)).toEqual(fresh.cell(phase, domain));
        }
        expect(followed.unplaced()).toEqual(fresh.unplaced());
        expect(followed.activities()).toEqual(fresh.activities());
      }),
      { numRuns: 200 },
    );
  });
});
