import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Goal } from "@planwand/shared/plan/schema.ts";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { useNamelessRow } from "../../fields/use-nameless.ts";
import { archive } from "../../plan/archive.ts";
import { moveTo } from "../../plan/edit-entry.ts";
import { useActivities, useGoals } from "../../plan/hooks.ts";
import { addNameless } from "../../plan/nameless.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./goals.module.css";

/** The measurable goals, each with its measure, where it began, where it must go and where it is, and who works on it. */
export function GoalList({ onOpenActivity }: { readonly onOpenActivity: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const goals = useGoals();
  const language = useLanguage();
  return (
    <section className={styles.section} aria-label={t("goals.goals")} data-testid="goals">
      <h3 className={styles.heading}>{t("goals.goals")}</h3>
      <p className={styles.help}>{PROMPTS.plan.goals.help[language]}</p>
      {goals.length === 0 ? <p className={styles.none}>{t("goals.noGoals")}</p> : null}
      <ol className={styles.list}>
        {goals.map((goal, at) => (
          <GoalItem key={goal.id} goal={goal} at={at} total={goals.length} onOpenActivity={onOpenActivity} />
        ))}
      </ol>
      {canWrite ? (
        <Button
          className={styles.add ?? ""}
          onClick={() => addNameless(doc, "goals", { title: "" }, actor.id)}
        >
          <Plus aria-hidden />
          {t("goals.addGoal")}
        </Button>
      ) : null}
    </section>
  );
}

const FACTS = ["measure", "baseline", "target", "actual"] as const;

function GoalItem({
  goal,
  at,
  total,
  onOpenActivity,
}: {
  readonly goal: Goal;
  readonly at: number;
  readonly total: number;
  readonly onOpenActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const tellGone = useTellGone();
  const { id } = goal;
  const texts = useMemo(() => {
    const line = (field: (typeof FACTS)[number] | "title") => lineOf(doc, { root: "goals", id, field });
    return {
      title: line("title"),
      measure: line("measure"),
      baseline: line("baseline"),
      target: line("target"),
      actual: line("actual"),
    };
  }, [doc, id]);
  const row = useRef<HTMLLIElement>(null);
  useNamelessRow(row, id);
  const linked = useActivities().filter((card) => card.goals.includes(id));
  const name = goal.title || t("goals.untitled");
  const remove = (): void => {
    archive(doc, "goals", [id], actor.id);
    tellGone({ gone: [{ root: "goals", id }], title: name });
  };
  return (
    <li ref={row} className={styles.goal} data-goal-item={id} data-goal={id} data-entry={id}>
      <div className={styles.goalHead}>
        <LineField
          field="goal-title"
          text={texts.title}
          value={goal.title}
          label={t("goals.goal", { number: at + 1 })}
          placeholder={t("goals.goalHelp")}
          size="title"
        />
        {canWrite ? (
          <span className={styles.tools}>
            <IconButton
              label={t("goals.up", { name })}
              size="small"
              disabled={at === 0}
              onClick={() => moveTo(doc, "goals", id, at - 1)}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={t("goals.down", { name })}
              size="small"
              disabled={at === total - 1}
              onClick={() => moveTo(doc, "goals", id, at + 1)}
            >
              <ArrowDown aria-hidden />
            </IconButton>
            <IconButton label={t("goals.remove", { name })} size="small" onClick={remove}>
              <Trash2 aria-hidden />
            </IconButton>
          </span>
        ) : null}
      </div>
      <div className={styles.facts}>
        {FACTS.map((field) => (
          <div key={field} className={styles.fact}>
            <span className={styles.label}>{t(`goals.${field}`)}</span>
            <LineField
              field={`goal-${field}`}
              text={texts[field]}
              value={goal[field]}
              label={t("goals.factOf", { fact: t(`goals.${field}`), name })}
              placeholder={t(`goals.${field}Help`)}
            />
          </div>
        ))}
      </div>
      <p className={styles.label}>{t("goals.linked", { count: linked.length })}</p>
      <ul className={styles.links}>
        {linked.map((card) => (
          <li key={card.id}>
            <button type="button" className={styles.link} onClick={() => onOpenActivity(card.id)}>
              {`${card.title || t("board.untitled")} · ${t(`board.status.${card.status}`)}`}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
