import { REASON_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { give, useJournal } from "../../plan/journal.ts";
import { type OwnChange, ownChangeOf } from "../../plan/own-changes.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./reason.module.css";
import { useOwnChange, useValueWords } from "./use-own-change.ts";

/** Asks why, in a line that may be passed over, after one's own change of a date, the phase or the status; and what was answered before. */
export function ReasonField({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const own = useOwnChange();
  const { explanations, members } = useJournal();
  const language = useLanguage();
  const valueOf = useValueWords();
  const mine = explanations.filter(({ activity }) => activity === activityId).toReversed();
  return (
    <>
      {own?.change.activity === activityId ? (
        <ReasonForm
          key={`${own.change.field} ${own.change.to}`}
          change={own.change}
          question={PROMPTS.activity.reason.help[language]}
        />
      ) : null}
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

/** One line in which to say why, kept with who and what; passing it over is as good. Escape passes it over too. */
export function ReasonForm({
  change,
  question,
}: {
  readonly change: OwnChange;
  readonly question: string;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
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
        {question}
      </label>
      <input
        id={id}
        type="text"
        className={styles.field}
        value={reason}
        maxLength={REASON_MAX_LENGTH}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          done();
        }}
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
