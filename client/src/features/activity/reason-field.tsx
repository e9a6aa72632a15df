import { REASON_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type FormEvent, type ReactNode, useId, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { usePhases } from "../../plan/hooks.ts";
import { give, useJournal } from "../../plan/journal.ts";
import { type OwnChange, ownChangeOf } from "../../plan/own-changes.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./reason.module.css";

/** Asks why, in a line that may be passed over, after one's own change of a date, the phase or the status; and what was answered before. */
export function ReasonField({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const store = ownChangeOf(doc);
  const change = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { explanations, members } = useJournal();
  const valueOf = useValueWords();
  const mine = explanations.filter(({ activity }) => activity === activityId).toReversed();
  return (
    <>
      {change?.activity === activityId ? <Ask key={`${change.field} ${change.to}`} change={change} /> : null}
      {mine.length === 0 ? null : (
        <details className={styles.past}>
          <summary>{t("activity.reasons.past", { count: mine.length })}</summary>
          <ul>
            {mine.map((one) => (
              <li key={one.seq}>
                {t("activity.reasons.entry", {
                  field: t(`activity.reasons.fields.${one.field}`),
                  from: valueOf(one.field, one.from),
                  to: valueOf(one.field, one.to),
                  reason: one.reason,
                  name: members.get(one.by)?.name ?? t("discussion.somebody"),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Ask({ change }: { readonly change: OwnChange }): ReactNode {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
  const language = useLanguage();
  const id = useId();
  const [reason, setReason] = useState("");
  const done = (): void => ownChangeOf(doc).set(null);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === "") return;
    give(connection, { type: "change.explain", ...change, reason: reason.trim() });
    done();
  };
  return (
    <form className={styles.ask} onSubmit={onSubmit} data-testid="why">
      <label className={styles.label} htmlFor={id}>
        {PROMPTS.activity.reason.help[language]}
      </label>
      <input
        id={id}
        type="text"
        className={styles.field}
        value={reason}
        maxLength={REASON_MAX_LENGTH}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <span className={styles.buttons}>
        <Button size="small" variant="primary" type="submit" disabled={reason.trim() === ""}>
          {t("activity.reasons.keep")}
        </Button>
        <Button size="small" variant="ghost" onClick={done}>
          {t("activity.reasons.skip")}
        </Button>
      </span>
    </form>
  );
}

/** Values in words: a status as people call it, a phase by its name. */
function useValueWords(): (field: OwnChange["field"], value: string) => string {
  const { t } = useTranslation();
  const phases = usePhases();
  return (field, value) => {
    if (value === "") return t("activity.reasons.nothing");
    if (field === "phase") return phases.find(({ id }) => id === value)?.name ?? t("board.unnamedPhase");
    if (field !== "status") return value;
    switch (value) {
      case "idea":
      case "planned":
      case "active":
      case "blocked":
      case "done":
      case "dropped":
        return t(`board.status.${value}`);
      default:
        return value;
    }
  };
}
