import { CIRCLES, type Circle } from "../access/role.ts";
import type { Party } from "../plan/schema.ts";
import { inCircleOrder } from "../views/roles.ts";
import type { Finding } from "./finding.ts";
import { type Rule, SEVERITIES, type Severity } from "./rules.ts";

/** The findings of one rule and weight; a rule with two weights makes two groups. */
export interface RuleGroup<Found extends Finding = Finding> {
  readonly rule: Rule;
  readonly severity: Severity;
  /** What should be seen to now, ranked. */
  readonly now: readonly Found[];
  /** What can wait, ranked. */
  readonly far: readonly Found[];
}

/** Findings by rule: what must first; within a weight in the order of the rules, so that a group stays where one looks for it. */
export function byRule<Found extends Finding>(findings: readonly Found[]): readonly RuleGroup<Found>[] {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${SEVERITIES.indexOf(severity)} ${rule}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => {
      const [first] = found;
      if (first === undefined) return [];
      const { rule, severity } = first;
      return [
        {
          rule,
          severity,
          now: found.filter(({ isFar }) => !isFar),
          far: found.filter(({ isFar }) => isFar),
        },
      ];
    });
}

/** Whose findings are asked for: everybody's, a circle's, a party's, or those that are up to nobody in particular. */
export type Whose =
  | { readonly kind: "all" }
  | { readonly kind: "nobody" }
  | { readonly kind: "circle"; readonly circle: Circle }
  | { readonly kind: "party"; readonly party: string };

export function findingsOf<Found extends Finding>(
  findings: readonly Found[],
  whose: Whose,
): readonly Found[] {
  switch (whose.kind) {
    case "all":
      return findings;
    case "nobody":
      return findings.filter(({ parties }) => parties.length === 0);
    case "circle":
      return findings.filter(({ circles }) => circles.includes(whose.circle));
    case "party":
      return findings.filter(({ parties }) => parties.includes(whose.party));
  }
}

/** How many findings each has; one that is up to two counts for both, and once in `all`. */
export interface FindingCounts {
  readonly all: number;
  readonly nobody: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byCircle: Readonly<Record<Circle, number>>;
  /** Only parties that have any, by circle. */
  readonly byParty: readonly { readonly party: Party; readonly count: number }[];
}

export function countFindings(findings: readonly Finding[], parties: readonly Party[]): FindingCounts {
  const bySeverity = { M: 0, A: 0, T: 0 };
  const byCircle = { examenorganisatie: 0, ict: 0, informatiemanagement: 0, onderwijs: 0, bestuur: 0 };
  const byParty = new Map<string, number>();
  for (const finding of findings) {
    bySeverity[finding.severity]++;
    for (const circle of finding.circles) byCircle[circle]++;
    for (const party of finding.parties) byParty.set(party, (byParty.get(party) ?? 0) + 1);
  }
  return {
    all: findings.length,
    nobody: findings.filter((finding) => finding.parties.length === 0).length,
    bySeverity,
    byCircle,
    byParty: inCircleOrder(parties).flatMap((party) => {
      const count = byParty.get(party.id);
      return count === undefined ? [] : [{ party, count }];
    }),
  };
}

/** The circles that have findings, in the order of `CIRCLES`. */
export function circlesWith({ byCircle }: FindingCounts): readonly Circle[] {
  return CIRCLES.filter((circle) => byCircle[circle] > 0);
}
