import { planAccess } from "../access/plan-access.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { WorkshopCommandOf } from "./commands.ts";
import {
  type Decided,
  type Desk,
  happens,
  hiddenOf,
  NOTHING,
  speakerOf,
  withAllowed,
  withOpen,
} from "./desk.ts";
import type { WorkshopEventDraft } from "./events.ts";
import type { HiddenChange } from "./hidden.ts";
import { PROXIES_PER_MEMBER_MAX } from "./limits.ts";
import { writingRules } from "./policy.ts";
import { adviceKey, checkoutKey, currentStep, reactionKey, type Session } from "./session.ts";

/** Somebody who shares one's device: named, counted for ever, so that nobody gets a new budget by leaving and coming back. */
export function addProxy(desk: Desk, command: WorkshopCommandOf<"proxy.add">): Decided {
  const { session: sessionId, proxy, name, circle } = command;
  return withOpen(desk, sessionId, (session) => {
    const known = session.proxies.get(proxy);
    if (known !== undefined) return known.member === desk.who.actor ? NOTHING : refuse("exists");
    if (!session.sharedDevices) return refuse("step-forbids");
    // An id that is somebody's already would make two people one.
    if (session.attendees.has(proxy)) return refuse("exists");
    const own = [...session.proxies.values()].filter(({ member }) => member === desk.who.actor);
    if (own.length >= PROXIES_PER_MEMBER_MAX) return refuse("limit-reached");
    return happens({
      type: "proxy.added",
      body: { session: session.id, proxy },
      content: { name, circle },
    });
  });
}

/** Takes somebody off a device, by who has the device or by the lead; what they voted and is not told yet goes with them. */
export function removeProxy(desk: Desk, command: WorkshopCommandOf<"proxy.remove">): Decided {
  return withOpen(desk, command.session, (session) => {
    const proxy = session.proxies.get(command.proxy);
    if (proxy === undefined) return refuse("not-found");
    if (proxy.member !== desk.who.actor && session.lead !== desk.who.actor) return refuse("not-yours");
    if (proxy.removedAt !== null) return NOTHING;
    const hidden = hiddenOf(desk, session)
      .filter((entry) => entry.kind === "vote" && entry.person === proxy.id)
      .map(({ id }): HiddenChange => ({ change: "remove", session: session.id, kind: "vote", id }));
    const body = { session: session.id, proxy: proxy.id };
    return ok({ events: [{ type: "proxy.removed", body, content: null }], hidden, role: null });
  });
}

/** What somebody advises about the decision point that the room looks at. */
export function giveAdvice(desk: Desk, command: WorkshopCommandOf<"advice.give">): Decided {
  const { session: sessionId, decision, stance, text, as } = command;
  return withAllowed(desk, sessionId, "advise", (session) => {
    const speaker = speakerOf(desk, session, as);
    if (speaker === null) return refuse("not-found");
    if (session.focus?.kind !== "decision" || session.focus.id !== decision) return refuse("step-forbids");
    const known = session.advice.get(adviceKey(decision, speaker.person));
    if (known?.stance === stance && known.text === text) return NOTHING;
    const body = { session: session.id, decision, ...speaker, stance };
    return happens({ type: "advice.given", body, content: { text } });
  });
}

/** A function takes on an activity: the server writes it in the plan, and then says so. */
export function claimRole(desk: Desk, command: WorkshopCommandOf<"role.claim">): Decided {
  const { session: sessionId, activity, slot, party, as } = command;
  return withAllowed(desk, sessionId, "claim", (session) => {
    const speaker = speakerOf(desk, session, as);
    const { outline } = desk.facts;
    const card = outline?.activities.find(({ id }) => id === activity);
    if (speaker === null || card === undefined || outline?.parties.includes(party) !== true)
      return refuse("not-found");
    if (isLocked(session, desk, card.phase)) return refuse("locked");
    const isClaimed = session.claims.some(
      (claim) => claim.activity === activity && claim.slot === slot && claim.party === party,
    );
    if (isClaimed) return NOTHING;
    const body = { session: session.id, activity, slot, party, person: speaker.person };
    return ok({
      events: [{ type: "role.claimed", body, content: null }],
      hidden: [],
      role: { activity, slot, party },
    });
  });
}

function isLocked(session: Session, { who }: Desk, phase: string | null): boolean {
  const access = planAccess(who.role, writingRules(session), "claim");
  if (access.kind === "none") return true;
  return access.kind === "outside" && phase !== null && access.phases.includes(phase);
}

/** How somebody leaves, in the form that the step asks for. */
export function giveCheckout(desk: Desk, command: WorkshopCommandOf<"checkout.give">): Decided {
  const { session: sessionId, step: stepId, fingers, word, as } = command;
  return withAllowed(desk, sessionId, "checkout", (session) => {
    const speaker = speakerOf(desk, session, as);
    if (speaker === null) return refuse("not-found");
    const step = currentStep(session);
    if (step?.id !== stepId || step.kind !== "checkout") return refuse("step-forbids");
    const isWhole = step.form === "word" ? word !== "" && fingers === null : fingers !== null && word === "";
    if (!isWhole) return refuse("step-forbids");
    const known = session.checkouts.get(checkoutKey(stepId, speaker.person));
    if (known?.fingers === fingers && known.word === word) return NOTHING;
    const body = { session: session.id, step: stepId, ...speaker, fingers };
    return happens({ type: "checkout.given", body, content: { word } });
  });
}

export function raiseHand(desk: Desk, command: WorkshopCommandOf<"hand.raise">): Decided {
  return withAllowed(desk, command.session, "hand", (session) => {
    const speaker = speakerOf(desk, session, command.as);
    if (speaker === null) return refuse("not-found");
    if (session.hands.has(speaker.person)) return NOTHING;
    return happens(hand("hand.raised", session, speaker.person));
  });
}

/** One's own hand, one on one's own device, or for the lead anybody's. */
export function lowerHand(desk: Desk, command: WorkshopCommandOf<"hand.lower">): Decided {
  return withOpen(desk, command.session, (session) => {
    const { actor } = desk.who;
    const person = command.person ?? actor;
    const isOwn = person === actor || session.proxies.get(person)?.member === actor;
    if (!isOwn && session.lead !== actor) return refuse("not-yours");
    return session.hands.has(person) ? happens(hand("hand.lowered", session, person)) : NOTHING;
  });
}

function hand(type: "hand.raised" | "hand.lowered", session: Session, person: string): WorkshopEventDraft {
  return { type, body: { session: session.id, person }, content: null };
}

export function setReaction(desk: Desk, command: WorkshopCommandOf<"reaction.set">): Decided {
  const { session: sessionId, activity, reaction, on, as } = command;
  return withAllowed(desk, sessionId, "react", (session) => {
    const speaker = speakerOf(desk, session, as);
    if (speaker === null) return refuse("not-found");
    const { person } = speaker;
    if (session.reactions.has(reactionKey(activity, person, reaction)) === on) return NOTHING;
    const body = { session: session.id, activity, reaction, person, on };
    return happens({ type: "reaction.set", body, content: null });
  });
}
