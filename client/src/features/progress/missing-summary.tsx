import { SEVERITIES } from "@planwand/shared/checks/rules.ts";
import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useFindings } from "../../plan/findings.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./missing-summary.module.css";

/** How much the plan still lacks, by how much it asks. */
export function MissingSummary(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const findings = useFindings();
  if (findings === null) return null;
  return (
    <section className={styles.missing} aria-labelledby="missing-head" data-testid="missing-summary">
      <h4 id="missing-head" className={styles.heading}>
        <CircleHelp size={18} aria-hidden="true" />
        <Link href={`/plan/${planId}/missing`} className={styles.all}>
          {t("progress.missing.title")}
        </Link>
      </h4>
      {findings.length === 0 ? (
        <p>{t("progress.missing.nothing")}</p>
      ) : (
        <ul className={styles.counts}>
          {SEVERITIES.map((severity) => {
            const count = findings.filter((finding) => finding.severity === severity).length;
            return (
              <li key={severity} data-severity={severity} data-count={count}>
                <strong>{count}</strong> {t(`progress.missing.${severity}`)}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
