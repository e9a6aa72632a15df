import { readCode } from "@planwand/shared/workshop/code.ts";
import { isRecord } from "../../sync/untrusted.ts";
import { isShareKey } from "./share-link.ts";

/** With what somebody came to the page for joining: the secret of a share link, the code of a work session, or nothing yet. */
export type Invitation =
  | { readonly by: "key"; readonly key: string }
  | { readonly by: "code"; readonly code: string | null }
  | { readonly by: "wrongLink" };

/**
 * What stood in the address by which this page was opened. It leaves the address at once, so that it does not end in a screenshot
 * or the browser's history, and stays with the page for a reload.
 */
export function takeInvitation(): Invitation {
  const inAddress = location.hash.slice(1);
  if (inAddress !== "") {
    history.replaceState({ invitation: inAddress }, "", location.pathname);
    return read(inAddress);
  }
  const state: unknown = history.state;
  const kept = isRecord(state) ? state["invitation"] : null;
  return typeof kept === "string" ? read(kept) : { by: "code", code: null };
}

function read(said: string): Invitation {
  if (isShareKey(said)) return { by: "key", key: said };
  const code = readCode(said);
  return code === null ? { by: "wrongLink" } : { by: "code", code };
}
