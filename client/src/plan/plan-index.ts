import { type EntryChange, observePlan } from "@planwand/shared/plan/observe.ts";
import { liveActivities, readActivity, readAll, readMeta } from "@planwand/shared/plan/read-live.ts";
import type { ActivityEntry } from "@planwand/shared/plan/read-activity.ts";
import {
  readDecision,
  readDomain,
  readGoal,
  readParty,
  readPhase,
} from "@planwand/shared/plan/read-entries.ts";
import type { Domain, Goal, Party, Phase, Plan } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { replaceByTitle, sortedByTitle } from "./by-title.ts";
import { cellKey, Cells } from "./cells.ts";
import { keepSame } from "./keep-same.ts";
import { createTopics } from "./topics.ts";

/** An activity as the wall and the panel show it. Its place is where it was put, whether or not that cell exists. */
export type CardSnapshot = ActivityEntry;

/** The lists that are read anew as a whole when one of their entries changes: they are short and change seldom. */
interface Lists {
  readonly phases: readonly Phase[];
  readonly domains: readonly Domain[];
  readonly parties: readonly Party[];
  readonly goals: readonly Goal[];
  /** Decision points without an outcome, counted by activity. */
  readonly openDecisions: ReadonlyMap<string, number>;
  readonly meta: Pick<Plan, "language" | "title" | "ambition" | "rich">;
}

/** What can be looked at in an index; each is a topic to subscribe to. */
export const TOPIC = {
  activity: (id: string): string => `activity:${id}`,
  cell: (phase: string, domain: string): string => `cell:${cellKey(phase, domain)}`,
  unplaced: "unplaced",
  /** Any card came, went, moved or was changed. */
  activities: "activities",
  list: (name: keyof Lists): string => `list:${name}`,
} as const;

/**
 * The plan document, read once and then kept up to date by every transaction: only what a transaction touched is read again,
 * and whatever did not change keeps its identity.
 */
export class PlanIndex {
  readonly #doc: Y.Doc;
  readonly #topics = createTopics();
  readonly #cards = new Map<string, CardSnapshot>();
  readonly #cells = new Cells();
  /** Those that were asked for, by id. */
  readonly #binned = new Map<string, CardSnapshot | null>();
  #lists: Lists;
  /** By title; null until somebody asks. */
  #sorted: readonly CardSnapshot[] | null = null;

  /** Reads `doc` and follows it until the document is destroyed. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#lists = readLists(doc);
    for (const card of liveActivities(doc)) this.#cards.set(card.id, card);
    this.#replaceAll(new Set());
    const stop = observePlan(doc, ({ entries }) => this.#apply(entries));
    doc.on("destroy", stop);
  }

  subscribe(topic: string, listener: () => void): () => void {
    return this.#topics.subscribe(topic, listener);
  }

  /** The activity, or null when there is none or it is in the bin. */
  activity(id: string): CardSnapshot | null {
    return this.#cards.get(id) ?? null;
  }

  /** The activity when it is in the bin, as it was; else null. Read once for as long as it does not change. */
  inBin(id: string): CardSnapshot | null {
    const known = this.#binned.get(id);
    if (known !== undefined) return known;
    const read = readActivity(this.#doc, id);
    const card = read?.archived === true ? read : null;
    this.#binned.set(id, card);
    return card;
  }

  /** The ids of the cards in a cell, in order. */
  cell(phase: string, domain: string): readonly string[] {
    return this.#cells.list(cellKey(phase, domain));
  }

  /** The cards whose phase or domain is unknown or in the bin. */
  unplaced(): readonly string[] {
    return this.#cells.list(null);
  }

  /** How many activities are not in the bin. */
  get size(): number {
    return this.#cards.size;
  }

  isOnWall(card: CardSnapshot): boolean {
    return this.#cellOf(card) !== null;
  }

  countInPhase(phase: string): number {
    return this.#cells.count((cell) => cell.startsWith(`${phase}/`));
  }

  countInDomain(domain: string): number {
    return this.#cells.count((cell) => cell.endsWith(`/${domain}`));
  }

  /** How many decision points without an outcome hang on the cards of a phase, or of one of its cells. */
  openDecisionsIn(phase: string, domain: string | null): number {
    let count = 0;
    for (const [id, open] of this.#lists.openDecisions) {
      const place = this.activity(id)?.place;
      if (place?.[0] === phase && (domain === null || place[1] === domain)) count += open;
    }
    return count;
  }

  /** All activities that are not in the bin, by title. */
  activities(): readonly CardSnapshot[] {
    this.#sorted ??= sortedByTitle(this.#cards.values());
    return this.#sorted;
  }

  list<Name extends keyof Lists>(name: Name): Lists[Name] {
    return this.#lists[name];
  }

  #apply(changes: readonly EntryChange[]): void {
    const touched = new Set<string>();
    const roots = new Set(changes.map((change) => change.root));
    this.#applyLists(roots, touched);
    for (const { root, id } of changes) if (root === "activities") this.#applyCard(id, touched);
    if (roots.has("activities")) touched.add(TOPIC.activities);
    this.#topics.publish(touched);
  }

