import { CopyPlus, RotateCcw, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { nowMs } from "../../plan/clock.ts";
import { hiddenPlans, hidePlan, type RememberedPlan, rememberedPlans } from "../../sync/device-memory.ts";
import { isSoleOwner, type MyPlan, useMyPlans } from "../../sync/my-plans.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { focusSoon } from "../../ui/focus.ts";
import { showToast } from "../../ui/toaster.tsx";
import { ForgetDialog } from "./forget-dialog.tsx";
import styles from "./start-page.module.css";

/** As many as are shown at first. */
const SHOWN = 6;

/** The plans that were opened on this device, last opened first, and those that were taken off that list; nothing when there are none. */
export function RecentPlans({ onCopy }: { readonly onCopy: (planId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [{ plans, hidden }, setLists] = useState(readLists);
  const [asked, ask] = useState<MyPlan | null>(null);
  const first = useFirstOf(plans, SHOWN);
  const mine = useMyPlans(plans.some(({ role }) => role === "owner"));
  if (plans.length === 0 && hidden.length === 0) return null;

  const titleOf = ({ title }: Pick<RememberedPlan, "title">): string => title || t("app.untitledPlan");

  function hide(planId: string, title: string): void {
    hidePlan(planId, nowMs());
    setLists(readLists());
    showToast(t("start.forgotten", { title }), { label: t("undo.undo"), run: () => show(planId) });
  }

  function show(planId: string): void {
    hidePlan(planId, null);
    setLists(readLists());
    focusSoon(() => document.querySelector<HTMLElement>(`[data-recent="${CSS.escape(planId)}"] a`));
  }

  function onForget(plan: RememberedPlan): void {
    const known = mine === null || mine === "unknown" ? [] : mine;
    const alone = known.find(({ plan: { id } }) => id === plan.planId);
    if (alone !== undefined && isSoleOwner(alone)) ask(alone);
    else hide(plan.planId, titleOf(plan));
  }

  return (
    <section aria-labelledby="recent-plans">
      <h2 id="recent-plans" className={styles.smallHeading}>
        {t("start.recent")}
      </h2>
      <ul className={styles.recent}>
        {first.shown.map((plan) => (
          <li key={plan.planId} className={styles.recentPlan} data-recent={plan.planId}>
            <PlanLink plan={plan} />
            <IconButton
              size="small"
              label={t("start.copy", { title: titleOf(plan) })}
              onClick={() => onCopy(plan.planId)}
            >
              <CopyPlus aria-hidden />
            </IconButton>
            <IconButton
              size="small"
              label={t("start.forget", { title: titleOf(plan) })}
              onClick={() => onForget(plan)}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <ShowNext of={first} />
      {hidden.length === 0 ? null : (
        <details className={styles.hidden} data-testid="hidden-plans">
          <summary>{t("start.hidden", { count: hidden.length })}</summary>
          <ul className={styles.recent}>
            {hidden.map((plan) => (
              <li key={plan.planId} className={styles.recentPlan}>
                <PlanLink plan={plan} />
                <Button
                  size="small"
                  aria-label={t("start.showAgainOf", { title: titleOf(plan) })}
                  onClick={() => show(plan.planId)}
                >
                  <RotateCcw aria-hidden />
                  {t("start.showAgain")}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked === null ? null : (
        <ForgetDialog
          plan={asked}
          onForget={() => {
            ask(null);
            hide(asked.plan.id, titleOf(asked.plan));
          }}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}

function readLists(): {
  readonly plans: readonly RememberedPlan[];
  readonly hidden: readonly RememberedPlan[];
} {
  return { plans: rememberedPlans(), hidden: hiddenPlans(nowMs()) };
}

function PlanLink({ plan }: { readonly plan: RememberedPlan }): ReactNode {
  const { t, i18n } = useTranslation();
  const date = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return (
    <Link href={`/plan/${plan.planId}`} className={styles.recentLink ?? ""}>
      <span className={styles.recentTitle}>{plan.title === "" ? t("app.untitledPlan") : plan.title}</span>
      <span className={styles.recentFacts}>
        {t(`people.roles.${plan.role}`)}, {t("start.openedOn", { date: date.format(plan.openedAt) })}
      </span>
    </Link>
  );
}
