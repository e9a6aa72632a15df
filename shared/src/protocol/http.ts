import { z } from "zod";
import { CIRCLES, KEY_ORIGINS, ROLES } from "../access/role.ts";
import { LINK_NAME_MAX_LENGTH } from "../access/limits.ts";
import { isLocalDate } from "../kernel/clock.ts";
import { LANGUAGES } from "../plan/schema.ts";

/** The templates a plan can start from; `example` is the filled-in *voorbeeld*, `format` the empty form with prompts. */
export const TEMPLATES = ["example", "format", "blank"] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** A name is one line of whole characters. */
const linkName = z
  .string()
  .trim()
  .max(LINK_NAME_MAX_LENGTH)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), "not one line of text");
const personName = z.string().trim().min(1).max(80);
const circle = z.enum(CIRCLES);
const localDate = z.string().max(10).refine(isLocalDate, "not a date of the form YYYY-MM-DD");

/** On a computer that others use too, the session ends with the browser and lasts a day at most. */
const sharedDevice = z.boolean().default(false);

/** `POST /api/plans`. `today` moves the example's dates by whole weeks so that it fits that day. */
export const createPlanRequest = z.object({
  title: z.string().trim().min(1).max(120),
  template: z.enum(TEMPLATES),
  language: z.enum(LANGUAGES).default("nl"),
  name: personName,
  circle,
  today: localDate.optional(),
  sharedDevice,
});
export type CreatePlanRequest = z.input<typeof createPlanRequest>;

/** `GET /api/reach`: addresses by which other devices on the same network reach the server. */
export const reachResponse = z.object({ addresses: z.array(z.string()) });

/** `DELETE /api/plans/:id`: the plan's title, so that nobody erases another one by mistake. */
export const erasePlanRequest = z.object({ title: z.string().max(10_000) });

/** `PUT /api/plans/:id/me`: how somebody wants to be known in this plan from now on; answered as `actorResponse`. */
export const introduceRequest = z.object({ name: personName, circle });
export type IntroduceRequest = z.infer<typeof introduceRequest>;

/** A key is 128 bits or more, in URL-safe base64; only its hash is kept. */
const key = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** What people type of the code of a workshop: spaces, dashes and small letters are taken for what they mean. */
const typedCode = z.string().trim().min(1).max(20);

/** `POST /api/join`: with a key from a link, or with the code of a workshop that goes on. */
export const joinRequest = z
  .object({
    key: key.optional(),
    code: typedCode.optional(),
    name: personName,
    circle,
    sharedDevice,
  })
  .refine((asked) => (asked.key === undefined) !== (asked.code === undefined), "a key or a code");
export type JoinRequest = z.input<typeof joinRequest>;

/** `POST /api/invitation`: what a link leads to, before coming in by it. In the body, so that the key stands in no address. */
export const invitationRequest = z.object({ key });

/** `POST /api/plans/:id/keys`. */
export const createKeyRequest = z.object({
  role: z.enum(ROLES),
  expiresAt: z.int().positive().max(8.64e15).nullable().default(null),
  /** How many people it lets in; null for any number. */
  maxUses: z.int().min(1).max(10_000).nullable().default(null),
  name: linkName.default(""),
});
export type CreateKeyRequest = z.input<typeof createKeyRequest>;

/** `PATCH /api/plans/:id/keys/:key`: another name, or none. */
export const renameKeyRequest = z.object({ name: linkName });

export const actorResponse = z.object({
  id: z.string(),
  name: z.string(),
  circle: circle.nullable(),
  color: z.string(),
});

export const planRef = z.object({ id: z.string(), title: z.string() });

export const createPlanResponse = z.object({
  plan: planRef,
  keys: z.object({
    owner: z.string(),
    facilitator: z.string(),
    editor: z.string(),
    participant: z.string(),
    viewer: z.string(),
  }),
});
export type CreatePlanResponse = z.infer<typeof createPlanResponse>;

/** `session` is the workshop that goes on, for who came by its code: its screen is where they go. */
export const joinResponse = z.object({
  plan: planRef,
  role: z.enum(ROLES),
  actor: actorResponse,
  session: z.string().nullable(),
});
export type JoinResponse = z.infer<typeof joinResponse>;

/** `inviter` made the link by hand and is called so now; `name` is that of the link, empty for none. */
export const invitationResponse = z.object({
  title: z.string(),
  role: z.enum(ROLES),
  inviter: z.string().nullable(),
  name: z.string(),
});
export type InvitationResponse = z.infer<typeof invitationResponse>;

/** `GET /api/plans/:id`. */
export const planInfoResponse = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(ROLES),
  actor: actorResponse,
  createdAt: z.number(),
});
export type PlanInfoResponse = z.infer<typeof planInfoResponse>;

/**
 * `GET /api/me`: the plans that this session or key can open now, newest first. `ownership`, for an owner: how many other sessions own
 * the plan for longer than a day, and when the last owner's link was made that nobody used yet.
 */
export const myPlansResponse = z.object({
  plans: z.array(
    z.object({
      plan: planRef,
      role: z.enum(ROLES),
      actor: actorResponse,
      ownership: z.object({ others: z.number(), spareLinkAt: z.number().nullable() }).nullable(),
    }),
  ),
});
export type MyPlansResponse = z.infer<typeof myPlansResponse>;

/**
 * A key as listed: never its secret. `origin`: with its plan, behind the code of a workshop, or made by hand by `maker`; null when that
 * is not known. `people` came in with it and did not leave since; `uses` counts those too. `usedAt` is about when it was last used.
 */
export const keyResponse = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.enum(KEY_ORIGINS),
  maker: actorResponse.nullable(),
  people: z.array(actorResponse),
  usedAt: z.number().nullable(),
  role: z.enum(ROLES),
  createdAt: z.number(),
  expiresAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
  uses: z.number(),
  maxUses: z.number().nullable(),
});
export type KeyResponse = z.infer<typeof keyResponse>;

/** `GET /api/plans/:id/keys`. */
export const keysResponse = z.object({ keys: z.array(keyResponse) });

/** `GET /api/plans/:id/people`: whoever can open the plan now, first come first; `role` is the strongest of their keys. */
export const peopleResponse = z.object({
  people: z.array(z.object({ actor: actorResponse, role: z.enum(ROLES), joinedAt: z.number() })),
});
export type PeopleResponse = z.infer<typeof peopleResponse>;

export const createKeyResponse = keyResponse.extend({ secret: z.string() });
export type CreateKeyResponse = z.infer<typeof createKeyResponse>;

/** RFC 9457 problem JSON. `code` is stable; `title` is a sentence in the reader's language. */
export const problemResponse = z.object({
  type: z.string(),
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string().optional(),
});
export type ProblemResponse = z.infer<typeof problemResponse>;

/** An address by which calendar programs follow a plan; its secret part is told once, when it is made. */
export const feedResponse = z.object({
  id: z.string(),
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
});
export type FeedResponse = z.infer<typeof feedResponse>;
export const feedsResponse = z.object({ feeds: z.array(feedResponse) });
