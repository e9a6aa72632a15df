import { EXAMPLE_PLAN } from "@planwand/shared/templates/example-plan.ts";
import type { PlanTemplate } from "@planwand/shared/templates/plan-template.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addActivitiesTo } from "../../plan/actions.ts";
import { useDomains, useParties, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { ViewPage } from "../../ui/view-page.tsx";
import { copyOf } from "./copy-of.ts";
import styles from "./example.module.css";

type ExampleActivity = PlanTemplate["activities"][number];

/** The example plan to be read beside one's own; each activity can be taken over into it. */
export function ExampleView(): ReactNode {
  const { t } = useTranslation();
  const [phase, setPhase] = useState(EXAMPLE_PLAN.phases[0]?.id ?? "");
  return (
    <ViewPage title={t("example.title")} intro={t("example.intro")}>
      <SelectField
        label={t("example.phase")}
        value={phase}
        options={EXAMPLE_PLAN.phases.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPhase}
      />
      {EXAMPLE_PLAN.domains.map((domain) => {
        const cards = EXAMPLE_PLAN.activities.filter(
          (card) => card.phase === phase && card.domain === domain.id,
        );
        return cards.length === 0 ? null : (
          <section key={domain.id} className={styles.section} aria-label={domain.name}>
            <h3 className={styles.heading}>{domain.name}</h3>
            <p className={styles.impact}>{domain.impact}</p>
            <ul className={styles.list}>
              {cards.map((card) => (
                <ExampleCard key={card.id} card={card} />
              ))}
            </ul>
          </section>
        );
      })}
    </ViewPage>
  );
}

function ExampleCard({ card }: { readonly card: ExampleActivity }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const phases = usePhases();
  const domains = useDomains();
  const parties = useParties();
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    list.find((entry) => entry.id === id)?.name ?? "";
  const take = (): void => {
    const phase = phases.find(({ name }) => name === nameOf(EXAMPLE_PLAN.phases, card.phase)) ?? phases[0];
    const domain =
      domains.find(({ name }) => name === nameOf(EXAMPLE_PLAN.domains, card.domain)) ?? domains[0];
    if (phase === undefined || domain === undefined) return showToast(t("example.noCell"));
    const activities = [copyOf(card, EXAMPLE_PLAN, parties)];
    addActivitiesTo(doc, { phase: phase.id, domain: domain.id, activities, by: actor.id });
    const words = t("example.taken", { title: card.title, phase: phase.name, domain: domain.name });
    showToast(words);
    announce(words, "polite");
    return undefined;
  };
  return (
    <li className={styles.card}>
      <h4 className={styles.title}>{card.title}</h4>
      <dl className={styles.facts}>
        {(["what", "why", "result", "criterion"] as const).map((field) =>
          card[field] === "" ? null : (
            <div key={field}>
              <dt>{t(`example.${field}`)}</dt>
              <dd>{card[field]}</dd>
            </div>
          ),
        )}
      </dl>
      {canWrite ? (
        <Button size="small" aria-label={`${t("example.take")}: ${card.title}`} onClick={take}>
          {t("example.take")}
        </Button>
      ) : null}
    </li>
  );
}
