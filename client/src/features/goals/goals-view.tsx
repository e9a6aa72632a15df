import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { RichField } from "../../fields/rich-field.tsx";
import { useOwnFocus } from "../../fields/use-own-focus.ts";
import { useDomains, useMeta } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { ViewPage } from "../../ui/view-page.tsx";
import { BlackoutList } from "./blackout-list.tsx";
import { GoalList } from "./goal-list.tsx";
import styles from "./goals.module.css";
import { PhaseList } from "./phase-list.tsx";

/** Where the plan wants to go: its ambition, measurable goals, what changes in each domain, and what each phase is for. */
export function GoalsView({ onOpenActivity }: { readonly onOpenActivity: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const meta = useMeta();
  const domains = useDomains();
  const page = useRef<HTMLDivElement>(null);
  useOwnFocus(page, "goals-view");
  const value = useMemo(() => ({ entryId: "goals-view", canWrite }), [canWrite]);
  return (
    <EntryContext value={value}>
      <ViewPage title={t("goals.title")} intro={t("goals.intro")}>
        <div ref={page} className={styles.sections}>
          <section className={styles.section} aria-label={t("goals.ambition")}>
            <RichField
              at={{ root: "meta", id: "meta", field: "ambition" }}
              text={meta.ambition}
              blocks={meta.rich.ambition}
              prompt={PROMPTS.plan.ambition}
            />
          </section>
          <GoalList onOpenActivity={onOpenActivity} />
          <section className={styles.section} aria-label={t("goals.impact")}>
            <h3 className={styles.heading}>{t("goals.impact")}</h3>
            <p className={styles.help}>{t("goals.impactHelp")}</p>
            {domains.map((domain) => (
              <RichField
                key={domain.id}
                at={{ root: "domains", id: domain.id, field: "impact" }}
                text={domain.impact}
                blocks={domain.rich.impact}
                prompt={PROMPTS.domain.impact}
                label={domain.name || t("board.unnamedDomain")}
              />
            ))}
          </section>
          <PhaseList />
          <BlackoutList />
        </div>
      </ViewPage>
    </EntryContext>
  );
}
