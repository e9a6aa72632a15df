import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import { type ApiResult, call } from "./api.ts";
import { isRecord } from "./untrusted.ts";

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
