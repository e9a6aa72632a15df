import { may } from "../access/policy.ts";
import { type Circle, type Role, SERVER_ACTOR } from "../access/role.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { WORKSHOP_CAPABILITIES, type WorkshopCommand } from "../workshop/commands.ts";
import { decideWorkshop } from "../workshop/decide.ts";
import type { RoleToWrite, WorkshopFacts, WorkshopRefusal } from "../workshop/desk.ts";
import type { HiddenChange } from "../workshop/hidden.ts";
import { type Allowance, allowances } from "../workshop/policy.ts";
import { openSession } from "../workshop/session.ts";
import { type Command, COMMAND_CAPABILITIES } from "./commands.ts";
import { adoptVersion, keepForWorkshop, takeSnapshot } from "./decide-snapshots.ts";
import type { EventDraft, SealedDecision, Terms } from "./events.ts";
import { agreementKey, type Comment, type Journal, sealOf } from "./journal.ts";
import { SHARED_VIEWS_MAX } from "./limits.ts";
import { anonymise, type PersonFacts } from "./decide-erasing.ts";
import type { SnapshotContent } from "./snapshots.ts";

/** Why a command is not done. A closed list: each has a problem with a sentence for people. */
export type CommandRefusal =
  | "role-too-low"
  | "not-found"
  | "not-yours"
  | "exists"
  | "withdrawn"
  | "sealed"
  | "not-sealed"
  | "not-ready"
  | "too-many"
  | WorkshopRefusal;

/** Who gives the command. */
export interface Commander {
  readonly actor: string;
  readonly name: string;
  readonly circle: Circle | null;
  readonly role: Role;
}

/** What the plan says at this moment of what the command is about; null for what is not in it. */
export interface PlanFacts extends PersonFacts {
  /** For taking a decision. */
  readonly decision: Omit<SealedDecision, "decidedOn"> | null;
  /** For agreeing to an activity; null too when the plan has no such party. */
  readonly terms: Terms | null;
  /** For taking a snapshot: what it would hold. */
  readonly snapshot: SnapshotContent | null;
  /** For adopting a version: what the body that adopts is called. */
  readonly adopterName: string | null;
  readonly workshop: WorkshopFacts;
}

/** What a command does, all of it at once or nothing. */
export interface Outcome {
  readonly events: readonly EventDraft[];
  /** What changes in what nobody else may see yet. */
  readonly hidden: readonly HiddenChange[];
  /** What the server writes in the plan before the events are written; doing so twice does no harm. */
  readonly role: RoleToWrite | null;
}

/** What a participant needs from the step of a workshop that goes on; a comment of one's own can be withdrawn in any. */
const NEEDS_OF_STEP: { readonly [type in Command["type"]]?: Allowance } = {
  "comment.add": "comment",
  "comment.edit": "comment",
  "thread.resolve": "comment",
  "thread.reopen": "comment",
  "agreement.give": "agree",
  "agreement.withdraw": "agree",
};

/**
 * What happens when this person gives this command now: the events to be written, none for what is so already. Whoever acts for
 * the first time, or under a new name, is introduced first.
 */
export function decide(
  journal: Journal,
  who: Commander,
  command: Command,
  facts: PlanFacts,
): Result<Outcome, CommandRefusal> {
  if (!may(who.role, COMMAND_CAPABILITIES[command.type])) return refuse("role-too-low");
  const need = NEEDS_OF_STEP[command.type];
  if (need !== undefined && !allowances(openSession(journal.sessions), who.role).has(need))
    return refuse("step-forbids");
  const decided = isOfWorkshop(command)
    ? decideInWorkshop(journal, who, command, facts)
    : withHidden(decideAllowed(journal, who, command, facts), silencedBy(command, facts.workshop));
  if (!decided.ok || decided.value.events.length === 0) return decided;
  const { events, hidden, role } = decided.value;
  return ok({ events: [...introduction(journal, who), ...events], hidden, role });
}

