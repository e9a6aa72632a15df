import { Target } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useGoals, useMeta } from "../plan/hooks.ts";
import { usePlanSession } from "../sync/session.tsx";
import styles from "./plan-page.module.css";

/** Where the plan wants to go, in one line above the wall; it leads to the whole of it. */
export function AmbitionStrip(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const { ambition } = useMeta();
  const goals = useGoals();
  return (
    <Link href={`/plan/${planId}/goals`} className={styles.ambition ?? ""} title={ambition}>
      <Target size={15} aria-hidden />
      <span className={styles.ambitionText}>
        <strong>{`${t("app.ambition")}: `}</strong>
        {ambition || t("app.noAmbition")}
      </span>
      <span className={styles.goalCount}>{t("app.goals", { count: goals.length })}</span>
    </Link>
  );
}
