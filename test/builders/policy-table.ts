import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";

const SPEC = join(import.meta.dirname, "..", "..", "shared", "src", "access", "SPEC.md");

export type What = "edit" | "new card" | "card in focus" | "claim" | "import";
export type Grants = "cards" | "focus" | "claims" | "nothing" | "no workshop";
const LOCKS = ["no lock", "plan locked", "in a locked phase", "beside it"] as const;
export type LockColumn = (typeof LOCKS)[number];

interface Row {
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly grants: readonly string[];
  readonly answers: readonly string[];
}

const listed = (cell: string | undefined): string[] => (cell ?? "").split(",").map((one) => one.trim());

const ROWS: readonly Row[] = readFileSync(SPEC, "utf8")
  .split("\n")
  .map((line) => line.split("|").slice(1, -1))
  .filter(([who]) => ROLES.some((role) => listed(who).includes(role)))
  .map(([who, what, grants, ...answers]) => ({
    who: listed(who),
    what: listed(what),
    grants: listed(grants),
    answers: answers.map((answer) => answer.trim()),
  }));

/** What the policy table of shared/src/access/SPEC.md says. @throws Error when not exactly one row is about this */
export function policyOf(role: Role, what: What, grants: Grants, lock: LockColumn): string {
  const found = ROWS.filter(
    (row) =>
      row.who.includes(role) &&
      row.what.includes(what) &&
      (row.grants.includes(grants) || row.grants.includes("any")),
  );
  const answer = found[0]?.answers[LOCKS.indexOf(lock)];
  if (found.length !== 1 || answer === undefined)
    throw new Error(`${found.length} rows of the policy are about ${role}, ${what}, ${grants}`);
  return answer;
}
