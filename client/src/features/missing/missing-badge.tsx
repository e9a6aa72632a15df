import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useChecked } from "../../plan/checked.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./missing-badge.module.css";

/** How much the plan still needs, and the way to it. */
export function MissingBadge({ isHere }: { readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const state = useChecked();
  if (state === null) return null;
  const count = state.findings.filter(({ severity }) => severity === "M").length;
  const label = t("missing.badge", { count });
  return (
    <Link
      href={`/plan/${planId}/missing`}
      className={styles.badge ?? ""}
      aria-label={label}
      title={label}
      aria-current={isHere ? "page" : undefined}
      data-testid="missing-badge"
      data-done={count === 0 || undefined}
    >
      <ListChecks size={17} aria-hidden />
      <span aria-hidden className={styles.badgeCount}>
        {count > 99 ? "99+" : count}
      </span>
    </Link>
  );
}
