import { createEntry, createPlanDocument } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import * as Y from "yjs";
import { STAMP } from "./plan-doc.ts";

export const PHASES = ["phase-00001", "phase-00002", "phase-00003"] as const;
export const DOMAINS = ["domain-0001", "domain-0002"] as const;
export const FIRST_CARDS = ["card-000001", "card-000002", "card-000003", "card-000004"] as const;

let smallPlan: Uint8Array | null = null;

/** The state of a plan of three phases, two domains and four cards in one cell, two of which share a rank. */
function smallPlanState(): Uint8Array {
  smallPlan ??= Y.encodeStateAsUpdate(makeSmallPlan());
  return smallPlan;
}

/** A document with the small plan, under a client id of its own. */
export function smallPlanDoc(clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  Y.applyUpdate(doc, smallPlanState());
  return doc;
}

function makeSmallPlan(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  editPlan(doc, () => {
    createPlanDocument(doc, { title: "Klein plan", language: "nl" });
    PHASES.forEach((id, at) => createEntry(doc, "phases", id, { rank: `a${at}`, name: id }, STAMP));
    DOMAINS.forEach((id, at) => createEntry(doc, "domains", id, { rank: `a${at}`, name: id }, STAMP));
    FIRST_CARDS.forEach((id, at) => {
      const place = [PHASES[0], DOMAINS[0], at < 2 ? "a0" : `a${at}`] as const;
      createEntry(doc, "activities", id, { place, title: "", what: "wat" }, STAMP);
    });
  });
  return doc;
}

/** Edits on their way from one replica to another, which a test delivers in any order and as often as it likes. */
export class Mail {
  readonly docs: readonly Y.Doc[];
  readonly #inboxes: Uint8Array[][];

  constructor(docs: readonly Y.Doc[]) {
    this.docs = docs;
    this.#inboxes = docs.map(() => []);
    docs.forEach((doc, from) => {
      doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        if (!transaction.local) return;
        this.#inboxes.forEach((inbox, to) => {
          if (to !== from) inbox.push(update);
        });
      });
    });
  }

  /** Delivers one waiting edit, picked by `pick`; `again` leaves it waiting, so that it comes a second time. */
  deliver(to: number, pick: number, again: boolean): void {
    const inbox = this.#inboxes[to] ?? [];
    const doc = this.docs[to];
    const at = pick % Math.max(1, inbox.length);
    const update = inbox[at];
    if (doc === undefined || update === undefined) return;
    if (!again) inbox.splice(at, 1);
    Y.applyUpdate(doc, update);
  }

  /** Delivers all that waits, the last first when `reversed`, until nothing is under way any more. */
  deliverAll(reversed = false): void {
    while (this.#inboxes.some((inbox) => inbox.length > 0)) {
      this.#inboxes.forEach((inbox, to) => {
        const updates = inbox.splice(0);
        const doc = this.docs[to];
        if (doc === undefined) return;
        for (const update of reversed ? updates.toReversed() : updates) Y.applyUpdate(doc, update);
      });
    }
  }
}

/** Replicas of the small plan with client ids from 101, and the mail between them. */
export function smallPlanReplicas(count: number): Mail {
  return new Mail(Array.from({ length: count }, (_, at) => smallPlanDoc(101 + at)));
}
