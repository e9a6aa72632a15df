import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { buttonClass } from "../ui/button.tsx";
import styles from "./attention-mark.module.css";
import { useNewsCount } from "./use-news.ts";

/** The way to what is new, with a dot when something is. */
export function AttentionMark(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const count = useNewsCount();
  const label = count === 0 ? t("attention.mark.none") : t("attention.mark.some", { count });
  return (
    <Link
      href={`/plan/${planId}/attention`}
      className={`${buttonClass({ variant: "ghost" })} ${styles.mark ?? ""}`}
      aria-label={label}
      title={label}
      data-testid="attention-mark"
      data-new={count > 0 || undefined}
    >
      <Bell aria-hidden />
    </Link>
  );
}
