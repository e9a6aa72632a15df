import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { dayHere } from "../plan/clock.ts";
import type { MyPlan } from "../sync/my-plans.ts";
import { useNearDates } from "./near-dates.ts";
import { OwnerLink } from "./owner-link.tsx";
import styles from "./sole-owner.module.css";

/** Warns whoever is the last to own these plans, and offers the link to come back by; `onTaken` when there is one of each. */
export function SoleOwner({
  plans,
  warning,
  onTaken,
}: {
  readonly plans: readonly MyPlan[];
  readonly warning: string;
  readonly onTaken: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { day } = useNearDates();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const take = (id: string): void => {
    const now = new Set([...taken, id]);
    setTaken(now);
    if (plans.every(({ plan }) => now.has(plan.id))) onTaken();
  };
  return (
    <section className={styles.warning} aria-label={t("leave.owner.label")} data-testid="sole-owner">
      <p className={styles.words} role="alert">
        <TriangleAlert size={18} aria-hidden />
        <span>{warning}</span>
      </p>
      <ul className={styles.plans}>
        {plans.map(({ plan: { id, title }, ownership }) => {
          const name = title === "" ? t("app.untitledPlan") : title;
          const spare = ownership?.spareLinkAt ?? null;
          return (
            <li key={id} className={styles.plan}>
              <strong>{name}</strong>
              {spare === null ? null : (
                <p className={styles.spare}>{t("leave.owner.spare", { date: day(dayHere(spare)) })}</p>
              )}
              <OwnerLink planId={id} title={name} onTaken={() => take(id)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
