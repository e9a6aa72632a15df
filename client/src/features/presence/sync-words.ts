import type { SyncStatus } from "../../sync/plan-connection.ts";
import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import type { TFunction } from "i18next";

/** What the badge says: its short text, and the sentence that explains it. */
export function syncWords(
  t: TFunction,
  status: SyncStatus,
  mayWrite: boolean,
): { readonly text: string; readonly help: string } {
  const count = status.unsaved;
  switch (status.state) {
    case "saved":
      return { text: t("sync.saved"), help: t("sync.savedHelp") };
    case "saving":
      return status.isConnecting || count === 0
        ? { text: t("sync.connecting"), help: t("sync.connectingHelp") }
        : { text: t("sync.saving"), help: t("sync.savingHelp") };
    case "offline":
      return offlineWords(t, count, status.isKeptOnDevice !== false, mayWrite);
    case "error": {
      const text = count === 0 ? t("sync.error") : t("sync.errorCount", { count });
      const why = status.refusal === null ? "" : t(`sync.${REFUSALS[status.refusal].title}`);
      return { text, help: `${why} ${t("sync.errorHelp")}`.trim() };
    }
  }
}

function offlineWords(t: TFunction, count: number, isKept: boolean, mayWrite: boolean) {
  if (!mayWrite) return { text: t("sync.offline"), help: t("sync.readOnlyOfflineHelp") };
  const help = isKept ? t("sync.offlineHelp") : t("sync.offlineUnkeptHelp");
  if (count === 0) return { text: t("sync.offline"), help };
  return { text: isKept ? t("sync.offlineCount", { count }) : t("sync.offlineUnkept", { count }), help };
}
