import type { ApiFailure } from "../../sync/api.ts";

/** What to tell somebody whose link did not let them in; `wrongLink` has a page of its own. */
export function joinMistake(failure: ApiFailure): "wrongLink" | "throttled" | "unreachable" | "failed" {
  switch (failure.status) {
    case "unreachable":
      return "unreachable";
    case 429:
      return "throttled";
    case 401:
    case 403:
    case 404:
    case 410:
      return "wrongLink";
    default:
      return "failed";
  }
}

/** What to tell somebody whose code did not let them in. */
export function codeMistake(failure: ApiFailure): "unknown" | "throttled" | "unreachable" | "failed" {
  const mistake = joinMistake(failure);
  return mistake === "wrongLink" ? "unknown" : mistake;
}

/** Why a link lets nobody in. */
export type WrongKey = "unknown" | "ended" | "usedUp";

/** Why the link let nobody in; null when it may do so another time. */
export function wrongKey({ code }: ApiFailure): WrongKey | null {
  switch (code) {
    case "unknown-key":
      return "unknown";
    case "key-ended":
      return "ended";
    case "key-used-up":
      return "usedUp";
    case null:
    default:
      return null;
  }
}
