import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { buttonClass } from "../../ui/button.tsx";
import { MinutesLinks } from "./minutes-links.tsx";
import styles from "./participant.module.css";

/** A session that is over, on the screen of who took part: thanks, its minutes, and the wall. */
export function ClosedSession({
  planId,
  session,
}: {
  readonly planId: string;
  readonly session: Session;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.quiet} data-testid="session-closed">
      <h1>{t("takingPart.closed.title")}</h1>
      <p>{t("takingPart.closed.text")}</p>
      <MinutesLinks planId={planId} session={session} />
      <Link href={`/plan/${planId}`} className={buttonClass({ variant: "ghost", size: "large" })}>
        {t("takingPart.closed.wall")}
      </Link>
    </div>
  );
}
