import { KEY_ORIGINS } from "@planwand/shared/access/role.ts";
import type {
  CreateKeyRequest,
  CreateKeyResponse,
  KeyResponse,
  PeopleResponse,
} from "@planwand/shared/protocol/http.ts";
import { type ApiResult, call, readActor, readRole } from "./api.ts";
import { isRecord } from "./untrusted.ts";

/** The share links of a plan, without their secrets. */
export function fetchKeys(planId: string): Promise<ApiResult<readonly KeyResponse[]>> {
  return call("GET", keysPath(planId), undefined, (body) => {
    const listed = isRecord(body) ? body["keys"] : body;
    if (!Array.isArray(listed)) return null;
    return listed.map(readKey).filter((key) => key !== null);
  });
}

/** Makes a share link; its secret is told this once. */
export function createKey(planId: string, wanted: CreateKeyRequest): Promise<ApiResult<CreateKeyResponse>> {
  return call("POST", keysPath(planId), wanted, (body) => {
    const key = readKey(body);
    const secret = isRecord(body) ? body["secret"] : null;
    return key === null || typeof secret !== "string" ? null : { ...key, secret };
  });
}

/** Gives a share link another name, or with an empty one none. */
export function renameKey(planId: string, keyId: string, name: string): Promise<ApiResult<true>> {
  return call("PATCH", keyPath(planId, keyId), { name }, () => true);
}

/** Ends a share link at once. */
export function revokeKey(planId: string, keyId: string): Promise<ApiResult<true>> {
  return call("DELETE", keyPath(planId, keyId), undefined, () => true);
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

function keysPath(planId: string): string {
  return `/api/plans/${encodeURIComponent(planId)}/keys`;
}

function keyPath(planId: string, keyId: string): string {
  return `${keysPath(planId)}/${encodeURIComponent(keyId)}`;
}

function readKey(value: unknown): KeyResponse | null {
  if (!isRecord(value)) return null;
  const { id, name, createdAt, expiresAt, revokedAt, uses, maxUses, usedAt, people } = value;
  const role = readRole(value["role"]);
  if (typeof id !== "string" || typeof createdAt !== "number" || role === null) return null;
  return {
    id,
    name: typeof name === "string" ? name : "",
    origin: KEY_ORIGINS.find((known) => known === value["origin"]) ?? "person",
    maker: readActor(value["maker"]),
    people: Array.isArray(people) ? people.map(readActor).filter((actor) => actor !== null) : [],
    usedAt: typeof usedAt === "number" ? usedAt : null,
    role,
    createdAt,
    expiresAt: typeof expiresAt === "number" ? expiresAt : null,
    revokedAt: typeof revokedAt === "number" ? revokedAt : null,
    uses: typeof uses === "number" ? uses : 0,
    maxUses: typeof maxUses === "number" ? maxUses : null,
  };
}
