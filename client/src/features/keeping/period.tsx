import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { nowMs } from "../../plan/clock.ts";
import { giveNow } from "../../plan/give-now.ts";
import { useJournal } from "../../plan/journal.ts";
import { clearPast } from "../../sync/past-api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./keeping.module.css";

const DAY_MS = 86_400_000;
/** What is offered, in days, beside always and not at all; each whole years or months of 30 days. */
const OFFERED = [2_557, 1_826, 730, 365, 180, 90, 30] as const;
const YEARS = new Map<number, number>([
  [2_557, 7],
  [1_826, 5],
  [730, 2],
  [365, 1],
]);

function useDay(): (at: number) => string {
  const { i18n } = useTranslation();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const format = dateFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  return (at) => format.format(at);
}

function usePeriodWords(): (days: number) => string {
  const { t } = useTranslation();
  return (days) => {
    const years = YEARS.get(days);
    if (years !== undefined) return t("keeping.period.years", { count: years });
    if (days % 30 === 0 && days > 30) return t("keeping.period.months", { count: days / 30 });
    return t("keeping.period.days", { count: days });
  };
}

/** How long the past is kept now, who said so, and what went. */
export function Period(): ReactNode {
  const { t } = useTranslation();
  const { retention, trimmed, members } = useJournal();
  const [day, words] = [useDay(), usePeriodWords()];
  const days = retention?.days ?? null;
  const now =
    days === null
      ? t("keeping.period.now_always")
      : days === 0
        ? t("keeping.period.now_none")
        : t("keeping.period.now_days", { period: words(days) });
  const name = retention === null ? null : members.get(retention.by)?.name;
  return (
    <>
      <p>
        <strong>{now}</strong>
      </p>
      {retention !== null && (
        <p className={styles.note}>
          {t("keeping.period.setBy", { name: name ?? t("discussion.somebody"), date: day(retention.at) })}
          {trimmed === null ? "" : ` ${t("keeping.period.trimmed", { date: day(trimmed.before) })}`}
        </p>
      )}
      <p className={styles.note}>{t("keeping.period.goes")}</p>
      <p className={styles.note}>{t("keeping.period.stays")}</p>
    </>
  );
}

const ALWAYS = "always";

/** Sets how long the past is kept, after saying what goes with that, and lets it go now. */
export function PeriodForm(): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const { retention } = useJournal();
  const [day, words] = [useDay(), usePeriodWords()];
  const now = retention?.days ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const value = chosen ?? String(now ?? ALWAYS);
  const days = value === ALWAYS ? null : Number(value);
  const isChanged = days !== now;
  const isShorter = days !== null && (now === null || days < now);
  const offered = [...new Set([...OFFERED, ...(now === null || now === 0 ? [] : [now])])];

  async function done(answer: boolean | string | null, words: string): Promise<void> {
    setBusy(false);
    if (answer === true) showToast(words);
    else setProblem(answer === false || answer === null ? t("keeping.failed") : answer);
  }

  async function set(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const answer = await giveNow(connection, { type: "retention.set", days });
    const isDone = answer !== "unsaved" && answer.ok;
    if (isDone) setChosen(null);
    await done(
      isDone || (answer === "unsaved" ? null : answer.ok ? true : answer.failure.title),
      t("keeping.period.done"),
    );
  }

  async function clear(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await clearPast(connection.planId);
    const words = answer.ok && answer.value ? t("keeping.period.cleared") : t("keeping.period.nothing");
    await done(answer.ok || answer.failure.title, words);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void set(event)}>
      <SelectField
        label={t("keeping.period.label")}
        value={value}
        options={[
          { value: ALWAYS, label: t("keeping.period.always") },
          ...offered.toSorted((a, b) => b - a).map((each) => ({ value: String(each), label: words(each) })),
          { value: "0", label: t("keeping.period.none") },
        ]}
        onChange={setChosen}
      />
      {isChanged && isShorter && (
        <p className={styles.warning}>
          {days === 0
            ? t("keeping.period.consequenceNone")
            : t("keeping.period.consequence", { date: day(nowMs() - days * DAY_MS) })}
        </p>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.actions}>
        <Button variant="primary" type="submit" disabled={isBusy || !isChanged}>
          {t("keeping.period.set")}
        </Button>
        {now !== null && !isChanged && (
          <Button disabled={isBusy} onClick={() => void clear()}>
            {t("keeping.period.clear")}
          </Button>
        )}
      </div>
      {now !== null && !isChanged && <p className={styles.note}>{t("keeping.period.clearHelp")}</p>}
    </form>
  );
}
