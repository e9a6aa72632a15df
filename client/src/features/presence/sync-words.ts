import type { Keeping } from "../../sync/offline-copy.ts";
import type { SyncStatus } from "../../sync/plan-connection.ts";
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

/** What the badge says: a line, and a word for where there is no room for it. */
export function syncWords(
  t: TFunction,
  status: SyncStatus,
  mayWrite: boolean,
): { readonly text: string; readonly short: string } {
  return { text: longWords(t, status, mayWrite), short: shortWord(t, status, mayWrite) };
}

function shortWord(t: TFunction, status: SyncStatus, mayWrite: boolean): string {
  const { state, unsaved } = status;
  if (state === "saving") return "";
  if (state === "saved") return isUnkeptUnasked(status, mayWrite) ? t("sync.short.unkept") : "";
  const word = state === "offline" ? t("sync.short.offline") : t("sync.short.error");
  return unsaved === 0 ? word : `${word} · ${unsaved}`;
}

function longWords(t: TFunction, status: SyncStatus, mayWrite: boolean): string {
  const count = status.unsaved;
  switch (status.state) {
    case "saved":
      return t(isUnkeptUnasked(status, mayWrite) ? "sync.savedUnkept" : "sync.saved");
    case "saving":
      return t(status.isConnecting || count === 0 ? "sync.connecting" : "sync.saving");
    case "offline": {
      if (!mayWrite) return t("sync.offline");
      if (whyUnkept(status) !== null)
        return count === 0 ? t("sync.offline") : t("sync.offlineUnkept", { count });
      // Only what is surely here is called kept.
      const kept = Math.max(0, count - status.unkept);
      return kept === 0 ? t("sync.offline") : t("sync.offlineCount", { count: kept });
    }
    case "error":
      return count === 0 ? t("sync.error") : t("sync.errorCount", { count });
  }
}
