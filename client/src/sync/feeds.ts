import { type ApiResult, call } from "./api.ts";
import { isRecord } from "./untrusted.ts";

/** An address by which calendar programs follow a plan. */
export interface Feed {
  readonly id: string;
  readonly createdAt: number;
  readonly isWithdrawn: boolean;
}

/** The addresses of a plan, without their secrets. */
export function fetchFeeds(planId: string): Promise<ApiResult<readonly Feed[]>> {
  return call("GET", feedsPath(planId), undefined, (body) =>
    isRecord(body) && Array.isArray(body["feeds"])
      ? body["feeds"].map(readFeed).filter((feed) => feed !== null)
      : null,
  );
}

/** Makes an address; told this once. */
export function createFeed(planId: string): Promise<ApiResult<{ readonly path: string }>> {
  return call("POST", feedsPath(planId), undefined, (body) =>
    isRecord(body) && typeof body["path"] === "string" ? { path: body["path"] } : null,
  );
}

/** Withdraws an address at once. */
export function revokeFeed(planId: string, feedId: string): Promise<ApiResult<true>> {
  return call("DELETE", `${feedsPath(planId)}/${encodeURIComponent(feedId)}`, undefined, () => true);
}

function feedsPath(planId: string): string {
  return `/api/plans/${encodeURIComponent(planId)}/feeds`;
}

function readFeed(value: unknown): Feed | null {
  if (!isRecord(value)) return null;
  const { id, createdAt, revokedAt } = value;
  if (typeof id !== "string" || typeof createdAt !== "number") return null;
  return { id, createdAt, isWithdrawn: revokedAt !== null };
}
