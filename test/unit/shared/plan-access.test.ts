import {
  CHORE_ACCESS,
  type Lock,
  type PlanAccess,
  planAccess,
  type WritingRules,
} from "@planwand/shared/access/plan-access.ts";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";
import { describe, expect, test } from "vitest";

const NO_GRANTS = { cards: false, focus: null, claims: false };
const rules = (lock: Lock | null, grants: Partial<WritingRules["grants"]> = {}): WritingRules => ({
  lock,
  grants: { ...NO_GRANTS, ...grants },
});
const PLAN: Lock = { kind: "plan" };
const PHASES: Lock = { kind: "phases", phases: ["p"] };

const of = (role: Role, situation: WritingRules | null, way?: "claim"): PlanAccess =>
  planAccess(role, situation, way);
const why = (access: PlanAccess): string => (access.kind === "none" ? access.code : access.kind);
const each = (situation: WritingRules | null, way?: "claim"): string[] =>
  ROLES.map((role) => why(of(role, situation, way)));

describe("what of the plan may be written", () => {
  test("[PA1][PA2][PA3] without a workshop, and in one that grants nothing, the role alone says", () => {
    expect(each(null)).toEqual(["read-only", "read-only", "all", "all", "all"]);
    expect(each(rules(null))).toEqual(["read-only", "step-forbids", "all", "all", "all"]);
  });

  test("[PA2][PA3] a lock holds for editors and not for those who hold it", () => {
    expect(each(rules(PLAN))).toEqual(["read-only", "step-forbids", "locked", "all", "all"]);
    expect(each(rules(PHASES))).toEqual(["read-only", "step-forbids", "outside", "all", "all"]);
    expect(of("editor", rules(PHASES))).toEqual({ kind: "outside", phases: ["p"] });
  });

  test("[PA4] a participant writes what the step grants and no locked part of it", () => {
    const grants = { cards: true, focus: "a" };
    expect(of("participant", rules(null, grants))).toEqual({
      kind: "granted",
      ...grants,
      lockedPhases: [],
    });
    expect(of("participant", rules(PHASES, { focus: "a" }))).toEqual({
      kind: "granted",
      cards: false,
      focus: "a",
      lockedPhases: ["p"],
    });
    expect(each(rules(PLAN, grants))).toEqual(["read-only", "locked", "locked", "all", "all"]);
    expect(why(of("viewer", rules(null, grants)))).toBe("read-only");
  });

  test("[PA5] a role that may be claimed is written as by an editor, for whoever takes part", () => {
    const claims = { claims: true };
    expect(each(rules(null, claims), "claim")).toEqual(["read-only", "all", "all", "all", "all"]);
    expect(each(rules(PLAN, claims), "claim")).toEqual(["read-only", "locked", "locked", "all", "all"]);
    expect(each(rules(PHASES, claims), "claim")).toEqual(["read-only", "outside", "outside", "all", "all"]);
    expect(each(rules(null), "claim")).toEqual(["read-only", "step-forbids", "all", "all", "all"]);
    // Claiming is no way to write cards, and writing cards is none to claim.
    expect(why(of("participant", rules(null, claims)))).toBe("step-forbids");
    expect(why(of("participant", rules(null, { cards: true }), "claim"))).toBe("step-forbids");
  });

  test("[PA6] the server's own chores are not asked", () => {
    expect(CHORE_ACCESS).toEqual({ kind: "all" });
  });
});
