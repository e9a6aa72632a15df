import { isId } from "../kernel/id.ts";
import type { Plan } from "../plan/schema.ts";
import { nameKey } from "../kernel/name-key.ts";
import { oneLine } from "./cell.ts";

/** The kinds of entries that others name. */
export type NamedRoot = "goals" | "phases" | "domains" | "parties" | "activities" | "decisions";

const NAMED_ROOTS: ReadonlySet<string> = new Set<NamedRoot>([
  "goals",
  "phases",
  "domains",
  "parties",
  "activities",
  "decisions",
]);

export function isNamedRoot(root: string): root is NamedRoot {
  return NAMED_ROOTS.has(root);
}

/** How each entry is called where another names it: its name, with its id behind it when that alone does not tell. */
export type Labels = Readonly<Record<NamedRoot, ReadonlyMap<string, string>>>;

const WITH_ID = /^(?:(.*) )?\{([A-Za-z0-9_-]{10,32})\}$/u;

/** The labels of all entries of a plan. */
export function labelsOf(plan: Plan): Labels {
  return {
    goals: labels(plan.goals.map(({ id, title }) => [id, title])),
    phases: labels(plan.phases.map(({ id, name }) => [id, name])),
    domains: labels(plan.domains.map(({ id, name }) => [id, name])),
    parties: labels(plan.parties.map(({ id, name }) => [id, name])),
    activities: labels(plan.activities.map(({ id, title }) => [id, title])),
    decisions: labels(plan.decisions.map(({ id, question }) => [id, question])),
  };
}

function labels(names: readonly (readonly [id: string, name: string])[]): ReadonlyMap<string, string> {
  const lines = names.map(([id, name]) => [id, oneLine(name)] as const);
  const count = new Map<string, number>();
  for (const [, line] of lines) count.set(nameKey(line), (count.get(nameKey(line)) ?? 0) + 1);
  return new Map(
    lines.map(([id, line]) => {
      const isTelling = nameKey(line) !== "" && count.get(nameKey(line)) === 1 && !WITH_ID.test(line);
      return [id, isTelling ? line : `${line} {${id}}`.trim()];
    }),
  );
}

/** A label in its parts: the id when there is one behind the name. */
export function splitLabel(label: string): { readonly name: string; readonly id: string | null } {
  const [, name, id] = WITH_ID.exec(label) ?? [];
  return isId(id) ? { name: name ?? "", id } : { name: label, id: null };
}

/** Names in one cell, one behind the other; a name with a separator or quotes in it is put between quotes. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => (/[;"]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join("; ");
}

/** The names in a cell: between semicolons or on lines of their own, quotes as `joinNames` puts them. */
export function splitNames(cell: string): string[] {
  const names: string[] = [];
  let name = "";
  let isQuoted = false;
  for (let at = 0; at < cell.length; at++) {
    const sign = cell.charAt(at);
    if (sign === '"' && isQuoted && cell.charAt(at + 1) === '"') {
      name += '"';
      at++;
    } else if (sign === '"' && (isQuoted || name.trim() === "")) isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ";" || sign === "\n")) {
      names.push(name);
      name = "";
    } else name += sign;
  }
  names.push(name);
  return names.map((one) => one.trim()).filter((one) => one !== "");
}
