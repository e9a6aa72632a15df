import type { Circle } from "../access/role.ts";
import type { PlanEdit } from "../plan/apply-edits.ts";
import type { PartyKind } from "../plan/schema.ts";
import type { NamedEntry } from "./name-book.ts";

/** The edits that make the entries which a file names and the plan does not have. */
export function namedEntryEdits(made: readonly NamedEntry[]): PlanEdit[] {
  return made.map(({ root, id, name }) => ({ edit: "add", root, id, values: valuesOf(root, name) }));
}

function valuesOf(root: NamedEntry["root"], name: string): Record<string, unknown> {
  switch (root) {
    case "goals":
      return { title: name };
    case "parties":
      return { name, kind: partyKindOf(name), circle: circleOf(name) };
    case "phases":
    case "domains":
      return { name };
  }
}

/** What a party probably is, from its name; people put it right where it is wrong. */
export function partyKindOf(name: string): PartyKind {
  if (/leverancier|supplier|vendor|uitgever/iu.test(name)) return "supplier";
  if (/commissie|raad|bestuur|college|managementteam|\bmt\b|board|committee/iu.test(name)) return "body";
  return /team|groep|bureau|beheer|pool|afdeling|dienst|group|office/iu.test(name) ? "team" : "function";
}

/** The circle that a party probably belongs to, from its name. */
export function circleOf(name: string): Circle {
  if (/examen|surveill|vaststell|toets|exam/iu.test(name)) return "examenorganisatie";
  if (/informatie|privacy|okewerkgroep|oke-werkgroep|information/iu.test(name)) return "informatiemanagement";
  if (/\bict\b|\bit\b|beheer|systeem|integratie|netwerk|leverancier|supplier|sis\b/iu.test(name))
    return "ict";
  if (/bestuur|managementteam|\bmt\b|communicatie|inkoop|board/iu.test(name)) return "bestuur";
  return "onderwijs";
}
