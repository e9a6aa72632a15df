import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { restore } from "../../plan/actions.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./bin.module.css";
import { type BinEntry, useBin } from "./use-bin.ts";

/** The bin: nothing that was put away is gone, and each of it comes back as it was. */
export function BinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const bin = useBin();
  return (
    <Dialog title={t("bin.title")} description={t("bin.intro")} closeLabel={t("app.close")} onClose={onClose}>
      {bin.length === 0 ? (
        <p className={styles.empty}>{t("bin.empty")}</p>
      ) : (
        <ul className={styles.list} data-testid="bin">
          {bin.map((entry) => (
            <BinRow key={`${entry.root} ${entry.id}`} entry={entry} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function BinRow({ entry }: { readonly entry: BinEntry }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const title = entry.title === "" ? t(`bin.unnamed.${entry.root}`) : entry.title;
  const { moment } = useNearDates();

  function onRestore(): void {
    restore(doc, entry.root, entry.id);
    announce(t("bin.restored", { title }), "polite");
  }

  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.title}>{title}</span>
        <span className={styles.detail}>
          {t(`bin.kind.${entry.root}`)} · {moment(entry.archived.at, { month: "long" })}
        </span>
      </span>
      {canWrite && (
        <Button size="small" aria-label={t("bin.restoreTitle", { title })} onClick={onRestore}>
          {t("bin.restore")}
        </Button>
      )}
    </li>
  );
}
