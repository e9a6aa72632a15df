import { readCode } from "@planwand/shared/workshop/code.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { readPastName } from "../../sync/past-name.ts";

const KEY = /^[A-Za-z0-9_-]{22,64}$/;

/** Whether `text` has the form of a share link's secret, on its own or with the moment that the link leads to. */
export function isShareKey(text: string): boolean {
  const { planId: key, moment } = readPastName(text);
  return KEY.test(key) && (moment === null || isId(moment));
}

/**
 * Where a pasted link leads on this server: a share link (`…/join#KEY`), the code of a work session (`…/join#CODE`) or a plan's own address (`…/plan/ID`, perhaps with
 * an activity). Null for anything else. The host is left out, so a link can never lead to another site.
 */
export function pathOfLink(pasted: string): string | null {
  let url: URL;
  try {
    url = new URL(pasted.trim(), "http://here.invalid/");
  } catch {
    return null;
  }
  const behind = url.hash.slice(1);
  if (url.pathname === "/join" && (isShareKey(behind) || readCode(behind) !== null))
    return `/join${url.hash}`;
  const [root, planId, activity, activityId, ...rest] = url.pathname.split("/").slice(1);
  if (root !== "plan" || !isId(readPastName(planId ?? "").planId) || rest.length > 0) return null;
  if (activity === undefined || activity === "") return `/plan/${planId}`;
  return activity === "activity" && isId(activityId) ? url.pathname : null;
}
