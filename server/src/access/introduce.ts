import type { Actor } from "@planwand/shared/access/role.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { Journals } from "../journal/journals.ts";
import type { Relay } from "../relay/relay.ts";
import type { AccessStore } from "../storage/port.ts";
import type { Introduction } from "./join.ts";
import type { Principal } from "./principal.ts";

/** Those who hear how somebody is called. */
export interface Listeners {
  readonly journals: Pick<Journals, "introduce">;
  readonly relay: Pick<Relay, "introduce">;
}

/** Gives somebody another name or circle in one plan. A script has none of its own to change. @throws StorageUnavailable */
export async function introduce(
  store: AccessStore,
  listeners: Listeners,
  { planId, sessionId, actor }: Principal,
  as: Introduction,
): Promise<Result<Actor, "no-access">> {
  if (sessionId === null || !(await store.introduce(planId, sessionId, as))) return refuse("no-access");
  const called = { ...actor, ...as };
  await tellName(listeners, planId, called);
  return ok(called);
}

/**
 * Tells those who have the plan open how somebody is called from now on, and the journal when it knows them: what was said before stays as
 * it was, and a new event says who that is now.
 */
export async function tellName({ journals, relay }: Listeners, planId: string, actor: Actor): Promise<void> {
  relay.introduce(planId, actor, await journals.introduce(planId, actor));
}
