import { randomBytes } from "node:crypto";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { ROLES, type Role, SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { Language, Stamp } from "@planwand/shared/plan/schema.ts";
import { type ChainedEvent, type ChainHead, CHAIN_START, link } from "@planwand/shared/journal/chain.ts";
import { takenFromFile } from "@planwand/shared/exchange/taken-from-file.ts";
import type { PastEvent } from "@planwand/shared/templates/seed-journal.ts";
import type { TemplateName } from "@planwand/shared/templates/named-templates.ts";
import { type Arrival, type JoinParts, newActor } from "../access/join.ts";
import { newKey } from "../access/keys.ts";
import type { OpenedSession } from "../access/session.ts";
import type { ImportedPlan } from "../imports/import-task.ts";
import { newSalt, sha256 } from "../journal/hashing.ts";
import type { CopiedPlan, Documents } from "./documents.ts";

export interface NewPlanRequest extends Arrival {
  readonly title: string;
  readonly template: TemplateName;
  readonly language: Language;
  readonly today?: string | undefined;
}

/** What a plan begins with: its document and what was said before. */
interface Beginning {
  readonly seed: {
    readonly state: Uint8Array;
    readonly clientIds: readonly number[];
    readonly actorId: string;
  };
  readonly events: readonly ChainedEvent[];
}

export interface CreatedPlan {
  readonly plan: { readonly id: string; readonly title: string };
  /** The secret of one key for each role: told once. */
  readonly keys: Readonly<Record<Role, string>>;
  readonly session: OpenedSession;
}

export interface CreatePlanParts extends JoinParts {
  readonly documents: Pick<Documents, "seed">;
}

/**
 * Makes a plan from a template, with a key for each role and whoever asked as its owner: all of it or nothing. `asker` takes turns with
 * others. @throws StorageUnavailable, TaskError
 */
export async function createPlan(
  parts: CreatePlanParts,
  request: NewPlanRequest,
  asker: string,
): Promise<CreatedPlan> {
  const { template, title, language, today } = request;
  const seeded = await parts.documents.seed({ template, title, language, today, at: parts.clock() }, asker);
  const { past, ...seed } = seeded;
  const begun = { seed: { ...seed, actorId: SERVER_ACTOR }, events: chain(past) };
  return createPlanFrom(parts, request, () => begun);
}

/** The same with a plan that was put together from a file. */
export function createImportedPlan(
  parts: JoinParts,
  request: Arrival,
  made: ImportedPlan,
): Promise<CreatedPlan> {
  const { title, state, clientIds, events, sha256: ofFile, language } = made;
  const seed = { state, clientIds, actorId: SERVER_ACTOR };
  return createPlanFrom(parts, { ...request, title }, (by) => {
    const origin = { sha256: ofFile, by, at: parts.clock(), language };
    return { seed, events: chain(takenFromFile(events, origin)) };
  });
}

/** The same with a copy of another plan: its journal begins by saying so. */
export function createCopiedPlan(
  parts: JoinParts,
  request: Arrival & Pick<NewPlanRequest, "title">,
  { state, clientIds, source }: CopiedPlan,
  weeks: number,
): Promise<CreatedPlan> {
  const seed = { state, clientIds, actorId: SERVER_ACTOR };
  return createPlanFrom(parts, request, (actor) => {
    const [at, { name, circle }] = [parts.clock(), request];
    const copied = {
      type: "plan.copied",
      body: { plan: source.id, weeks },
      content: { title: source.title },
    } as const;
    const introduced = {
      type: "member.introduced",
      body: { member: actor },
      content: { name, circle },
    } as const;
    return { seed, events: chain([copied, introduced].map((event) => ({ ...event, actor, at }))) };
  });
}

/** Who the entries of a plan are made by that nobody wrote. */
export function serverStamp(at: number): Stamp {
  return { by: SERVER_ACTOR, at };
}

async function createPlanFrom(
  { storage, clock, sessions }: JoinParts,
  request: Arrival & Pick<NewPlanRequest, "title">,
  beginBy: (owner: string) => Beginning,
): Promise<CreatedPlan> {
  const plan = { id: idFrom(randomBytes), title: request.title, createdAt: clock(), deletedAt: null };
  const session = await sessions.open(request.session, request);
  const actor = newActor(plan.id, request, clock);
  const keyFor = (role: Role) => newKey(plan.id, { role, origin: "plan" }, clock);
  const made = {
    owner: keyFor("owner"),
    facilitator: keyFor("facilitator"),
    editor: keyFor("editor"),
    participant: keyFor("participant"),
    viewer: keyFor("viewer"),
  };
  await storage.plans.create(
    {
      plan,
      ...beginBy(actor.id),
      keys: ROLES.map((role) => made[role].key),
      owner: {
        actor,
        sessionId: session.row.id,
        keyId: made.owner.key.id,
      },
    },
    session.row,
  );
  const keys = {
    owner: made.owner.secret,
    facilitator: made.facilitator.secret,
    editor: made.editor.secret,
    participant: made.participant.secret,
    viewer: made.viewer.secret,
  };
  return { plan: { id: plan.id, title: plan.title }, keys, session };
}

function chain(past: readonly PastEvent[]): ChainedEvent[] {
  const chained: ChainedEvent[] = [];
  let head: ChainHead = { seq: 0, hash: CHAIN_START };
  for (const event of past) {
    const linked = link(head, { ...event, command: null }, newSalt(), sha256);
    chained.push(linked);
    head = linked;
  }
  return chained;
}
