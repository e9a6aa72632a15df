import type { WorkshopEvent } from "./events.ts";
import { adviceKey, checkoutKey, type Idea, reactionKey, type Session, voteKey } from "./session.ts";

/** What people in the room give. */
type Contribution = Extract<
  WorkshopEvent,
  {
    readonly type:
      | "proxy.added"
      | "proxy.removed"
      | "idea.revealed"
      | "idea.merged"
      | "idea.unmerged"
      | "idea.became"
      | "vote.cast"
      | "votes.revealed"
      | "advice.given"
      | "role.claimed"
      | "checkout.given"
      | "hand.raised"
      | "hand.lowered"
      | "reaction.set";
  }
>;

/** A session after what somebody in the room gave: ideas, votes, advice, claims, hands, signs. Total. */
export function reduceContribution(session: Session, event: Contribution): Session {
  switch (event.type) {
    case "proxy.added": {
      const { proxy: id } = event.body;
      const { name, circle } = event.content ?? { name: null, circle: null };
      const proxy = { id, member: event.actor, name, circle, removedAt: null };
      return { ...session, proxies: withEntry(session.proxies, id, proxy) };
    }
    case "proxy.removed": {
      const known = session.proxies.get(event.body.proxy);
      if (known === undefined) return session;
      const removed = { ...known, removedAt: event.at };
      const hands = without(session.hands, known.id);
      return { ...session, hands, proxies: withEntry(session.proxies, known.id, removed) };
    }
    case "idea.revealed": {
      const { idea: id, step, scope, person } = event.body;
      if (session.ideas.has(id)) return session;
      const words = { text: event.content?.text ?? "", revealedAt: event.at, seq: event.seq };
      const idea: Idea = { id, step, scope, person, ...words, mergedInto: null, became: null };
      return { ...session, ideas: withEntry(session.ideas, id, idea) };
    }
    case "idea.merged":
      return changeIdea(session, event.body.idea, { mergedInto: event.body.into });
    case "idea.unmerged":
      return changeIdea(session, event.body.idea, { mergedInto: null });
    case "idea.became":
      return changeIdea(session, event.body.idea, { became: event.body.activity });
    case "vote.cast": {
      const { step, item, person, dots } = event.body;
      const key = voteKey(step, person, item);
      if (dots === 0) return { ...session, votes: without(session.votes, key) };
      return { ...session, votes: withEntry(session.votes, key, { step, item, person, dots }) };
    }
    case "votes.revealed": {
      const { step, voters, items } = event.body;
      if (session.results.has(step)) return session;
      const result = { step, voters, items, at: event.at };
      return { ...session, results: withEntry(session.results, step, result) };
    }
    case "advice.given": {
      const { decision, person, circle, stance } = event.body;
      const advice = { decision, person, circle, stance, text: event.content?.text ?? "", at: event.at };
      return { ...session, advice: withEntry(session.advice, adviceKey(decision, person), advice) };
    }
    case "role.claimed": {
      const { activity, slot, party, person } = event.body;
      return { ...session, claims: [...session.claims, { activity, slot, party, person, at: event.at }] };
    }
    case "checkout.given": {
      const { step, person, circle, fingers } = event.body;
      const checkout = { step, person, circle, fingers, word: event.content?.word ?? "", at: event.at };
      return { ...session, checkouts: withEntry(session.checkouts, checkoutKey(step, person), checkout) };
    }
    case "hand.raised":
      if (session.hands.has(event.body.person)) return session;
      return { ...session, hands: withEntry(session.hands, event.body.person, event.at) };
    case "hand.lowered":
      return { ...session, hands: without(session.hands, event.body.person) };
    case "reaction.set": {
      const { activity, reaction, person, on } = event.body;
      const key = reactionKey(activity, person, reaction);
      const { reactions } = session;
      const entry = { activity, reaction, person };
      return { ...session, reactions: on ? withEntry(reactions, key, entry) : without(reactions, key) };
    }
  }
}

function changeIdea(session: Session, id: string, values: Partial<Idea>): Session {
  const idea = session.ideas.get(id);
  if (idea === undefined) return session;
  return { ...session, ideas: withEntry(session.ideas, id, { ...idea, ...values }) };
}

function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value,
): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
