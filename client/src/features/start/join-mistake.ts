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
