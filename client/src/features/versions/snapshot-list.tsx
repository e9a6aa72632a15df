import { may } from "@planwand/shared/access/policy.ts";
import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import { BookmarkPlus, GitCompareArrows } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { ANOTHER, NOW } from "./compared.ts";
import { AdoptDialog } from "./adopt-dialog.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { type SnapshotDeed, SnapshotRow } from "./snapshot-row.tsx";
import { TakeDialog } from "./take-dialog.tsx";
import styles from "./versions.module.css";

type Asking = { readonly deed: "take" } | { readonly deed: SnapshotDeed; readonly snapshot: Snapshot } | null;

/** What was kept, newest first: what people named and what was adopted, and apart what was kept by itself. */
export function SnapshotList({ onShow }: { readonly onShow: (entry: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  const snapshots = [...useJournal().snapshots.values()].toReversed();
  const [asking, ask] = useState<Asking>(null);
  const mayTake = may(role, "snapshot.take");
  const own = snapshots.filter(({ occasion, adopted }) => occasion === "named" || adopted !== null);
  const automatic = snapshots.filter((one) => !own.includes(one));
  const close = (): void => ask(null);
  const rows = (some: readonly Snapshot[]): ReactNode => (
    <ol className={styles.list}>
      {some.map((snapshot) => (
        <SnapshotRow
          key={snapshot.id}
          snapshot={snapshot}
          onCompare={() => onShow(`${snapshot.id}..now`)}
          onAsk={(deed) => ask({ deed, snapshot })}
        />
      ))}
    </ol>
  );
  return (
    <ViewPage
      title={t("versions.title")}
      intro={t("versions.intro")}
      tools={
        <>
          <Button onClick={() => onShow(`${ANOTHER}..${NOW}`)}>
            <GitCompareArrows aria-hidden />
            {t("versions.withPlan")}
          </Button>
          {mayTake ? (
            <Button variant="primary" onClick={() => ask({ deed: "take" })}>
              <BookmarkPlus aria-hidden />
              {t("versions.take")}
            </Button>
          ) : null}
        </>
      }
    >
      {mayTake ? null : <p className={styles.note}>{t("versions.noRights")}</p>}
      {snapshots.length === 0 ? <EmptyView text={t("versions.empty")} /> : null}
      {own.length === 0 ? null : (
        <section className={styles.section} aria-label={t("versions.own")}>
          {rows(own)}
        </section>
      )}
      {automatic.length === 0 ? null : (
        <details className={styles.section} open={own.length === 0}>
          <summary className={styles.summary}>{t("versions.automatic", { count: automatic.length })}</summary>
          {rows(automatic)}
        </details>
      )}
      {asking?.deed === "take" ? <TakeDialog onClose={close} /> : null}
      {asking?.deed === "adopt" ? <AdoptDialog snapshot={asking.snapshot} onClose={close} /> : null}
      {asking?.deed === "restore" ? <RestoreDialog snapshot={asking.snapshot} onClose={close} /> : null}
      {asking?.deed === "share" ? <LinkDialog snapshot={asking.snapshot} onClose={close} /> : null}
    </ViewPage>
  );
}
