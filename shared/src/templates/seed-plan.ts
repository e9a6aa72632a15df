import type * as Y from "yjs";
import { addDays, daysBetween, type LocalDate } from "../kernel/clock.ts";
import type { NewId } from "../kernel/id.ts";
import { ok, type Result } from "../kernel/result.ts";
import { ranksBetween } from "../order/rank.ts";
import { createEntry, createPlanDocument } from "../plan/create.ts";
import { editPlan, type EntryRoot } from "../plan/entry.ts";
import { DOMAIN_COLORS } from "../plan/read-entries.ts";
import type { Language, Stamp } from "../plan/schema.ts";
import type { EntryValues } from "../plan/values.ts";
import { type TemplateName, templateOf } from "./named-templates.ts";
import type { PlanTemplate } from "./plan-template.ts";

/** The day on which the example plan was taken: its done and late activities are so on this day, a Monday. */
const EXAMPLE_DAY: LocalDate = "2026-11-23";

export interface SeedOptions {
  readonly title: string;
  readonly language: Language;
  readonly newId: NewId;
  readonly stamp: Stamp;
  /** Moves all dates by whole weeks, so that the plan stands on this day as the example stands on its own. */
  readonly today?: LocalDate | undefined;
}

/** The id that an entry of the template got in the plan. */
export type SeededId = (root: EntryRoot, shortId: string) => string;

/**
 * Fills an empty document from a template, in one transaction, every entry under a fresh id; tells which. Refused as `exists` when
 * the document is a plan already: seeding twice would double everything.
 */
export function seedPlan(doc: Y.Doc, name: TemplateName, options: SeedOptions): Result<SeededId, "exists"> {
  return seedTemplate(doc, templateOf(name, options.language), options);
}

/** `seedPlan` from a template that somebody brought. */
export function seedTemplate(
  doc: Y.Doc,
  template: PlanTemplate,
  options: SeedOptions,
): Result<SeededId, "exists"> {
  return editPlan(doc, () => {
    const { title, language } = options;
    const made = createPlanDocument(doc, { title, language, ambition: template.ambition });
    if (!made.ok) return made;
    const seeding = new Seeding(doc, options);
    seeding.all(template);
    return ok((root, shortId) => seeding.id(root, shortId));
  });
}

/** By how many days a template's dates move for a plan that stands on `today`: whole weeks, so that weekdays stay. */
export function shiftDays(today: LocalDate | undefined): number {
  return today === undefined ? 0 : Math.floor(daysBetween(EXAMPLE_DAY, today) / 7) * 7;
}

class Seeding {
  readonly #doc: Y.Doc;
  readonly #options: SeedOptions;
  readonly #shiftDays: number;
  readonly #ids = new Map<string, string>();

  constructor(doc: Y.Doc, options: SeedOptions) {
    this.#doc = doc;
    this.#options = options;
    this.#shiftDays = shiftDays(options.today);
  }

  all(template: PlanTemplate): void {
    this.#each("goals", template.goals, (goal) => goal);
    this.#each("phases", template.phases, (phase) => ({ ...phase, ...this.#period(phase) }));
    this.#each("domains", template.domains, (domain, index) => ({ ...domain, color: index % DOMAIN_COLORS }));
    this.#each("parties", template.parties, (party) => party);
    this.#activities(template.activities);
    this.#each("decisions", template.decisions, (decision) => ({
      ...decision,
      activity: this.#ref("activities", decision.activity),
      options: decision.options.map((title) => ({ id: this.#options.newId(), title, pros: "", cons: "" })),
      decider: this.id("parties", decision.decider),
      advisers: this.#refs("parties", decision.advisers),
      neededBy: this.#date(decision.neededBy),
      decidedOn: this.#date(decision.decidedOn),
    }));
    this.#each("communications", template.communications, (moment) => ({
      ...moment,
      phase: this.id("phases", moment.phase),
      activity: this.#ref("activities", moment.activity),
      audience: this.#refs("parties", moment.audience),
      date: this.#date(moment.date),
      sender: this.id("parties", moment.sender),
    }));
  }

  #activities(activities: PlanTemplate["activities"]): void {
    for (const cards of Map.groupBy(activities, (card) => `${card.phase} ${card.domain}`).values()) {
      const ranks = ranksBetween(null, null, cards.length);
      for (const [at, card] of cards.entries()) {
        this.#create("activities", card.id, {
          ...card,
          place: [this.id("phases", card.phase), this.id("domains", card.domain), ranks[at] ?? ""],
          ...this.#period(card),
          roles: {
            sponsor: this.#refs("parties", card.roles.sponsor),
            executor: this.#refs("parties", card.roles.executor),
            codecider: this.#refs("parties", card.roles.codecider),
            consulted: this.#refs("parties", card.roles.consulted),
            informed: this.#refs("parties", card.roles.informed),
          },
          dependsOn: this.#refs("activities", card.dependsOn),
          steps: card.steps.map((step) => ({ ...step, id: this.#options.newId() })),
          goals: this.#refs("goals", card.goals),
        });
      }
    }
  }

  #each<
    R extends Exclude<EntryRoot, "activities" | "cells" | "waivers">,
    Entry extends { readonly id: string },
  >(
    root: R,
    entries: readonly Entry[],
    values: (entry: Entry, index: number) => Omit<EntryValues[R], "rank">,
  ): void {
    const ranks = ranksBetween(null, null, entries.length);
    entries.forEach((entry, index) => {
      const given = { ...values(entry, index), rank: ranks[index] ?? "" };
      this.#create(root, entry.id, given);
    });
  }

  #create<R extends EntryRoot>(root: R, shortId: string, values: EntryValues[R]): void {
    createEntry(this.#doc, root, this.id(root, shortId), values, this.#options.stamp);
  }

  /** The fresh id of a short one, the same each time; made at first mention, so that references may point ahead. */
  id(root: EntryRoot, shortId: string): string {
    const key = `${root}/${shortId}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#options.newId();
    this.#ids.set(key, id);
    return id;
  }

  #ref(root: EntryRoot, shortId: string | null): string | null {
    return shortId === null ? null : this.id(root, shortId);
  }

  #refs(root: EntryRoot, shortIds: readonly string[]): string[] {
    return shortIds.map((shortId) => this.id(root, shortId));
  }

  #date(date: LocalDate | null): LocalDate | null {
    return date === null ? null : addDays(date, this.#shiftDays);
  }

  #period(period: { readonly start: LocalDate | null; readonly end: LocalDate | null }) {
    return { start: this.#date(period.start), end: this.#date(period.end) };
  }
}
