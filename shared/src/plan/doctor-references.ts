import type * as Y from "yjs";
import { type Finding, finding } from "./doctor-fields.ts";
import { entriesOf, entryOf, type EntryRoot, rootMap } from "./entry.ts";
import { readActivityEntry } from "./read-activity.ts";
import { readCommunication, readDecision, readEmptyCell } from "./read-entries.ts";

type Reference = readonly [field: string, to: EntryRoot, id: string | null];

/** References to entries that were never there; one in the bin is there. */
export function findDangling(doc: Y.Doc): Finding[] {
  return [
    ...danglingIn(doc, "activities", (id, entry) => {
      const { roles, dependsOn, goals, acceptedBy, waiting } = readActivityEntry(id, entry);
      return [
        ...Object.values(roles)
          .flat()
          .map((party): Reference => ["roles", "parties", party]),
        ...dependsOn.map((other): Reference => ["dependsOn", "activities", other]),
        ...goals.map((goal): Reference => ["goals", "goals", goal]),
        ["acceptedBy", "parties", acceptedBy],
        ["waiting", "parties", waiting?.party ?? null],
      ];
    }),
    ...danglingIn(doc, "decisions", (id, entry) => {
      const { activity, decider, advisers, replaces } = readDecision(id, entry);
      return [
        ["activity", "activities", activity],
        ["decider", "parties", decider],
        ...advisers.map((party): Reference => ["advisers", "parties", party]),
        ["replaces", "decisions", replaces],
      ];
    }),
    ...danglingIn(doc, "communications", (id, entry) => {
      const { phase, activity, audience, sender } = readCommunication(id, entry);
      return [
        ["phase", "phases", phase],
        ["activity", "activities", activity],
        ...audience.map((party): Reference => ["audience", "parties", party]),
        ["sender", "parties", sender],
      ];
    }),
    ...danglingIn(doc, "cells", (id, entry) => {
      const { phase, domain } = readEmptyCell(id, entry);
      return [
        ["phase", "phases", phase],
        ["domain", "domains", domain],
      ];
    }),
  ];
}

function danglingIn(
  doc: Y.Doc,
  root: EntryRoot,
  referencesOf: (id: string, entry: ReturnType<typeof rootMap>) => readonly Reference[],
): Finding[] {
  return entriesOf(rootMap(doc, root)).flatMap(([id, entry]) => {
    const dangling = referencesOf(id, entry).filter(
      ([, to, target]) => target !== null && entryOf(doc, to, target) === null,
    );
    return [...new Set(dangling.map(([field]) => field))].map((field) =>
      finding("dangling", root, id, field),
    );
  });
}
