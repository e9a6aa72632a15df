import type { CheckContext } from "./check-context.ts";
import { isGoing } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** More than this share of high priorities leaves no priorities (K29). */
const HIGH_SHARE = 0.4;

const PLAN = { kind: "plan", id: "plan" } as const;

/** K01, K29, K30 and K34: the ambition, priorities, goals and parties of the plan as a whole. */
export function checkWhole({ plan, live }: CheckContext): Draft[] {
  return [...ambition(plan.ambition), ...priorities(live), ...goals(plan.goals, live), ...unused(plan)];
}

function ambition(text: string): Draft[] {
  if (text.trim() !== "") return [];
  return [{ rule: "K01", subject: { ...PLAN, field: "ambition" }, words: {} }];
}

function priorities(live: CheckContext["live"]): Draft[] {
  const going = live.filter(isGoing);
  const high = going.filter(({ priority }) => priority === "high").length;
  if (going.length === 0 || high / going.length <= HIGH_SHARE) return [];
  return [{ rule: "K29", subject: { ...PLAN, field: "priority" }, words: { count: high, of: going.length } }];
}

function goals(all: CheckContext["plan"]["goals"], live: CheckContext["live"]): Draft[] {
  const served = new Set(live.flatMap((activity) => activity.goals));
  const drafts = all
    .filter(({ id }) => !served.has(id))
    .map(({ id, title }): Draft => ({
      rule: "K30",
      says: "K30.goal",
      subject: { kind: "goal", id, field: "title" },
      words: { title },
    }));
  const loose = live.filter((activity) => activity.goals.length === 0);
  if (all.length === 0 || loose.length === 0) return drafts;
  return [
    ...drafts,
    {
      rule: "K30",
      says: "K30.loose",
      severity: "T",
      subject: { ...PLAN, field: "goals" },
      words: { count: loose.length },
    },
  ];
}

/** Parties that nothing names; before there is any activity that says nothing of them yet. */
function unused({ parties, activities, decisions, communications }: CheckContext["plan"]): Draft[] {
  if (activities.length === 0) return [];
  const used = new Set<string | null>();
  for (const { roles, acceptedBy, waiting } of activities) {
    for (const slot of Object.values(roles)) for (const party of slot) used.add(party);
    used.add(acceptedBy);
    used.add(waiting?.party ?? null);
  }
  for (const { decider, advisers } of decisions) for (const party of [decider, ...advisers]) used.add(party);
  for (const { sender, audience } of communications)
    for (const party of [sender, ...audience]) used.add(party);
  return parties
    .filter(({ id }) => !used.has(id))
    .map(({ id, name }) => ({
      rule: "K34",
      subject: { kind: "party", id, field: "name" },
      words: { party: name },
      parties: [id],
    }));
}
