import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Phase } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { DateControl } from "../../fields/controls.tsx";
import controls from "../../fields/control.module.css";
import { useLanguage } from "../../fields/field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { setField } from "../../plan/edit-entry.ts";
import { useActivities, usePhases } from "../../plan/hooks.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./goals.module.css";

/** What each phase is for and when it runs; cards with dates outside it are counted. */
export function PhaseList(): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  return (
    <section className={styles.section} aria-label={t("goals.phases")}>
      <h3 className={styles.heading}>{t("goals.phases")}</h3>
      <p className={styles.help}>{t("goals.phasesHelp")}</p>
      <ol className={styles.list}>
        {phases.map((phase) => (
          <PhaseItem key={phase.id} phase={phase} />
        ))}
      </ol>
    </section>
  );
}

function PhaseItem({ phase }: { readonly phase: Phase }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const language = useLanguage();
  const { id, start, end } = phase;
  const goal = useMemo(() => lineOf(doc, { root: "phases", id, field: "goal" }), [doc, id]);
  const name = phase.name || t("board.unnamedPhase");
  const outside = useActivities().filter(
    (card) =>
      card.place[0] === id &&
      ((start !== null && card.start !== null && card.start < start) ||
        (end !== null && card.end !== null && card.end > end)),
  ).length;
  return (
    <li className={styles.goal} data-phase-item={id}>
      <h4 className={styles.name}>{name}</h4>
      <LineField
        field={`phase-goal-${id}`}
        text={goal}
        value={phase.goal}
        label={t("goals.phaseGoal", { name })}
        placeholder={PROMPTS.phase.goal.help[language]}
      />
      <div className={controls.planning}>
        <DateControl
          field={`phase-start-${id}`}
          label={t("goals.phaseStart", { name })}
          value={start}
          onChange={(date) => setField(doc, "phases", id, "start", date)}
        />
        <DateControl
          field={`phase-end-${id}`}
          label={t("goals.phaseEnd", { name })}
          value={end}
          min={start ?? undefined}
          onChange={(date) => setField(doc, "phases", id, "end", date)}
        />
      </div>
      {start !== null && end !== null && end < start ? (
        <p className={controls.warning} role="status">
          {t("activity.endBeforeStart")}
        </p>
      ) : null}
      {outside === 0 ? null : <p className={styles.help}>{t("goals.outside", { count: outside })}</p>}
    </li>
  );
}
