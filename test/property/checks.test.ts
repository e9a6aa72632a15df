import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { planScore } from "@planwand/shared/checks/completeness.ts";
import type { Finding } from "@planwand/shared/checks/finding.ts";
import { cellId } from "@planwand/shared/checks/finding.ts";
import { byRule, countFindings, findingsOf } from "@planwand/shared/checks/groups.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPlanAndJournal } from "../builders/random-journal.ts";
import { RANDOM_TODAY } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const options = { numRuns: cases(5_000, 0.02) };

function idsOf(plan: Plan): ReadonlyMap<Finding["subject"]["kind"], ReadonlySet<string>> {
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));
  return new Map([
    ["plan", new Set(["plan"])],
    ["goal", ids(plan.goals)],
    ["phase", ids(plan.phases)],
    ["domain", ids(plan.domains)],
    ["cell", new Set(plan.phases.flatMap((p) => plan.domains.map((d) => cellId(p.id, d.id))))],
    ["party", ids(plan.parties)],
    ["activity", ids(plan.activities)],
    ["decision", ids(plan.decisions)],
    ["communication", ids(plan.communications)],
    ["parking", ids(plan.parking)],
    ["blackout", ids(plan.blackouts)],
  ]);
}

test("[CHK5][CHK6] any plan is checked the same twice, and every finding leads to something that is there", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), ({ plan, journal }) => {
      const { findings } = checkPlan(plan, journal, RANDOM_TODAY);
      expect(checkPlan(structuredClone(plan), structuredClone(journal), RANDOM_TODAY).findings).toEqual(
        findings,
      );
      const ids = idsOf(plan);
      const lost = findings.filter(({ subject }) => ids.get(subject.kind)?.has(subject.id) !== true);
      expect(lost).toEqual([]);
      const parties = ids.get("party") ?? new Set();
      expect(findings.flatMap((one) => one.parties).filter((id) => !parties.has(id))).toEqual([]);
    }),
    options,
  );
});

test("[CHK9] circles, parties, groups and weights of any plan account for every finding", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), ({ plan, journal }) => {
      const { findings } = checkPlan(plan, journal, RANDOM_TODAY);
      const counts = countFindings(findings, plan.parties);
      expect(counts.bySeverity.M + counts.bySeverity.A + counts.bySeverity.T).toBe(findings.length);
      const grouped = byRule(findings).flatMap(({ now, far }) => [...now, ...far]);
      expect(new Set(grouped)).toEqual(new Set(findings));
      expect(grouped).toHaveLength(findings.length);
      const seen = new Set([
        ...findingsOf(findings, { kind: "nobody" }),
        ...counts.byParty.flatMap(({ party }) => findingsOf(findings, { kind: "party", party: party.id })),
      ]);
      expect(seen).toEqual(new Set(findings));
      for (const { party, count } of counts.byParty)
        expect(counts.byCircle[party.circle]).toBeGreaterThanOrEqual(count);
    }),
    options,
  );
});

test("[CHK7] of any plan, waiving everything leaves nothing, and waives what was found", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), ({ plan, journal }) => {
      const bare = { ...plan, waivers: [] };
      const { findings } = checkPlan(bare, journal, RANDOM_TODAY);
      const waivers = findings.map(({ rule, object }, at) => {
        return { id: `waiver-${at}`, check: rule, subject: object, reason: "" };
      });
      const after = checkPlan({ ...plan, waivers }, journal, RANDOM_TODAY);
      expect(after.findings).toEqual([]);
      expect(after.waived.map(({ waivers: _waivers, ...finding }) => finding)).toEqual(findings);
      const half = waivers.slice(0, waivers.length >> 1);
      const some = checkPlan({ ...plan, waivers: half }, journal, RANDOM_TODAY);
      expect(some.findings.length + some.waived.length).toBe(findings.length);
    }),
    options,
  );
});

test("[CHK10] cells and phases of any plan add up to what stands on its wall", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), ({ plan }) => {
      const score = planScore(plan);
      const onWall = plan.activities.filter(
        ({ phase, status }) => phase !== null && status !== "idea" && status !== "dropped",
      ).length;
      const sum = (all: Iterable<{ of: number }>) => [...all].reduce((total, { of }) => total + of, 0);
      expect(sum(score.phases.values())).toBe(onWall);
      expect(sum([...score.cells.values()].flatMap((cells) => [...cells.values()]))).toBe(onWall);
    }),
    options,
  );
});
