import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import type { TFunction } from "i18next";
import type { SyncStatus } from "../../sync/plan-connection.ts";
import { whyUnkept } from "./sync-words.ts";

/** What explains the line of the badge, and tells what to do. */
export function syncHelp(t: TFunction, status: SyncStatus, mayWrite: boolean): string {
  const isKept = whyUnkept(status) === null;
  switch (status.state) {
    case "saved":
      return t("syncHelp.saved");
    case "saving":
      return t(status.isConnecting || status.unsaved === 0 ? "syncHelp.connecting" : "syncHelp.saving");
    case "offline":
      if (!mayWrite) return t("syncHelp.readOnlyOffline");
      return t(isKept ? "syncHelp.offline" : "syncHelp.offlineUnkept");
    case "error": {
      const why = status.refusal === null ? "" : t(`syncHelp.${REFUSALS[status.refusal].title}`);
      return `${why} ${t(isKept ? "syncHelp.error" : "syncHelp.errorUnkept")}`.trim();
    }
  }
}

/** Why this device keeps nothing, and what that means now; null while it does. */
export function unkeptHelp(t: TFunction, status: SyncStatus, isUnasked: boolean): string | null {
  const why = whyUnkept(status);
  if (why === null) return null;
  const isOnline = status.state === "saved" || status.state === "saving";
  const said = t(`syncHelp.unkept.${why}`);
  return isUnasked && isOnline ? `${said} ${t("syncHelp.unkeptOnline")}` : said;
}
