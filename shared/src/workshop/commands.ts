import { z } from "zod";
import type { Capability } from "../access/policy.ts";
import { CIRCLES } from "../access/role.ts";
import { ID_MAX_LENGTH, isId } from "../kernel/id.ts";
import { CHECKOUT_FORMS, EXTRAS } from "./agenda.ts";
import {
  ADVICE_MAX_LENGTH,
  CHECKOUT_WORD_MAX_LENGTH,
  GOAL_MAX_LENGTH,
  IDEA_MAX_LENGTH,
  LOCKED_PHASES_MAX,
  PERSON_NAME_MAX_LENGTH,
  QUESTION_MAX_LENGTH,
  SCOPES_MAX,
  STEP_MINUTES_MAX,
  STEP_TITLE_MAX_LENGTH,
  STEPS_MAX,
  TIMER_MAX_MS,
  VOTE_BUDGET_MAX,
} from "./limits.ts";
import { CLAIMED_SLOTS, REACTIONS, STANCES } from "./session.ts";

const id = z.string().max(ID_MAX_LENGTH).refine(isId, "not an id");
/** Members can have ids of an older form. */
const member = z.string().min(1).max(64);
const scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("plan") }),
  z.object({ kind: z.literal("phase"), phase: id }),
  z.object({ kind: z.literal("cell"), phase: id, domain: id }),
]);

const frame = {
  id,
  title: z.string().trim().min(1).max(STEP_TITLE_MAX_LENGTH),
  question: z.string().trim().max(QUESTION_MAX_LENGTH).default(""),
  minutes: z.int().min(0).max(STEP_MINUTES_MAX),
  extras: z.array(z.enum(EXTRAS)).max(EXTRAS.length).default([]),
};
const step = z.discriminatedUnion("kind", [
  z.object({ ...frame, kind: z.enum(["info", "roles", "free"]) }),
  z.object({
    ...frame,
    kind: z.literal("ideas"),
    scopes: z.array(scope).min(1).max(SCOPES_MAX),
    anonymous: z.boolean(),
  }),
  z.object({ ...frame, kind: z.literal("reveal"), of: id }),
  z.object({
    ...frame,
    kind: z.literal("vote"),
    of: id.nullable(),
    scope,
    budget: z.int().min(1).max(VOTE_BUDGET_MAX),
    perItem: z.int().min(1).max(VOTE_BUDGET_MAX),
    blind: z.boolean(),
    perCircle: z.boolean(),
  }),
  z.object({ ...frame, kind: z.literal("write"), scope, open: z.boolean() }),
  z.object({ ...frame, kind: z.literal("decide") }),
  z.object({ ...frame, kind: z.literal("checkout"), form: z.enum(CHECKOUT_FORMS) }),
]);
const steps = z.array(step).min(1).max(STEPS_MAX);

const ms = z.int().min(1_000).max(TIMER_MAX_MS);
/** In whose name: a proxy of the one who gives the command; null for oneself. */
const as = id.nullable().default(null);
const ideaText = z.string().trim().min(1).max(IDEA_MAX_LENGTH);
const spotlightTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("phase"), phase: id }),
  z.object({ kind: z.literal("cell"), phase: id, domain: id }),
  z.object({ kind: z.enum(["activity", "decision"]), id }),
  z.object({ kind: z.literal("member"), id: member }),
]);
const lock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("plan") }),
  z.object({ kind: z.literal("phases"), phases: z.array(id).min(1).max(LOCKED_PHASES_MAX) }),
]);

function of<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.object({ type: z.literal(type), id, session: id, ...fields });
}