function isOfWorkshop(command: Command): command is WorkshopCommand {
  return command.type in WORKSHOP_CAPABILITIES;
}

function withHidden(decided: Decided, hidden: readonly HiddenChange[]): Result<Outcome, CommandRefusal> {
  return decided.ok ? ok({ events: decided.value, hidden, role: null }) : decided;
}

/** What somebody said who is to be erased with all of that, and nobody else saw yet. */
function silencedBy(command: Command, { hidden }: WorkshopFacts): HiddenChange[] {
  if (command.type !== "member.anonymise" || !command.words) return [];
  return hidden
    .filter(({ member, person }) => member === command.member || person === command.member)
    .map(({ session, kind, id }) => ({ change: "remove", session, kind, id }));
}

/** A workshop's own rules decide; opening and closing also keep the plan as it stands. */
function decideInWorkshop(
  journal: Journal,
  who: Commander,
  command: WorkshopCommand,
  facts: PlanFacts,
): Result<Outcome, CommandRefusal> {
  const kept =
    command.type === "session.open" || command.type === "session.close"
      ? keepForWorkshop(journal, command.type, facts.snapshot, facts.workshop.snapshot)
      : ok({ snapshot: "", events: [] });
  if (!kept.ok) return kept;
  const { snapshot, events } = kept.value;
  const desk = { sessions: journal.sessions, who, facts: { ...facts.workshop, snapshot } };
  const decided = decideWorkshop(desk, command);
  if (!decided.ok) return decided;
  return ok({ ...decided.value, events: [...events, ...decided.value.events] });
}

/** The event that says who somebody is, for who has not said so yet or is called otherwise by now; else none. */
export function introduction(
  journal: Journal,
  { actor, name, circle }: Omit<Commander, "role">,
): EventDraft[] {
  if (actor === SERVER_ACTOR) return [];
  const known = journal.members.get(actor);
  if (known !== undefined && known.name === name && known.circle === circle) return [];
  return [{ type: "member.introduced", body: { member: actor }, content: { name, circle } }];
}

type Decided = Result<readonly EventDraft[], CommandRefusal>;

function decideAllowed(
  journal: Journal,
  who: Commander,
  command: Exclude<Command, WorkshopCommand>,
  facts: PlanFacts,
): Decided {
  switch (command.type) {
    case "comment.add":
      return addComment(journal, command);
    case "comment.edit": {
      const { comment: id, text, mentions } = command;
      return withComment(journal, id, (comment) => {
        if (comment.by !== who.actor) return refuse("not-yours");
        if (comment.text === text) return ok([]);
        return ok([{ type: "comment.edited", body: { comment: id }, content: { text, mentions } }]);
      });
    }
    case "comment.withdraw": {
      const comment = journal.comments.get(command.comment);
      if (comment === undefined) return refuse("not-found");
      if (comment.by !== who.actor && !may(who.role, "comment.withdraw")) return refuse("not-yours");
      if (comment.withdrawn !== null) return ok([]);
      return ok([{ type: "comment.withdrawn", body: { comment: command.comment }, content: null }]);
    }
    case "thread.resolve":
    case "thread.reopen":
      return settleThread(journal, who, command);
    case "comment.became": {
      const { comment: id, kind, offspring } = command;
      return withComment(journal, id, () =>
        ok([{ type: "comment.became", body: { comment: id, kind, id: offspring }, content: null }]),
      );
    }
    case "decision.take": {
      const { decision } = facts;
      if (decision === null) return refuse("not-found");
      if (sealOf(journal, command.decision) !== null) return refuse("sealed");
      const { question, outcome, rationale, decider } = decision;
      if ([question, outcome, rationale, decider].some((words) => words.trim() === ""))
        return refuse("not-ready");
      const body = { ...decision, decidedOn: command.decidedOn };
      return ok([{ type: "decision.taken", body, content: null }]);
    }
    case "decision.reopen": {
      const { decision, reason } = command;
      if (sealOf(journal, decision) === null) return refuse("not-sealed");
      return ok([{ type: "decision.reopened", body: { decision }, content: { reason } }]);
    }
    case "agreement.give": {
      const { activity, party } = command;
      const { terms } = facts;
      if (terms === null) return refuse("not-found");
      return ok([{ type: "agreement.given", body: { activity, party, terms }, content: null }]);
    }
    case "agreement.withdraw": {
      const { activity, party } = command;
      if (!journal.agreements.has(agreementKey(activity, party))) return ok([]);
      return ok([{ type: "agreement.withdrawn", body: { activity, party }, content: null }]);
    }
    case "change.explain": {
      const { activity, field, from, to, reason } = command;
      return ok([{ type: "change.explained", body: { activity, field, from, to }, content: { reason } }]);
    }
    case "snapshot.take":
      return takeSnapshot(journal, command, facts.snapshot);
    case "version.adopt":
      return adoptVersion(journal, command, facts.adopterName);
    case "view.save":
    case "view.remove":
      return decideView(journal, who, command);
    case "member.anonymise":
      return anonymise(journal, command, facts);
    case "retention.set": {
      const { days } = command;
      if (days === (journal.retention?.days ?? null)) return ok([]);
      return ok([{ type: "retention.set", body: { days }, content: null }]);
    }
  }
}

