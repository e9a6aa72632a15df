import { z } from "zod";
import { CIRCLES } from "../access/role.ts";
import { ANCHOR_KINDS, EXPLAINED_FIELDS, OFFSPRING_KINDS } from "../journal/events.ts";
import { isLocalDate } from "../kernel/clock.ts";
import { ID_PATTERN, isId } from "../kernel/id.ts";
import { safeLink } from "../plan/link.ts";
import {
  ACTIVITY_STATUSES,
  COMMUNICATION_KINDS,
  DECISION_STATUSES,
  FLOWS,
  LANGUAGES,
  PARTY_KINDS,
  PRIORITIES,
  type RichBlock,
  RISK_LEVELS,
} from "../plan/schema.ts";

/**
 * The version of a plan as a JSON file. 1 (2026-11): first. A change that an older reader would read wrongly makes a next one, which
 * goes on reading this one.
 */
export const PLAN_FILE_VERSION = 1;
/** By what a plan file is known among other JSON. */
export const PLAN_FILE_KIND = "planwand-plan";

const id = z.string().regex(ID_PATTERN).refine(isId, "not an id");
const ids = z.array(id);
const date = z.iso.date().refine(isLocalDate, "not a date").nullable();
const time = z.int().describe("Milliseconds since 1970");
const text = z.string();

const run = z.strictObject({
  text,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: text.refine((link) => safeLink(link) !== null, "no safe link").optional(),
});
const block: z.ZodType<RichBlock, RichBlock> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("paragraph"), runs: z.array(run) }),
    z.strictObject({ type: z.enum(["bulletList", "orderedList"]), items: z.array(z.array(block)) }),
  ]),
) as z.ZodType<RichBlock, RichBlock>;
const blocks = z.array(block).optional();
/** Formatted text by field; a field that is only plain paragraphs is not in it. */
const rich = <Field extends string>(...fields: readonly Field[]) =>
  z
    .strictObject(Object.fromEntries(fields.map((field) => [field, blocks])) as Record<Field, typeof blocks>)
    .describe("Formatted text, of the fields that have any formatting");

const step = z.strictObject({ id, title: text, done: z.boolean() });
const link = z.strictObject({ id, title: text, url: text });
const option = z.strictObject({ id, title: text, pros: text, cons: text });

const activity = z.strictObject({
  id,
  phase: id.nullable().describe("Null, as the domain: not placed in a cell"),
  domain: id.nullable(),
  order: z.int().describe("1 to n within its cell; the order of this list decides"),
  title: text,
  what: text,
  why: text,
  result: text,
  criterion: text,
  rich: rich("what", "why", "result", "criterion"),
  status: z.enum(ACTIVITY_STATUSES),
  waiting: z.strictObject({ for: text, since: date, party: id.nullable() }).nullable(),
  progress: z.int().min(0).max(100),
  priority: z.enum(PRIORITIES),
  start: date,
  end: date,
  roles: z.strictObject({ sponsor: ids, executor: ids, codecider: ids, consulted: ids, informed: ids }),
  names: z
    .record(z.string().regex(/^[a-z]+:[A-Za-z0-9_-]{10,32}$/), text)
    .describe("Names of persons, by role:party"),
  dependsOn: ids,
  steps: z.array(step),
  links: z.array(link),
  goals: ids,
  flows: z.array(z.enum(FLOWS)),
  risk: text,
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  riskMeasure: text,
  acceptedBy: id.nullable(),
  acceptedOn: date,
});

const decision = z.strictObject({
  id,
  activity: id.nullable(),
  question: text,
  context: text,
  options: z.array(option),
  decider: id.nullable(),
  advisers: ids,
  neededBy: date,
  status: z.enum(DECISION_STATUSES),
  outcome: text,
  rationale: text,
  rich: rich("context", "outcome", "rationale"),
  decidedOn: date,
  assessment: z.boolean(),
  flows: z.array(z.enum(FLOWS)),
  replaces: id.nullable(),
});

