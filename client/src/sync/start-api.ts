import type { CopyChoices } from "@planwand/shared/copying/choices.ts";
import type {
  CreatePlanRequest,
  InvitationResponse,
  JoinRequest,
  JoinResponse,
} from "@planwand/shared/protocol/http.ts";
import { type ApiResult, call, readActor, readRole } from "./api.ts";
import { createKeyHeaders } from "./create-key.ts";
import type { RememberedPerson } from "./device-memory.ts";
import { isRecord } from "./untrusted.ts";

/** Makes a plan from a template; this browser becomes its owner. */
export function createPlan(request: CreatePlanRequest): Promise<ApiResult<{ readonly planId: string }>> {
  return call("POST", "/api/plans", request, readMade, createKeyHeaders());
}

/** Makes a plan that begins as another was planned; this browser becomes its owner. */
export function copyPlan(
  planId: string,
  copy: CopyChoices & RememberedPerson & { readonly title: string; readonly sharedDevice: boolean },
): Promise<ApiResult<{ readonly planId: string }>> {
  const path = `/api/plans/${encodeURIComponent(planId)}/copies`;
  return call("POST", path, copy, readMade, createKeyHeaders());
}

/** The plan that was made. */
export function readMade(body: unknown): { readonly planId: string } | null {
  const plan = isRecord(body) ? body["plan"] : null;
  return isRecord(plan) && typeof plan["id"] === "string" ? { planId: plan["id"] } : null;
}

/** What a share link leads to; nothing changes by asking. */
export function fetchInvitation(key: string): Promise<ApiResult<InvitationResponse>> {
  return call("POST", "/api/invitation", { key }, (body) => {
    const role = isRecord(body) ? readRole(body["role"]) : null;
    if (!isRecord(body) || role === null || typeof body["title"] !== "string") return null;
    const { title, inviter, name } = body;
    return {
      title,
      role,
      inviter: typeof inviter === "string" ? inviter : null,
      name: typeof name === "string" ? name : "",
    };
  });
}

/** Turns the secret of a share link, or the code of a workshop, into a session of this browser. */
export function joinPlan(request: JoinRequest): Promise<ApiResult<JoinResponse>> {
  return call("POST", "/api/join", request, (body) => {
    if (!isRecord(body) || !isRecord(body["plan"])) return null;
    const { id, title } = body["plan"];
    const role = readRole(body["role"]);
    const actor = readActor(body["actor"]);
    if (typeof id !== "string" || typeof title !== "string" || role === null || actor === null) return null;
    const session = typeof body["session"] === "string" ? body["session"] : null;
    return { plan: { id, title }, role, actor, session };
  });
}

/** The addresses by which other devices on the same network reach the server; only told on its own machine. */
export function fetchReach(): Promise<ApiResult<readonly string[]>> {
  return call("GET", "/api/reach", undefined, (body) => {
    const addresses = isRecord(body) ? body["addresses"] : null;
    if (!Array.isArray(addresses)) return null;
    return addresses.filter((one): one is string => typeof one === "string" && URL.canParse(one));
  });
}

/** Ends this browser's session, in every plan. */
export function leaveAll(): Promise<ApiResult<true>> {
  return call("POST", "/api/leave", undefined, () => true);
}
