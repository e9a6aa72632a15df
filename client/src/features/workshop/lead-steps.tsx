import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ChangeAgenda } from "./change-agenda.tsx";
import styles from "./lead.module.css";
import { Section } from "./section.tsx";
import { stepTitle } from "./step-title.ts";
import { useTell } from "./use-workshop.ts";

/** All steps; one can go to any of them, and change those to come. */
export function LeadSteps({ now }: { readonly now: WorkshopNow }): ReactNode {
  const { t } = useTranslation();
  const { session, index } = now;
  const tell = useTell(session.id);
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t("leading.steps.label")}>
      <ol className={styles.steps}>
        {session.steps.map((step, at) => (
          <li key={step.id} aria-current={at === index ? "step" : undefined}>
            <button
              type="button"
              className={styles.step}
              disabled={at === index}
              onClick={() => tell({ type: "session.goto", step: step.id })}
            >
              <span className={styles.stepMark} aria-hidden>
                {at < index ? <Check size={14} /> : at + 1}
              </span>
              <span className="visually-hidden">{t("leading.steps.goTo")}</span>
              <span className={styles.stepName}>{stepTitle(t, step)}</span>
              {step.minutes > 0 && (
                <span className={styles.note}>{t("leading.steps.minutes", { count: step.minutes })}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <Button size="small" onClick={() => setChanging(true)}>
        {t("leading.steps.change")}
      </Button>
      {isChanging && <ChangeAgenda now={now} onClose={() => setChanging(false)} />}
    </Section>
  );
}
