import { z } from "zod";
import type { Capability } from "../access/policy.ts";
import { isLocalDate } from "../kernel/clock.ts";
import { ID_MAX_LENGTH, isId } from "../kernel/id.ts";
import { WORKSHOP_CAPABILITIES, workshopCommands } from "../workshop/commands.ts";
import { ANCHOR_KINDS, EXPLAINED_FIELDS, OFFSPRING_KINDS } from "./events.ts";
import {
  COMMENT_MAX_LENGTH,
  REASON_MAX_LENGTH,
  RETENTION_MAX_DAYS,
  SNAPSHOT_NAME_MAX_LENGTH,
  VIEW_ADDRESS,
  VIEW_ADDRESS_MAX_LENGTH,
  VIEW_NAME_MAX_LENGTH,
} from "./limits.ts";
import { SNAPSHOT_OCCASIONS, VERSION_STEPS } from "./snapshots.ts";

const MENTIONS_MAX = 20;

const id = z.string().max(ID_MAX_LENGTH).refine(isId, "not an id");
const anchor = z
  .object({ kind: z.enum(ANCHOR_KINDS), id: z.string().max(ID_MAX_LENGTH) })
  .refine((about) => (about.kind === "plan" ? about.id === "plan" : isId(about.id)), "not an id");
const text = z.string().trim().min(1).max(COMMENT_MAX_LENGTH);
const mentions = z.array(z.object({ kind: z.enum(["party", "member"]), id })).max(MENTIONS_MAX);
const reason = z.string().trim().min(1).max(REASON_MAX_LENGTH);
const viewName = z.string().trim().min(1).max(VIEW_NAME_MAX_LENGTH);
const viewAddress = z.string().max(VIEW_ADDRESS_MAX_LENGTH).regex(VIEW_ADDRESS);
const localDate = z.string().max(10).refine(isLocalDate, "not a date of the form YYYY-MM-DD");
const shortText = z.string().max(200);
const remark = z.string().trim().max(REASON_MAX_LENGTH).default("");
const snapshotName = z.string().trim().max(SNAPSHOT_NAME_MAX_LENGTH).default("");

/** `POST /api/plans/:id/commands`. `id` is the client's own: the same command sent again is done once. */
export const command = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("comment.add"),
    id,
    comment: id,
    anchor,
    replyTo: id.nullable().default(null),
    text,
    mentions: mentions.default([]),
  }),
  z.object({ type: z.literal("comment.edit"), id, comment: id, text, mentions: mentions.default([]) }),
  z.object({ type: z.literal("comment.withdraw"), id, comment: id }),
  z.object({ type: z.literal("thread.resolve"), id, comment: id }),
  z.object({ type: z.literal("thread.reopen"), id, comment: id }),
  z.object({
    type: z.literal("comment.became"),
    id,
    comment: id,
    kind: z.enum(OFFSPRING_KINDS),
    offspring: id,
  }),
  z.object({ type: z.literal("decision.take"), id, decision: id, decidedOn: localDate }),
  z.object({ type: z.literal("decision.reopen"), id, decision: id, reason }),
  z.object({ type: z.literal("agreement.give"), id, activity: id, party: id }),
  z.object({ type: z.literal("agreement.withdraw"), id, activity: id, party: id }),
  z.object({
    type: z.literal("change.explain"),
    id,
    activity: id,
    field: z.enum(EXPLAINED_FIELDS),
    from: shortText,
    to: shortText,
    reason,
  }),
  z
    .object({
      type: z.literal("snapshot.take"),
      id,
      snapshot: id,
      occasion: z.enum(SNAPSHOT_OCCASIONS).default("named"),
      name: snapshotName,
      reason: remark,
    })
    .refine(({ occasion, name }) => occasion !== "named" || name !== "", "a name is missing"),
  z.object({
    type: z.literal("version.adopt"),
    id,
    snapshot: id,
    step: z.enum(VERSION_STEPS).default("minor"),
    party: id,
    adoptedOn: localDate,
    remark,
  }),
  z.object({ type: z.literal("view.save"), id, view: id, name: viewName, address: viewAddress }),
  z.object({ type: z.literal("view.remove"), id, view: id }),
  ...workshopCommands,
  z.object({
    type: z.literal("member.anonymise"),
    id,
    member: z.string().min(1).max(64),
    words: z.boolean().default(false),
  }),
  z.object({ type: z.literal("retention.set"), id, days: z.int().min(0).max(RETENTION_MAX_DAYS).nullable() }),
]);
export type Command = z.output<typeof command>;
/** A command as it is sent: what has a default may be left out. */
export type CommandRequest = z.input<typeof command>;

/** What a role must allow before the command is looked into. Own or somebody else's is decided after that. */
export const COMMAND_CAPABILITIES = {
  "comment.add": "journal.command",
  "comment.edit": "journal.command",
  "comment.withdraw": "journal.command",
  "thread.resolve": "journal.command",
  "thread.reopen": "journal.command",
  "comment.became": "plan.write",
  "decision.take": "plan.write",
  "decision.reopen": "plan.write",
  "agreement.give": "journal.command",
  "agreement.withdraw": "journal.command",
  "change.explain": "plan.write",
  "snapshot.take": "snapshot.take",
  "version.adopt": "version.adopt",
  "view.save": "plan.write",
  "view.remove": "plan.write",
  "member.anonymise": "people.manage",
  ...WORKSHOP_CAPABILITIES,
  "retention.set": "plan.keep",
} as const satisfies Record<Command["type"], Capability>;
