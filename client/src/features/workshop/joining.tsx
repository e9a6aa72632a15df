import { CODE_LENGTH } from "@planwand/shared/workshop/code.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useReach } from "../../sync/reach.ts";
import { QrCode } from "../../ui/qr-code.tsx";
import styles from "./beamer.module.css";
import { joiningAddress, joiningLink, spaced } from "./joining-link.ts";

/** How to come in, always in a corner; pressing it, or Q, shows it large. */
export function JoiningCorner({
  code,
  isShowing,
  onToggle,
}: {
  readonly code: string;
  readonly isShowing: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { origin } = useReach();
  return (
    <button
      type="button"
      className={styles.corner}
      aria-keyshortcuts="Q"
      onClick={onToggle}
      data-testid="joining-corner"
    >
      <span className="visually-hidden">{isShowing ? t("beamer.hide") : t("beamer.show")}</span>
      <span className={styles.cornerWords}>
        <span>{joiningAddress(origin)}</span>
        <strong>{spaced(code)}</strong>
      </span>
      <QrCode text={joiningLink(origin, code)} label={t("beamer.qr")} />
    </button>
  );
}

/** The code and its picture as large as the screen allows; smaller where it stands below a question. */
export function JoiningLarge({
  code,
  isBelow = false,
}: {
  readonly code: string;
  readonly isBelow?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { origin, isOnlyHere } = useReach();
  return (
    <div className={styles.joining} data-below={isBelow || undefined} data-testid="joining-large">
      <QrCode text={joiningLink(origin, code)} label={t("beamer.qr")} />
      <div>
        {isBelow ? null : <p className={styles.joinTitle}>{t("beamer.join")}</p>}
        <p className={styles.facts}>{t("beamer.goTo")}</p>
        <p className={styles.joinAddress}>{joiningAddress(origin)}</p>
        <p className={styles.facts}>{t("beamer.code")}</p>
        <p className={styles.joinCode} data-long={code.length > CODE_LENGTH || undefined}>
          {spaced(code)}
        </p>
        {isOnlyHere && <p className={styles.facts}>{t("beamer.localhost")}</p>}
      </div>
    </div>
  );
}