function addComment(journal: Journal, command: Extract<Command, { type: "comment.add" }>): Decided {
  const { comment, replyTo, text, mentions } = command;
  if (journal.comments.has(comment)) return refuse("exists");
  const root = replyTo === null ? null : journal.comments.get(replyTo);
  if (root === undefined) return refuse("not-found");
  // A reply belongs where its thread is, and to the comment that began it.
  const anchor = root?.anchor ?? command.anchor;
  const thread = root === null ? null : (root.replyTo ?? root.id);
  const body = { comment, anchor, replyTo: thread };
  return ok([{ type: "comment.added", body, content: { text, mentions } }]);
}

/** A thread is settled by who began it or by who may write the plan. */
function settleThread(
  journal: Journal,
  who: Commander,
  { type, comment: id }: { readonly type: "thread.resolve" | "thread.reopen"; readonly comment: string },
): Decided {
  const root = journal.comments.get(id);
  if (root === undefined || root.replyTo !== null) return refuse("not-found");
  if (root.by !== who.actor && !may(who.role, "plan.write")) return refuse("not-yours");
  const isResolving = type === "thread.resolve";
  if (isResolving === (root.resolved !== null)) return ok([]);
  const body = { comment: id };
  return ok([{ type: isResolving ? "thread.resolved" : "thread.reopened", body, content: null }]);
}

/** A view is renamed, changed and removed by who shared it or by who may manage them. */
function decideView(
  { views }: Journal,
  who: Commander,
  command: Extract<Command, { type: "view.save" | "view.remove" }>,
): Decided {
  const known = views.get(command.view);
  if (known !== undefined && known.by !== who.actor && !may(who.role, "view.manage"))
    return refuse("not-yours");
  if (command.type === "view.remove") {
    if (known === undefined) return ok([]);
    return ok([{ type: "view.removed", body: { view: command.view }, content: null }]);
  }
  const { view, name, address } = command;
  if (known?.name === name && known.address === address) return ok([]);
  if (known === undefined && views.size >= SHARED_VIEWS_MAX) return refuse("too-many");
  return ok([{ type: "view.saved", body: { view }, content: { name, address } }]);
}

function withComment(journal: Journal, id: string, then: (comment: Comment) => Decided): Decided {
  const comment = journal.comments.get(id);
  if (comment === undefined) return refuse("not-found");
  return comment.withdrawn === null ? then(comment) : refuse("withdrawn");
}
