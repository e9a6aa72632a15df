import { type Actor, CIRCLES, ROLES, type Role } from "@planwand/shared/access/role.ts";
import type { CommandRequest } from "@planwand/shared/journal/commands.ts";
import type { PlanInfoResponse } from "@planwand/shared/protocol/http.ts";
import { isRecord } from "./untrusted.ts";

/** Why a call to the server gave no answer that we can use. */
export interface ApiFailure {
  /** `unreachable` when there was no answer at all; else the HTTP status. */
  readonly status: number | "unreachable";
  /** The problem's stable code, when the server gave one. */
  readonly code: string | null;
  /** The server's sentence for people, when it gave one. */
  readonly title: string | null;
}

export type ApiResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure };

const TIMEOUT_MS = 15_000;

/** What this browser's session may see of a plan. */
export function fetchPlanInfo(planId: string): Promise<ApiResult<PlanInfoResponse>> {
  return call("GET", `/api/plans/${encodeURIComponent(planId)}`, undefined, (body) => {
    if (!isRecord(body)) return null;
    const { id, title, createdAt } = body;
    const role = readRole(body["role"]);
    const actor = readActor(body["actor"]);
    if (typeof id !== "string" || typeof title !== "string" || role === null || actor === null) return null;
    return { id, title, role, actor, createdAt: typeof createdAt === "number" ? createdAt : 0 };
  });
}

/** Gives a command to the journal; the number of its last event. */
export function postCommand(
  planId: string,
  command: CommandRequest,
): Promise<ApiResult<{ readonly seq: number }>> {
  return call("POST", `/api/plans/${encodeURIComponent(planId)}/commands`, command, (body) =>
    isRecord(body) && typeof body["seq"] === "number" ? { seq: body["seq"] } : null,
  );
}

/** Asks the server for something; `read` makes of the answer what is wanted, or null when it is not that. */
export async function call<Value>(
  method: string,
  path: string,
  body: unknown,
  read: (body: unknown) => Value | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResult<Value>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
    const value = response.ok ? read(answer) : null;
    return value === null
      ? { ok: false, failure: readFailure(response.status, answer) }
      : { ok: true, value };
  } catch {
    return { ok: false, failure: { status: "unreachable", code: null, title: null } };
  }
}

/** Reads why a call failed. */
export function readFailure(status: number, body: unknown): ApiFailure {
  // A proxy that answers for a server that is away is no answer of the server.
  if (
    (status === 502 || status === 503 || status === 504) &&
    !(isRecord(body) && body["code"] === "export-busy")
  )
    return { status: "unreachable", code: null, title: null };
  if (!isRecord(body)) return { status, code: null, title: null };
  const { code, title } = body;
  return {
    status,
    code: typeof code === "string" ? code : null,
    title: typeof title === "string" ? title : null,
  };
}

/** Reads a role; null when it is none that we know. */
export function readRole(value: unknown): Role | null {
  return ROLES.find((role) => role === value) ?? null;
}

/** Reads who somebody is. */
export function readActor(value: unknown): Actor | null {
  if (!isRecord(value)) return null;
  const { id, name, color } = value;
  if (typeof id !== "string" || typeof name !== "string" || typeof color !== "string") return null;
  return { id, name, color, circle: CIRCLES.find((circle) => circle === value["circle"]) ?? null };
}
