import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./exporting.module.css";
import type { DownloadState } from "./use-download.ts";

/** How far the download is, also told to whoever cannot see it. */
export function DownloadStatus({ state }: { readonly state: DownloadState }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.status} role="status">
      {state.is === "making" && (
        <>
          {t("exporting.making")}
          <progress aria-label={t("exporting.making")} />
        </>
      )}
      {state.is === "done" && t("exporting.done", { name: state.name })}
      {state.is === "failed" && (
        <span className={styles.failed}>
          {state.failure.status === "unreachable"
            ? t("exporting.unreachable")
            : (state.failure.title ?? t("exporting.failed"))}
        </span>
      )}
    </div>
  );
}
