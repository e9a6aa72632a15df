import type { CopiedPart } from "@planwand/shared/copying/choices.ts";
import type { Plan, RichBlock } from "@planwand/shared/plan/schema.ts";

/** To which part of a copy a text belongs; `always` for what no choice leaves out, `happened` for what no copy has. */
type Mark = CopiedPart | "always" | "happened";

/** How often each mark stands in a value. */
export function marksIn(value: unknown): ReadonlyMap<string, number> {
  const found = JSON.stringify(value).matchAll(/«(\w+) \d+»/gu);
  const counts = new Map<string, number>();
  for (const [, mark = ""] of found) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

/** The plan with a mark in the place of each of its texts, formatted ones too: what part it belongs to, and a number of its own. */
export function markedPlan(plan: Plan): Plan {
  let count = 0;
  const mark = (of: Mark): string => `«${of} ${String(++count)}»`;
  const rich = (of: Mark): RichBlock[] => [{ type: "paragraph", runs: [{ text: mark(of), bold: true }] }];
  const all = <Entry>(list: readonly Entry[], change: (entry: Entry) => Entry): Entry[] => list.map(change);
  return {
    ...plan,
    ambition: mark("goals"),
    rich: { ambition: rich("goals") },
    goals: all(plan.goals, (goal) => ({
      ...goal,
      title: mark("goals"),
      measure: mark("goals"),
      baseline: mark("goals"),
      target: mark("goals"),
      actual: mark("happened"),
    })),
    phases: all(plan.phases, (phase) => ({ ...phase, name: mark("always"), goal: mark("texts") })),
    domains: all(plan.domains, (domain) => ({
      ...domain,
      name: mark("always"),
      impact: mark("texts"),
      rich: { impact: rich("texts") },
    })),
    parties: all(plan.parties, (party) => ({ ...party, name: mark("parties") })),
    activities: all(plan.activities, (activity) => ({
      ...activity,
      title: mark("always"),
      what: mark("texts"),
      why: mark("texts"),
      result: mark("texts"),
      criterion: mark("texts"),
      rich: { what: rich("texts"), criterion: rich("texts") },
      waiting: activity.waiting && { ...activity.waiting, for: mark("happened") },
      names: Object.fromEntries(Object.keys(activity.names).map((key) => [key, mark("names")])),
      steps: all(activity.steps, (step) => ({ ...step, title: mark("steps") })),
      links: all(activity.links, (link) => ({ ...link, title: mark("texts") })),
      risk: mark("texts"),
      riskMeasure: mark("texts"),
    })),
    decisions: all(plan.decisions, (decision) => ({
      ...decision,
      question: mark("decisions"),
      context: mark("decisions"),
      outcome: mark("happened"),
      rationale: mark("happened"),
      rich: { context: rich("decisions"), outcome: rich("happened"), rationale: rich("happened") },
      options: all(decision.options, (option) => ({
        ...option,
        title: mark("decisions"),
        pros: mark("decisions"),
        cons: mark("decisions"),
      })),
    })),
    communications: all(plan.communications, (moment) => ({
      ...moment,
      channel: mark("communications"),
      message: mark("communications"),
    })),
    parking: all(plan.parking, (item) => ({ ...item, text: mark("parking") })),
    blackouts: all(plan.blackouts, (period) => ({ ...period, name: mark("blackouts") })),
    cells: all(plan.cells, (cell) => ({ ...cell, emptyReason: mark("always") })),
    waivers: all(plan.waivers, (waiver) => ({ ...waiver, reason: mark("happened") })),
    bin: all(plan.bin, (one) => ({ ...one, title: mark("happened") })),
  };
}
