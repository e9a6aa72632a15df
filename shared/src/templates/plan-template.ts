import { z } from "zod";
import { CIRCLES } from "../access/role.ts";
import {
  ACTIVITY_STATUSES,
  COMMUNICATION_KINDS,
  DECISION_STATUSES,
  PARTY_KINDS,
  PRIORITIES,
  ROLE_SLOTS,
} from "../plan/schema.ts";

const shortId = z.string().min(1);
const date = z.iso.date();

/** A plan as it is written down by hand: with short ids, which a plan made from it does not keep. */
export const planTemplate = z.object({
  ambition: z.string(),
  goals: z.array(
    z.object({
      id: shortId,
      title: z.string(),
      measure: z.string(),
      baseline: z.string(),
      target: z.string(),
    }),
  ),
  phases: z.array(
    z.object({
      id: shortId,
      name: z.string(),
      goal: z.string(),
      start: date.nullable(),
      end: date.nullable(),
    }),
  ),
  domains: z.array(z.object({ id: shortId, name: z.string(), impact: z.string() })),
  parties: z.array(
    z.object({ id: shortId, name: z.string(), kind: z.enum(PARTY_KINDS), circle: z.enum(CIRCLES) }),
  ),
  activities: z.array(
    z.object({
      id: shortId,
      phase: shortId,
      domain: shortId,
      order: z.int(),
      title: z.string(),
      what: z.string(),
      why: z.string(),
      result: z.string(),
      criterion: z.string(),
      status: z.enum(ACTIVITY_STATUSES),
      progress: z.int(),
      priority: z.enum(PRIORITIES),
      start: date.nullable(),
      end: date.nullable(),
      roles: z.record(z.enum(ROLE_SLOTS), z.array(shortId)),
      dependsOn: z.array(shortId),
      steps: z.array(z.object({ title: z.string(), done: z.boolean() })),
      goals: z.array(shortId),
    }),
  ),
  decisions: z.array(
    z.object({
      id: shortId,
      activity: shortId.nullable(),
      question: z.string(),
      options: z.array(z.string()),
      decider: shortId,
      advisers: z.array(shortId),
      neededBy: date,
      status: z.enum(DECISION_STATUSES),
      outcome: z.string(),
      rationale: z.string(),
      decidedOn: date.nullable(),
    }),
  ),
  communications: z.array(
    z.object({
      id: shortId,
      kind: z.enum(COMMUNICATION_KINDS),
      phase: shortId,
      activity: shortId.nullable(),
      audience: z.array(shortId),
      channel: z.string(),
      date,
      sender: shortId,
      message: z.string(),
      done: z.boolean(),
    }),
  ),
  comments: z.array(
    z.object({
      anchor: z.object({ kind: z.enum(["activity", "decision"]), id: shortId }),
      author: z.object({ name: z.string(), circle: z.enum(CIRCLES) }),
      at: z.iso.datetime({ offset: true }),
      text: z.string(),
    }),
  ),
});
export type PlanTemplate = z.infer<typeof planTemplate>;

const words = z.object({ nl: z.string(), en: z.string() });

/** The empty format: what differs by language is written in each. */
export const formatTemplate = z.object({
  phases: z.array(
    z.object({
      id: shortId,
      name: words,
      goal: words,
      start: date.nullable(),
      end: date.nullable(),
    }),
  ),
  domains: z.array(z.object({ id: shortId, name: words, impact: z.string() })),
  parties: z.array(
    z.object({ id: shortId, name: words, kind: z.enum(PARTY_KINDS), circle: z.enum(CIRCLES) }),
  ),
});
