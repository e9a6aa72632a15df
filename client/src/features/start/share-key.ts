import { isRecord } from "../../sync/untrusted.ts";
import { isShareKey } from "./share-link.ts";

/**
 * The secret of the share link by which this page was opened, or null when there is none. It leaves the address at once,
 * so that it does not end in a screenshot or the browser's history, and stays with the page for a reload.
 */
export function takeShareKey(): string | null {
  const inAddress = location.hash.slice(1);
  if (inAddress !== "") {
    const key = isShareKey(inAddress) ? inAddress : null;
    history.replaceState({ shareKey: key }, "", location.pathname);
    return key;
  }
  const state: unknown = history.state;
  const kept = isRecord(state) ? state["shareKey"] : null;
  return typeof kept === "string" && isShareKey(kept) ? kept : null;
}
