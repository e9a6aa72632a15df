import { ROLES } from "@planwand/shared/access/role.ts";
import type { MyPlansResponse } from "@planwand/shared/protocol/http.ts";
import { useEffect, useState } from "react";
import { call } from "./api.ts";
import { isRecord } from "./untrusted.ts";

/** A plan that this browser's session opens, and for an owner what is left of the ownership without this session. */
export type MyPlan = Pick<MyPlansResponse["plans"][number], "plan" | "role" | "ownership">;

/** Whether nobody else could look after the plan any more, as far as the server can tell, when this session is gone. */
export function isSoleOwner({ ownership }: MyPlan): boolean {
  return ownership !== null && ownership.others === 0;
}

/** The plans that this browser's session opens; null while they are on their way, `unknown` when the server could not be asked. */
export function useMyPlans(isAsked = true): readonly MyPlan[] | null | "unknown" {
  const [plans, setPlans] = useState<readonly MyPlan[] | null | "unknown">(null);
  useEffect(() => {
    let isOver = false;
    if (isAsked)
      void call("GET", "/api/me", undefined, readPlans).then((answer) => {
        if (!isOver) setPlans(answer.ok ? answer.value : "unknown");
      });
    return () => {
      isOver = true;
    };
  }, [isAsked]);
  return plans;
}

function readPlans(body: unknown): readonly MyPlan[] | null {
  if (!isRecord(body) || !Array.isArray(body["plans"])) return null;
  return body["plans"].flatMap((value: unknown) => readPlan(value) ?? []);
}

function readPlan(value: unknown): MyPlan | null {
  if (!isRecord(value) || !isRecord(value["plan"])) return null;
  const { id, title } = value["plan"];
  const role = ROLES.find((known) => known === value["role"]);
  if (typeof id !== "string" || typeof title !== "string" || role === undefined) return null;
  return { plan: { id, title }, role, ownership: readOwnership(value["ownership"]) };
}

function readOwnership(value: unknown): MyPlan["ownership"] {
  if (!isRecord(value) || typeof value["others"] !== "number") return null;
  const { spareLinkAt } = value;
  return { others: value["others"], spareLinkAt: typeof spareLinkAt === "number" ? spareLinkAt : null };
}