  #applyLists(roots: ReadonlySet<string>, touched: Set<string>): void {
    const before = this.#lists;
    this.#lists = {
      phases: roots.has("phases")
        ? keepSame(before.phases, readAll(this.#doc, "phases", readPhase))
        : before.phases,
      domains: roots.has("domains")
        ? keepSame(before.domains, readAll(this.#doc, "domains", readDomain))
        : before.domains,
      parties: roots.has("parties")
        ? keepSame(before.parties, readAll(this.#doc, "parties", readParty))
        : before.parties,
      goals: roots.has("goals")
        ? keepSame(before.goals, readAll(this.#doc, "goals", readGoal))
        : before.goals,
      openDecisions: roots.has("decisions") ? readOpenDecisions(this.#doc) : before.openDecisions,
      meta: roots.has("meta") ? readMeta(this.#doc) : before.meta,
    };
    for (const name of Object.keys(before) as (keyof Lists)[]) {
      if (this.#lists[name] !== before[name]) touched.add(TOPIC.list(name));
    }
    if (this.#lists.phases !== before.phases || this.#lists.domains !== before.domains)
      this.#replaceAll(touched);
  }

  #applyCard(id: string, touched: Set<string>): void {
    this.#binned.delete(id);
    const read = readActivity(this.#doc, id);
    const card = read === null || read.archived ? null : read;
    if (this.#sorted !== null) this.#sorted = replaceByTitle(this.#sorted, this.activity(id), card);
    if (card === null) this.#cards.delete(id);
    else this.#cards.set(id, card);
    touched.add(TOPIC.activity(id));
    const changed = this.#cells.place(id, card && { id, cell: this.#cellOf(card), rank: card.place[2] });
    for (const cell of changed) touched.add(cell === null ? TOPIC.unplaced : `cell:${cell}`);
  }

  /** Phases or domains changed: every card may be in another cell, or in none. */
  #replaceAll(touched: Set<string>): void {
    for (const card of this.#cards.values()) {
      const changed = this.#cells.place(card.id, {
        id: card.id,
        cell: this.#cellOf(card),
        rank: card.place[2],
      });
      for (const cell of changed) touched.add(cell === null ? TOPIC.unplaced : `cell:${cell}`);
      if (changed.length > 0) touched.add(TOPIC.activities);
    }
  }

  #cellOf({ place: [phase, domain] }: CardSnapshot): string | null {
    const known =
      this.#lists.phases.some((entry) => entry.id === phase) &&
      this.#lists.domains.some((entry) => entry.id === domain);
    return known ? cellKey(phase, domain) : null;
  }
}

function readLists(doc: Y.Doc): Lists {
  return {
    phases: readAll(doc, "phases", readPhase),
    domains: readAll(doc, "domains", readDomain),
    parties: readAll(doc, "parties", readParty),
    goals: readAll(doc, "goals", readGoal),
    openDecisions: readOpenDecisions(doc),
    meta: readMeta(doc),
  };
}

function readOpenDecisions(doc: Y.Doc): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { activity, status } of readAll(doc, "decisions", readDecision)) {
    if (activity !== null && status !== "decided") counts.set(activity, (counts.get(activity) ?? 0) + 1);
  }
  return counts;
}

const indexes = new WeakMap<Y.Doc, PlanIndex>();

/** The one index of this document; made at the first ask. */
export function planIndexOf(doc: Y.Doc): PlanIndex {
  const index = indexes.get(doc) ?? new PlanIndex(doc);
  indexes.set(doc, index);
  return index;
}
