import { ok } from "../kernel/result.ts";
import type { WorkshopCommand } from "./commands.ts";
import {
  editIdea,
  ideaBecame,
  mergeIdea,
  revealIdeas,
  submitIdea,
  unmergeIdea,
  withdrawIdea,
} from "./decide-ideas.ts";
import {
  changeAgenda,
  closeWorkshop,
  control,
  goTo,
  handLead,
  openWorkshop,
  stepOn,
  takeLead,
} from "./decide-lead.ts";
import {
  addProxy,
  claimRole,
  giveAdvice,
  giveCheckout,
  lowerHand,
  raiseHand,
  removeProxy,
  setReaction,
} from "./decide-room.ts";
import { castVote, revealVotes } from "./decide-votes.ts";
import { type Decided, type Desk, happens, withOpen } from "./desk.ts";

/**
 * What happens when this person, whose role allows the command, gives it now. Whoever does something in a workshop for the first time
 * is written down as having been there.
 */
export function decideWorkshop(desk: Desk, command: WorkshopCommand): Decided {
  const decided = decideOne(desk, command);
  if (!decided.ok || command.type === "session.attend" || command.type === "session.open") return decided;
  const { events, hidden } = decided.value;
  const hasAttended = desk.sessions.get(command.session)?.attendees.has(desk.who.actor) === true;
  if (hasAttended || (events.length === 0 && hidden.length === 0)) return decided;
  return ok({ ...decided.value, events: [attended(command.session), ...events] });
}

function attended(session: string) {
  return { type: "session.attended", body: { session }, content: null } as const;
}

function decideOne(desk: Desk, command: WorkshopCommand): Decided {
  switch (command.type) {
    case "session.open":
      return openWorkshop(desk, command);
    case "session.close":
      return closeWorkshop(desk, command);
    case "session.next":
    case "session.back":
      return stepOn(desk, command);
    case "session.goto":
      return goTo(desk, command);
    case "session.attend":
      return withOpen(desk, command.session, ({ id, attendees }) =>
        attendees.has(desk.who.actor) ? happens() : happens(attended(id)),
      );
    case "agenda.change":
      return changeAgenda(desk, command);
    case "proxy.add":
      return addProxy(desk, command);
    case "proxy.remove":
      return removeProxy(desk, command);
    case "lead.hand":
      return handLead(desk, command);
    case "lead.take":
      return takeLead(desk, command);
    case "idea.submit":
      return submitIdea(desk, command);
    case "idea.edit":
      return editIdea(desk, command);
    case "idea.withdraw":
      return withdrawIdea(desk, command);
    case "ideas.reveal":
      return revealIdeas(desk, command);
    case "idea.merge":
      return mergeIdea(desk, command);
    case "idea.unmerge":
      return unmergeIdea(desk, command);
    case "idea.became":
      return ideaBecame(desk, command);
    case "vote.cast":
      return castVote(desk, command);
    case "votes.reveal":
      return revealVotes(desk, command);
    case "advice.give":
      return giveAdvice(desk, command);
    case "role.claim":
      return claimRole(desk, command);
    case "checkout.give":
      return giveCheckout(desk, command);
    case "hand.raise":
      return raiseHand(desk, command);
    case "hand.lower":
      return lowerHand(desk, command);
    case "reaction.set":
      return setReaction(desk, command);
    case "session.pause":
    case "session.resume":
    case "timer.start":
    case "timer.pause":
    case "timer.resume":
    case "timer.add":
    case "timer.stop":
    case "spotlight.set":
    case "spotlight.clear":
    case "lock.set":
    case "lock.clear":
    case "focus.set":
      return control(desk, command);
  }
}
