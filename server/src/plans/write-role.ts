import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { RoleToWrite } from "@planwand/shared/workshop/desk.ts";
import type { Documents } from "./documents.ts";

export interface WriteRoleParts {
  readonly clock: Clock;
  readonly documents: Pick<Documents, "edit">;
  /** Made after this: the two know each other. */
  readonly relay: () => {
    write(planId: string, actorId: string, updates: readonly Uint8Array[]): Promise<void>;
  };
}

/** Writes a role that somebody claimed in the plan, in their name; one that is there is left alone. */
export function createWriteRole({ clock, documents, relay }: WriteRoleParts) {
  return async (planId: string, actor: string, { activity, slot, party }: RoleToWrite): Promise<void> => {
    const value = { put: [`${slot}:${party}`], take: [] };
    const edit = { edit: "set", root: "activities", id: activity, field: "roles", value } as const;
    const updates = await documents.edit(planId, [edit], { by: actor, at: clock() });
    if (updates.length > 0) await relay().write(planId, actor, updates);
  };
}
