import type { Circle } from "../access/role.ts";
import { addDays, type LocalDate } from "../kernel/clock.ts";
import type { NewId } from "../kernel/id.ts";
import type { EventDraft } from "../journal/events.ts";
import type { Language } from "../plan/schema.ts";
import { type TemplateName, templateOf } from "./named-templates.ts";
import type { PlanTemplate } from "./plan-template.ts";
import { type SeededId, shiftDays } from "./seed-plan.ts";

/** An event of the template's past, with who and when (milliseconds since 1970). */
export type PastEvent = EventDraft & { readonly actor: string; readonly at: number };

interface Author {
  readonly name: string;
  readonly circle: Circle;
}

/** Who took the decisions of the example down. */
const SECRETARY = { name: "Projectleider OKE", circle: "informatiemanagement" } as const;
const DAY_MS = 86_400_000;

/**
 * What was said and decided before a plan from this template began, oldest first. `idOf` tells which entries the plan has; nothing
 * lies after `now`.
 */
export function seedJournal(
  name: TemplateName,
  idOf: SeededId,
  options: PastOptions & { readonly language: Language },
): PastEvent[] {
  return templatePast(templateOf(name, options.language), idOf, options);
}

export interface PastOptions {
  readonly newId: NewId;
  readonly now: number;
  readonly today?: LocalDate | undefined;
}

/** `seedJournal` for a template that somebody brought. */
export function templatePast(template: PlanTemplate, idOf: SeededId, options: PastOptions): PastEvent[] {
  const { newId, now } = options;
  const days = shiftDays(options.today);
  const members = new Map<string, Author & { readonly id: string }>();
  const past: PastEvent[] = [];

  function memberId(author: Author): string {
    const key = `${author.name}/${author.circle}`;
    const member = members.get(key) ?? { ...author, id: newId() };
    members.set(key, member);
    return member.id;
  }

  for (const { anchor, author, at, text } of template.comments) {
    const root = anchor.kind === "activity" ? "activities" : "decisions";
    past.push({
      type: "comment.added",
      body: { comment: newId(), anchor: { kind: anchor.kind, id: idOf(root, anchor.id) }, replyTo: null },
      content: { text, mentions: [] },
      actor: memberId(author),
      at: Math.min(now, Date.parse(at) + days * DAY_MS),
    });
  }
  for (const { id, status, decidedOn, decider, question, outcome, rationale } of template.decisions) {
    if (status !== "decided" || decidedOn === null) continue;
    past.push({
      type: "decision.taken",
      body: {
        decision: idOf("decisions", id),
        question,
        outcome,
        rationale,
        decider: idOf("parties", decider),
        deciderName: template.parties.find((party) => party.id === decider)?.name ?? "",
        decidedOn: addDays(decidedOn, days),
      },
      content: null,
      actor: memberId(SECRETARY),
      at: Math.min(now, Date.parse(`${addDays(decidedOn, days)}T12:00:00Z`)),
    });
  }
  past.sort((a, b) => a.at - b.at);
  const first = past[0]?.at ?? now;
  const introductions = [...members.values()].map((member): PastEvent => ({
    type: "member.introduced",
    body: { member: member.id },
    content: { name: member.name, circle: member.circle },
    actor: member.id,
    at: first,
  }));
  return [...introductions, ...past];
}
