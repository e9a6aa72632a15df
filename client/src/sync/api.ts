import { type Actor, CIRCLES, ROLES, type Role } from "@planwand/shared/access/role.ts";
import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { CommandRequest } from "@planwand/shared/journal/commands.ts";
import type {
  CreateKeyResponse,
  CreatePlanRequest,
  JoinRequest,
  JoinResponse,
  KeyResponse,
  PeopleResponse,
  PlanInfoResponse,
} from "@planwand/shared/protocol/http.ts";
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

/** Makes a plan from a template; this browser becomes its owner. */
export function createPlan(request: CreatePlanRequest): Promise<ApiResult<{ readonly planId: string }>> {
  return call("POST", "/api/plans", request, (body) => {
    const plan = isRecord(body) ? body["plan"] : null;
    return isRecord(plan) && typeof plan["id"] === "string" ? { planId: plan["id"] } : null;
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

/** The share links of a plan, without their secrets. */
export function fetchKeys(planId: string): Promise<ApiResult<readonly KeyResponse[]>> {
  return call("GET", keysPath(planId), undefined, (body) => {
    const listed = isRecord(body) ? body["keys"] : body;
    if (!Array.isArray(listed)) return null;
    return listed.map(readKey).filter((key) => key !== null);
  });
}

/** Makes a share link; its secret is told this once. */
export function createKey(
  planId: string,
  role: Role,
  expiresAt: number | null,
): Promise<ApiResult<CreateKeyResponse>> {
  return call("POST", keysPath(planId), { role, expiresAt }, (body) => {
    const key = readKey(body);
    const secret = isRecord(body) ? body["secret"] : null;
    return key === null || typeof secret !== "string" ? null : { ...key, secret };
  });
}

/** Whoever can open the plan now. */
export function fetchPeople(planId: string): Promise<ApiResult<PeopleResponse["people"]>> {
  return call("GET", `/api/plans/${encodeURIComponent(planId)}/people`, undefined, (body) => {
    const listed = isRecord(body) ? body["people"] : null;
    if (!Array.isArray(listed)) return null;
    return listed.flatMap((person: unknown) => {
      if (!isRecord(person) || typeof person["joinedAt"] !== "number") return [];
      const [actor, role] = [readActor(person["actor"]), readRole(person["role"])];
      return actor === null || role === null ? [] : [{ actor, role, joinedAt: person["joinedAt"] }];
    });
  });
}

/** What happened to the activities of a plan, newest first, and how those who did it are called. */
export function fetchHistory(
  planId: string,
): Promise<
  ApiResult<{ readonly entries: readonly HistoryEntry[]; readonly people: ReadonlyMap<string, string> }>
> {
  return call("GET", `/api/plans/${encodeURIComponent(planId)}/history`, undefined, (body) => {
    if (!isRecord(body) || !Array.isArray(body["entries"]) || !isRecord(body["people"])) return null;
    const people = new Map(
      Object.entries(body["people"]).flatMap(([id, name]) =>
        typeof name === "string" ? [[id, name] as const] : [],
      ),
    );
    return { entries: body["entries"].filter(isHistoryEntry), people };
  });
}

/** What people are called whose ids stand in a plan; whoever was made anonymous has an empty name. */
export function fetchAuthors(
  planId: string,
  ids: readonly string[],
): Promise<ApiResult<ReadonlyMap<string, string>>> {
  const query = new URLSearchParams({ ids: ids.join(",") });
  return call("GET", `/api/plans/${encodeURIComponent(planId)}/authors?${query}`, undefined, (body) => {
    const people = isRecord(body) ? body["people"] : null;
    if (!isRecord(people)) return null;
    return new Map(
      Object.entries(people).flatMap(([id, name]) => (typeof name === "string" ? [[id, name] as const] : [])),
    );
  });
}

/** How far a plan was at the end of each day before today, by the clock of a zone. */
export function fetchTrend(planId: string, zone: string): Promise<ApiResult<readonly DayStand[]>> {
  const query = new URLSearchParams({ zone });
  return call("GET", `/api/plans/${encodeURIComponent(planId)}/trend?${query}`, undefined, (body) => {
    const days = isRecord(body) ? body["days"] : null;
    return Array.isArray(days) ? days.filter(isDayStand) : null;
  });
}

/** Lets go now of what is older than the plan's past is kept; whether there was anything. */
export function clearPast(planId: string): Promise<ApiResult<boolean>> {
  return call("POST", `/api/plans/${encodeURIComponent(planId)}/clear`, {}, (body) =>
    isRecord(body) && typeof body["cleared"] === "boolean" ? { cleared: body["cleared"] } : null,
  ).then((answer) => (answer.ok ? { ok: true, value: answer.value.cleared } : answer));
}

/** Erases a plan for good. */
export function erasePlan(planId: string, title: string): Promise<ApiResult<true>> {
  return call("DELETE", `/api/plans/${encodeURIComponent(planId)}`, { title }, () => true);
}

/** Ends this browser's session, in every plan. */
export function leaveAll(): Promise<ApiResult<true>> {
  return call("POST", "/api/leave", undefined, () => true);
}

/** Ends a share link at once. */
export function revokeKey(planId: string, keyId: string): Promise<ApiResult<true>> {
  return call("DELETE", `${keysPath(planId)}/${encodeURIComponent(keyId)}`, undefined, () => true);
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

function keysPath(planId: string): string {
  return `/api/plans/${encodeURIComponent(planId)}/keys`;
}

/** Asks the server for something; `read` makes of the answer what is wanted, or null when it is not that. */
export async function call<Value>(
  method: string,
  path: string,
  body: unknown,
  read: (body: unknown) => Value | null,
): Promise<ApiResult<Value>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
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

function readKey(value: unknown): KeyResponse | null {
  if (!isRecord(value)) return null;
  const { id, createdAt, expiresAt, revokedAt, uses } = value;
  const role = readRole(value["role"]);
  if (typeof id !== "string" || typeof createdAt !== "number" || role === null) return null;
  return {
    id,
    role,
    createdAt,
    expiresAt: typeof expiresAt === "number" ? expiresAt : null,
    revokedAt: typeof revokedAt === "number" ? revokedAt : null,
    uses: typeof uses === "number" ? uses : 0,
  };
}

function readRole(value: unknown): Role | null {
  return ROLES.find((role) => role === value) ?? null;
}

function isDayStand(value: unknown): value is DayStand {
  if (!isRecord(value) || !isRecord(value["rollUp"]) || !isLocalDate(value["date"])) return false;
  const { progressSum, late, statuses } = value["rollUp"];
  const counts = isRecord(statuses) ? ACTIVITY_STATUSES.map((status) => statuses[status]) : [null];
  return [progressSum, late, ...counts].every((count) => typeof count === "number");
}

function isHistoryEntry(value: unknown): value is HistoryEntry {
  if (!isRecord(value) || !isRecord(value["change"])) return false;
  const { at, actor, activity, title, change } = value;
  return (
    typeof at === "number" &&
    typeof actor === "string" &&
    typeof activity === "string" &&
    typeof title === "string" &&
    typeof change["kind"] === "string"
  );
}

function readActor(value: unknown): Actor | null {
  if (!isRecord(value)) return null;
  const { id, name, color } = value;
  if (typeof id !== "string" || typeof name !== "string" || typeof color !== "string") return null;
  return { id, name, color, circle: CIRCLES.find((circle) => circle === value["circle"]) ?? null };
}
