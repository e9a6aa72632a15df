import type { Actor } from "@planwand/shared/access/role.ts";
import type { IntroduceRequest } from "@planwand/shared/protocol/http.ts";
import { type ApiResult, call, readActor } from "./api.ts";

/** Says how we want to be known in a plan from now on; everybody who has it open sees it. */
export function introduceAs(planId: string, as: IntroduceRequest): Promise<ApiResult<Actor>> {
  return call("PUT", `/api/plans/${encodeURIComponent(planId)}/me`, as, readActor);
}
