import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { forgetPlan, type RememberedPlan, rememberedPlans } from "../../sync/device-memory.ts";
import { IconButton } from "../../ui/button.tsx";
import styles from "./start-page.module.css";

/** The plans that were opened on this device, last opened first; nothing when there are none. */
export function RecentPlans(): ReactNode {
  const { t, i18n } = useTranslation();
  const [plans, setPlans] = useState<readonly RememberedPlan[]>(rememberedPlans);
  if (plans.length === 0) return null;
  const date = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

  function forget(planId: string): void {
    forgetPlan(planId);
    setPlans(rememberedPlans());
  }

  return (
    <section aria-labelledby="recent-plans">
      <h2 id="recent-plans" className={styles.smallHeading}>
        {t("start.recent")}
      </h2>
      <ul className={styles.recent}>
        {plans.slice(0, 6).map((plan) => (
          <li key={plan.planId} className={styles.recentPlan}>
            <Link href={`/plan/${plan.planId}`} className={styles.recentLink ?? ""}>
              <span className={styles.recentTitle}>
                {plan.title === "" ? t("app.untitledPlan") : plan.title}
              </span>
              <span className={styles.recentFacts}>
                {t(`people.roles.${plan.role}`)}, {t("start.openedOn", { date: date.format(plan.openedAt) })}
              </span>
            </Link>
            <IconButton
              size="small"
              label={t("start.forget", { title: plan.title })}
              onClick={() => forget(plan.planId)}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
