import type { Session } from "@planwand/shared/workshop/session.ts";
import { FileText, History } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { pastName } from "../../sync/past-name.ts";
import { buttonClass } from "../../ui/button.tsx";
import { minutesAddress } from "../../sync/minutes-address.ts";
import styles from "./participant.module.css";

/** The minutes of a closed session, and the plan as it was at its end. */
export function MinutesLinks({
  planId,
  session: { id, closingSnapshot, discardedIdeas },
}: {
  readonly planId: string;
  readonly session: Session;
}): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.stack}>
      {discardedIdeas > 0 && <p>{t("takingPart.closed.discarded", { count: discardedIdeas })}</p>}
      {(["docx", "pdf"] as const).map((format) => (
        <a
          key={format}
          href={minutesAddress(planId, id, format, i18n.language)}
          className={buttonClass({ variant: format === "docx" ? "primary" : "secondary", size: "large" })}
          download
        >
          <FileText aria-hidden />
          {t(format === "docx" ? "takingPart.closed.word" : "takingPart.closed.pdf")}
        </a>
      ))}
      {closingSnapshot !== null && (
        <Link href={`/plan/${pastName(planId, closingSnapshot)}`} className={buttonClass({ size: "large" })}>
          <History aria-hidden />
          {t("takingPart.closed.snapshot")}
        </Link>
      )}
    </div>
  );
}
