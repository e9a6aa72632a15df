import type { Change } from "@planwand/shared/diff/changes.ts";
import { ENTRY_KINDS } from "@planwand/shared/diff/value-kinds.ts";
import { type ApiResult, call } from "./api.ts";
import { isRecord } from "./untrusted.ts";

/** A part of what happened to a plan, newest first, with what people and ids in it are called. */
export interface FetchedChanges {
  readonly changes: readonly Change[];
  readonly people: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Where older ones begin; null when there are none. */
  readonly next: number | null;
  /** The oldest moment that is kept. */
  readonly first: { readonly seq: number; readonly at: number } | null;
}

/** Fetches what happened before a place in the history, of one entry or of all. */
export function fetchChanges(
  planId: string,
  { before, entry }: { readonly before: number | null; readonly entry: string | null },
): Promise<ApiResult<FetchedChanges>> {
  const query = new URLSearchParams({
    ...(before === null ? {} : { before: String(before) }),
    ...(entry === null ? {} : { entry }),
  });
  return call("GET", `/api/plans/${encodeURIComponent(planId)}/changes?${query}`, undefined, (body) => {
    if (!isRecord(body) || !Array.isArray(body["changes"])) return null;
    const { next, first } = body;
    const isFirst = isRecord(first) && typeof first["seq"] === "number" && typeof first["at"] === "number";
    return {
      changes: body["changes"].filter(isChange),
      people: namesIn(body["people"]),
      names: namesIn(body["names"]),
      next: typeof next === "number" ? next : null,
      first: isFirst ? { seq: Number(first["seq"]), at: Number(first["at"]) } : null,
    };
  });
}

const KINDS: ReadonlySet<unknown> = new Set([...ENTRY_KINDS, "meta"]);
const DEEDS: ReadonlySet<unknown> = new Set(["added", "archived", "restored", "changed"]);

function isChange(value: unknown): value is Change {
  if (!isRecord(value) || !Array.isArray(value["fields"])) return false;
  const { seq, at, actor, kind, id, title, change, fields } = value;
  return (
    [seq, at].every((number) => typeof number === "number") &&
    [actor, id, title].every((text) => typeof text === "string") &&
    KINDS.has(kind) &&
    DEEDS.has(change) &&
    fields.every((field: unknown) => isRecord(field) && typeof field["field"] === "string")
  );
}

function namesIn(value: unknown): ReadonlyMap<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return new Map(entries.flatMap(([id, name]) => (typeof name === "string" ? [[id, name] as const] : [])));
}
