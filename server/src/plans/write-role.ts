import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { ok, refuse, type Result } from "@planwand/shared/kernel/result.ts";
import type { RoleToWrite, WorkshopRefusal } from "@planwand/shared/workshop/desk.ts";
import type { Standing } from "../access/authenticate.ts";
import type { Principal } from "../access/principal.ts";
import { authorOf } from "../relay/author.ts";
import type { Relay } from "../relay/relay.ts";
import type { Documents } from "./documents.ts";

/** Why a claimed role is not written. */
export type RoleRefusal = Extract<
  WorkshopRefusal,
  "role-too-low" | "step-forbids" | "locked" | "unbuildable"
>;

export interface WriteRoleParts {
  readonly clock: Clock;
  readonly documents: Pick<Documents, "edit">;
  readonly standing: Standing;
  /** Made after this: the two know each other. */
  readonly relay: () => Pick<Relay, "write">;
}

const REFUSALS: Readonly<Record<string, RoleRefusal>> = {
  "read-only": "role-too-low",
  "step-forbids": "step-forbids",
  locked: "locked",
  "plan-unbuildable": "unbuildable",
};

/** Writes a role that somebody claimed in the plan, in their name, when they may at this moment; one that is there is left alone. */
export function createWriteRole({ clock, documents, standing, relay }: WriteRoleParts) {
  return async (
    who: Principal,
    { activity, slot, party }: RoleToWrite,
  ): Promise<Result<void, RoleRefusal>> => {
    const { planId, actor } = who;
    const value = { put: [`${slot}:${party}`], take: [] };
    const edit = { edit: "set", root: "activities", id: activity, field: "roles", value } as const;
    const updates = await documents.edit(planId, [edit], { by: actor.id, at: clock() });
    if (updates.length === 0) return ok(undefined);
    const still = await standing(who);
    if (!still.ok) return refuse("role-too-low");
    const written = await relay().write(planId, authorOf(still.value.who, "claim"), updates);
    if (written.ok) return written;
    const refusal = REFUSALS[written.refusal.code];
    if (refusal === undefined) throw new Error(`a role could not be written: ${written.refusal.reason}`);
    return refuse(refusal);
  };
}
