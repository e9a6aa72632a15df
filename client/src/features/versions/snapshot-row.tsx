import { may, mayInvite } from "@planwand/shared/access/policy.ts";
import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { pastName } from "../../sync/past-name.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import styles from "./versions.module.css";

/** What can be asked for a snapshot, in a window of its own. */
export type SnapshotDeed = "adopt" | "restore" | "share";

/** One moment: what it is called, what it was adopted as, and what can be done with it. */
export function SnapshotRow({
  snapshot,
  onCompare,
  onAsk,
}: {
  readonly snapshot: Snapshot;
  readonly onCompare: () => void;
  readonly onAsk: (deed: SnapshotDeed) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { role, canWrite, connection } = usePlanSession();
  const words = useSnapshotWords();
  const { id, reason, adopted, contentHash } = snapshot;
  const title = words.title(snapshot);
  const deeds: readonly (readonly [SnapshotDeed, boolean])[] = [
    ["adopt", may(role, "version.adopt") && adopted === null],
    ["restore", may(role, "snapshot.take") && canWrite],
    ["share", mayInvite(role, "viewer")],
  ];
  return (
    <li className={styles.row} data-testid="snapshot">
      <div className={styles.facts}>
        <h3 className={styles.name}>
          {title}
          {adopted === null ? null : (
            <span className={styles.tag}>{t("versions.versionTag", { version: adopted.version })}</span>
          )}
        </h3>
        <p className={styles.line}>{words.byLine(snapshot)}</p>
        {adopted === null ? null : <p className={styles.adopted}>{words.adoptedLine(adopted)}</p>}
        {[reason, adopted?.remark ?? ""].map((text) =>
          text === "" ? null : (
            <p key={text} className={styles.line}>
              {text}
            </p>
          ),
        )}
        {adopted === null ? null : (
          <p className={styles.hash}>{t("versions.hash", { hash: contentHash.slice(0, 16) })}</p>
        )}
      </div>
      <div className={styles.buttons}>
        <Link
          href={`/plan/${pastName(connection.planId, id)}`}
          className={buttonClass({ size: "small" })}
          aria-label={t("versions.openOf", { title })}
        >
          {t("versions.open")}
        </Link>
        <Button size="small" aria-label={t("versions.compareNowOf", { title })} onClick={onCompare}>
          {t("versions.compareNow")}
        </Button>
        {deeds.map(([deed, isThere]) =>
          isThere ? (
            <Button
              key={deed}
              size="small"
              variant="ghost"
              aria-label={t(`versions.${deed}Of`, { title })}
              onClick={() => onAsk(deed)}
            >
              {t(`versions.${deed}`)}
            </Button>
          ) : null,
        )}
      </div>
    </li>
  );
}
