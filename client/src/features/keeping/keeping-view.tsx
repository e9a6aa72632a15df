import { may } from "@planwand/shared/access/policy.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { ViewPage } from "../../ui/view-page.tsx";
import { ErasePerson } from "./erase-person.tsx";
import { ErasePlan } from "./erase-plan.tsx";
import styles from "./keeping.module.css";
import { Period, PeriodForm } from "./period.tsx";

/** How long the past of the plan is kept, for everybody to read; an owner sets it, and erases a person or the plan. */
export function KeepingView({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  const isOwner = may(role, "plan.keep");
  return (
    <ViewPage title={t("keeping.title")} intro={t("keeping.intro")}>
      <section className={styles.section} aria-labelledby="keeping-period">
        <h3 id="keeping-period" className={styles.heading}>
          {t("keeping.period.title")}
        </h3>
        <Period />
        {isOwner ? <PeriodForm /> : <p className={styles.note}>{t("keeping.ownersOnly")}</p>}
      </section>
      {isOwner && (
        <>
          <section className={styles.section} aria-labelledby="keeping-person">
            <h3 id="keeping-person" className={styles.heading}>
              {t("keeping.person.title")}
            </h3>
            <ErasePerson onShow={onShow} />
          </section>
          <section className={styles.section} data-danger aria-labelledby="keeping-plan">
            <h3 id="keeping-plan" className={styles.heading}>
              {t("keeping.plan.title")}
            </h3>
            <ErasePlan />
          </section>
        </>
      )}
    </ViewPage>
  );
}
