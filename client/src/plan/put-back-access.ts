import { planAccess } from "@planwand/shared/access/plan-access.ts";
import { may } from "@planwand/shared/access/policy.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import { readPlace } from "@planwand/shared/plan/read-activity.ts";
import { readRef } from "@planwand/shared/plan/read-field.ts";
import { writingRules } from "@planwand/shared/workshop/policy.ts";
import { openSession } from "@planwand/shared/workshop/session.ts";
import { useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { isPastName } from "../sync/past-name.ts";
import type { BinnedAt } from "./archive.ts";

/** Whether somebody may take something out of the bin now, or why not: they only read, the plan is one of the past, or it is locked. */
export type PutBackAccess = "yes" | "reading" | "past" | "locked";

/** Tells of anything in the bin whether this person may take it out now; without one, of the bin as a whole. */
export function usePutBackAccess({
  planId,
  doc,
  seat,
  journal,
}: Pick<PlanConnection, "planId" | "doc" | "seat" | "journal">): (one: BinnedAt | null) => PutBackAccess {
  const { role } = useSyncExternalStore(seat.subscribe, seat.getSnapshot);
  const { sessions } = useSyncExternalStore(journal.subscribe, journal.getSnapshot);
  return (one) => {
    if (isPastName(planId)) return "past";
    if (!may(role, "plan.write")) return "reading";
    const access = planAccess(role, writingRules(openSession(sessions)));
    if (access.kind === "all") return "yes";
    const phase = one === null ? null : phaseOf(doc, one);
    const isLocked =
      access.kind === "none" ||
      (access.kind === "outside" && phase !== null && access.phases.includes(phase));
    return isLocked ? "locked" : "yes";
  };
}

/** The phase in which something stood; null when it is in none. */
function phaseOf(doc: Y.Doc, one: BinnedAt): string | null {
  const { root, id } = "item" in one ? one.item : one;
  if (root === "phases") return id;
  const entry = entryOf(doc, root, id);
  if (entry === null) return null;
  if (root === "activities") return readPlace(entry)[0];
  return root === "cells" || root === "communications" ? readRef(entry, "phase") : null;
}