/** The commands of a workshop, to be listed with the others. `session` is the client's own id at `session.open`. */
export const workshopCommands = [
  of("session.open", {
    goal: z.string().trim().min(1).max(GOAL_MAX_LENGTH),
    steps,
    sharedDevices: z.boolean().default(true),
  }),
  /** What is still hidden is revealed or thrown away; with `ask` the command is refused as `hidden-left` when there is any. */
  of("session.close", { hidden: z.enum(["ask", "reveal", "discard"]).default("ask") }),
  /** `from` is the step that the lead saw, so that pressing twice moves once. */
  of("session.next", { from: id }),
  of("session.back", { from: id }),
  of("session.goto", { step: id }),
  of("session.pause", {}),
  of("session.resume", {}),
  of("session.attend", {}),
  of("agenda.change", { steps }),
  of("proxy.add", {
    proxy: id,
    name: z.string().trim().min(1).max(PERSON_NAME_MAX_LENGTH),
    circle: z.enum(CIRCLES),
  }),
  of("proxy.remove", { proxy: id }),
  of("timer.start", { ms }),
  of("timer.pause", {}),
  of("timer.resume", {}),
  of("timer.add", { ms }),
  of("timer.stop", {}),
  of("lead.hand", { to: member }),
  of("lead.take", {}),
  of("idea.submit", { step: id, idea: id, scope, text: ideaText, as }),
  of("idea.edit", { idea: id, text: ideaText }),
  of("idea.withdraw", { idea: id }),
  of("ideas.reveal", {
    step: id,
    which: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("all") }),
      z.object({ kind: z.literal("scope"), scope }),
      z.object({ kind: z.literal("idea"), idea: id }),
      /** The next hidden one, for showing them one by one. */
      z.object({ kind: z.literal("next") }),
    ]),
  }),
  of("idea.merge", { idea: id, into: id }),
  of("idea.unmerge", { idea: id }),
  of("idea.became", { idea: id, activity: id }),
  /** All dots of this person for this item from now on; 0 takes them back. */
  of("vote.cast", { step: id, item: id, dots: z.int().min(0).max(VOTE_BUDGET_MAX), as }),
  of("votes.reveal", { step: id }),
  of("focus.set", { focus: z.object({ kind: z.enum(["activity", "decision"]), id }).nullable() }),
  of("advice.give", {
    decision: id,
    stance: z.enum(STANCES),
    text: z.string().trim().max(ADVICE_MAX_LENGTH).default(""),
    as,
  }),
  of("role.claim", { activity: id, slot: z.enum(CLAIMED_SLOTS), party: id, as }),
  of("checkout.give", {
    step: id,
    fingers: z.int().min(1).max(5).nullable().default(null),
    word: z.string().trim().max(CHECKOUT_WORD_MAX_LENGTH).default(""),
    as,
  }),
  of("spotlight.set", { target: spotlightTarget, held: z.boolean().default(false) }),
  of("spotlight.clear", {}),
  of("lock.set", { lock }),
  of("lock.clear", {}),
  of("hand.raise", { as }),
  /** One's own hand, or for the lead anybody's; `person` null for one's own. */
  of("hand.lower", { person: member.nullable().default(null) }),
  of("reaction.set", { activity: id, reaction: z.enum(REACTIONS), on: z.boolean(), as }),
] as const;

export type WorkshopCommand = z.output<(typeof workshopCommands)[number]>;
export type WorkshopCommandOf<Type extends WorkshopCommand["type"]> = Extract<
  WorkshopCommand,
  { readonly type: Type }
>;

/** What a role must allow before a command is looked into. What the step allows, and who leads, comes after that. */
export const WORKSHOP_CAPABILITIES = {
  "session.open": "session.lead",
  "session.close": "session.lead",
  "session.next": "session.lead",
  "session.back": "session.lead",
  "session.goto": "session.lead",
  "session.pause": "session.lead",
  "session.resume": "session.lead",
  "session.attend": "journal.command",
  "agenda.change": "session.lead",
  "proxy.add": "journal.command",
  "proxy.remove": "journal.command",
  "timer.start": "session.lead",
  "timer.pause": "session.lead",
  "timer.resume": "session.lead",
  "timer.add": "session.lead",
  "timer.stop": "session.lead",
  "lead.hand": "session.lead",
  "lead.take": "session.lead",
  "idea.submit": "journal.command",
  "idea.edit": "journal.command",
  "idea.withdraw": "journal.command",
  "ideas.reveal": "session.lead",
  "idea.merge": "plan.write",
  "idea.unmerge": "plan.write",
  "idea.became": "plan.write",
  "vote.cast": "journal.command",
  "votes.reveal": "session.lead",
  "focus.set": "session.lead",
  "advice.give": "journal.command",
  "role.claim": "journal.command",
  "checkout.give": "journal.command",
  "spotlight.set": "session.lead",
  "spotlight.clear": "session.lead",
  "lock.set": "session.lead",
  "lock.clear": "session.lead",
  "hand.raise": "journal.command",
  "hand.lower": "journal.command",
  "reaction.set": "journal.command",
} as const satisfies Record<WorkshopCommand["type"], Capability>;
