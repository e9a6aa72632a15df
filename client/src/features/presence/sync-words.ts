import type { SyncStatus } from "../../sync/plan-connection.ts";
import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import type { TFunction } from "i18next";

/** What the badge says: a line, a word for where there is no room for it, and the sentence that explains it. */
export function syncWords(
  t: TFunction,
  status: SyncStatus,
  mayWrite: boolean,
): { readonly text: string; readonly short: string; readonly help: string } {
  return { ...longWords(t, status, mayWrite), short: shortWord(t, status) };
}

function shortWord(t: TFunction, { state, unsaved }: SyncStatus): string {
  if (state === "saved" || state === "saving") return "";
  const word = state === "offline" ? t("sync.short.offline") : t("sync.short.error");
  return unsaved === 0 ? word : `${word} · ${unsaved}`;
}

interface LongWords {
  readonly text: string;
  readonly help: string;
}

function longWords(t: TFunction, status: SyncStatus, mayWrite: boolean): LongWords {
  const count = status.unsaved;
  switch (status.state) {
    case "saved":
      return { text: t("sync.saved"), help: t("sync.savedHelp") };
    case "saving":
      return status.isConnecting || count === 0
        ? { text: t("sync.connecting"), help: t("sync.connectingHelp") }
        : { text: t("sync.saving"), help: t("sync.savingHelp") };
    case "offline":
      // Only what is surely here is called kept.
      return status.isKeptOnDevice === false
        ? offlineWords(t, count, false, mayWrite)
        : offlineWords(t, Math.max(0, count - status.unkept), true, mayWrite);
    case "error": {
      const text = count === 0 ? t("sync.error") : t("sync.errorCount", { count });
      const why = status.refusal === null ? "" : t(`sync.${REFUSALS[status.refusal].title}`);
      return { text, help: `${why} ${t("sync.errorHelp")}`.trim() };
    }
  }
}

function offlineWords(t: TFunction, count: number, isKept: boolean, mayWrite: boolean): LongWords {
  if (!mayWrite) return { text: t("sync.offline"), help: t("sync.readOnlyOfflineHelp") };
  const help = isKept ? t("sync.offlineHelp") : t("sync.offlineUnkeptHelp");
  if (count === 0) return { text: t("sync.offline"), help };
  return { text: isKept ? t("sync.offlineCount", { count }) : t("sync.offlineUnkept", { count }), help };
}