const communication = z.strictObject({
  id,
  kind: z.enum(COMMUNICATION_KINDS),
  phase: id.nullable(),
  activity: id.nullable(),
  audience: ids,
  channel: text,
  date,
  sender: id.nullable(),
  message: text,
  done: z.boolean(),
});

/** A plan as the file holds it: all that stands in it, without the bin. */
export const filedPlan = z.strictObject({
  schema: z.int(),
  language: z.enum(LANGUAGES),
  title: text,
  ambition: text,
  rich: rich("ambition"),
  goals: z.array(
    z.strictObject({ id, title: text, measure: text, baseline: text, target: text, actual: text }),
  ),
  phases: z.array(z.strictObject({ id, name: text, goal: text, start: date, end: date })),
  domains: z.array(
    z.strictObject({ id, name: text, color: z.int().min(0).max(7), impact: text, rich: rich("impact") }),
  ),
  parties: z.array(z.strictObject({ id, name: text, kind: z.enum(PARTY_KINDS), circle: z.enum(CIRCLES) })),
  activities: z.array(activity),
  decisions: z.array(decision),
  communications: z.array(communication),
  parking: z.array(z.strictObject({ id, text })),
  blackouts: z.array(z.strictObject({ id, name: text, start: date, end: date })),
  cells: z.array(z.strictObject({ id, phase: id, domain: id, emptyReason: text })),
  waivers: z.array(z.strictObject({ id, check: text, subject: text, reason: text })),
});

const actor = z.string().min(1).max(64);
const mark = z.strictObject({ by: actor, at: time });
const mention = z.strictObject({ kind: z.enum(["party", "member"]), id: z.string().max(64) });
const terms = z.strictObject({ what: text, result: text, criterion: text, start: date, end: date });

/** What was said, decided, agreed and explained, oldest first. */
export const filedJournal = z.strictObject({
  members: z.array(z.strictObject({ id: actor, name: text.nullable(), circle: z.enum(CIRCLES).nullable() })),
  comments: z.array(
    z.strictObject({
      id,
      anchor: z.strictObject({ kind: z.enum(ANCHOR_KINDS), id: z.string().max(64) }),
      replyTo: id.nullable(),
      by: actor,
      at: time,
      text,
      mentions: z.array(mention),
      editedAt: time.nullable(),
      withdrawn: mark.nullable(),
      resolved: mark.nullable(),
      became: z.strictObject({ kind: z.enum(OFFSPRING_KINDS), id }).nullable(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      decision: id,
      question: text,
      outcome: text,
      rationale: text,
      decider: z.string().max(64),
      deciderName: text,
      decidedOn: z.iso.date(),
      by: actor,
      at: time,
      reopened: z.strictObject({ by: actor, at: time, reason: text }).nullable(),
    }),
  ),
  agreements: z.array(z.strictObject({ activity: id, party: id, terms, by: actor, at: time })),
  explanations: z.array(
    z.strictObject({
      activity: id,
      field: z.enum(EXPLAINED_FIELDS),
      from: text,
      to: text,
      reason: text,
      by: actor,
      at: time,
    }),
  ),
});

/** A whole plan as a JSON file. */
export const planFile = z
  .strictObject({
    kind: z.literal(PLAN_FILE_KIND),
    version: z.literal(PLAN_FILE_VERSION),
    plan: filedPlan,
    journal: filedJournal,
    journalHead: text
      .max(50)
      .optional()
      .describe("The head of the chain that the journal was in when this was made"),
  })
  .describe("A plan of Planwand: all that stands in it, and what was said and decided about it");
export type PlanFile = z.infer<typeof planFile>;
export type FiledJournal = PlanFile["journal"];

/** The JSON Schema of the file, by which another program can check one. */
export function planFileSchema(): object {
  return z.toJSONSchema(planFile, { target: "draft-2020-12", io: "input" });
}
