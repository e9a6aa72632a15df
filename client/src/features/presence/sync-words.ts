import type { Keeping } from "../../sync/offline-copy.ts";
import type { SyncStatus } from "../../sync/plan-connection.ts";
import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import type { TFunction } from "i18next";

/** Why this device keeps nothing; null while it does, or while that is being found out. */
export type Unkept = Exclude<Keeping, "opening" | "kept">;

export function whyUnkept({ keeping }: Pick<SyncStatus, "keeping">): Unkept | null {
  return keeping === "opening" || keeping === "kept" ? null : keeping;
}

/** Whether somebody who writes must know that this device keeps nothing, without having chosen so. */
export function isUnkeptUnasked(status: SyncStatus, mayWrite: boolean): boolean {
  const why = whyUnkept(status);
  return mayWrite && why !== null && why !== "off";
}

/** What the badge says: a line, a word for where there is no room for it, and the sentence that explains it. */
export function syncWords(
  t: TFunction,
  status: SyncStatus,
  mayWrite: boolean,
): { readonly text: string; readonly short: string; readonly help: string } {
  return { ...longWords(t, status, mayWrite), short: shortWord(t, status, mayWrite) };
}

function shortWord(t: TFunction, status: SyncStatus, mayWrite: boolean): string {
  const { state, unsaved } = status;
  if (state === "saving") return "";
  if (state === "saved") return isUnkeptUnasked(status, mayWrite) ? t("sync.short.unkept") : "";
  const word = state === "offline" ? t("sync.short.offline") : t("sync.short.error");
  return unsaved === 0 ? word : `${word} · ${unsaved}`;
}

interface LongWords {
  readonly text: string;
  readonly help: string;
}

function longWords(t: TFunction, status: SyncStatus, mayWrite: boolean): LongWords {
  const count = status.unsaved;
  const isKept = whyUnkept(status) === null;
  switch (status.state) {
    case "saved":
      return {
        text: isUnkeptUnasked(status, mayWrite) ? t("sync.savedUnkept") : t("sync.saved"),
        help: t("sync.savedHelp"),
      };
    case "saving":
      return status.isConnecting || count === 0
        ? { text: t("sync.connecting"), help: t("sync.connectingHelp") }
        : { text: t("sync.saving"), help: t("sync.savingHelp") };
    case "offline":
      // Only what is surely here is called kept.
      return offlineWords(t, isKept ? Math.max(0, count - status.unkept) : count, isKept, mayWrite);
    case "error": {
      const text = count === 0 ? t("sync.error") : t("sync.errorCount", { count });
      const why = status.refusal === null ? "" : t(`sync.${REFUSALS[status.refusal].title}`);
      const help = isKept ? t("sync.errorHelp") : t("sync.errorUnkeptHelp");
      return { text, help: `${why} ${help}`.trim() };
    }
  }
}

function offlineWords(t: TFunction, count: number, isKept: boolean, mayWrite: boolean): LongWords {
  if (!mayWrite) return { text: t("sync.offline"), help: t("sync.readOnlyOfflineHelp") };
  const help = isKept ? t("sync.offlineHelp") : t("sync.offlineUnkeptHelp");
  if (count === 0) return { text: t("sync.offline"), help };
  return { text: isKept ? t("sync.offlineCount", { count }) : t("sync.offlineUnkept", { count }), help };
}
