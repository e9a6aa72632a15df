import type { CopyChoices } from "@planwand/shared/copying/choices.ts";
import { copiedBlackouts, type CopiedDate } from "@planwand/shared/copying/copied-dates.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { CalendarOff } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import styles from "./copying.module.css";

/** As many as are shown at first; what a free period pushed on comes before all else. */
const SHOWN = 10;

/** Where each date comes to lie, old and new, those that fall in a free period first. */
export function MovedDates({
  plan,
  dates,
  choices,
}: {
  readonly plan: Plan;
  readonly dates: readonly CopiedDate[];
  readonly choices: CopyChoices | null;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const pushed = dates.filter(({ behind }) => behind !== null);
  const sorted = useMemo(
    () => dates.toSorted((a, b) => Number(a.behind === null) - Number(b.behind === null)),
    [dates],
  );
  const first = useFirstOf(sorted, SHOWN);
  if (choices === null || choices.weeks === 0 || dates.length === 0) return null;
  const count = Math.abs(choices.weeks);
  const byWeeks = choices.weeks > 0 ? t("copying.later", { count }) : t("copying.earlier", { count });
  const hasPeriods = copiedBlackouts(plan, choices).length > 0;
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h3 id={id} className={styles.legend}>
        {t("copying.preview")}
      </h3>
      <p role="status">
        {t("copying.moved", { count: dates.length, weeks: byWeeks })}{" "}
        {pushed.length > 0 && t("copying.pushed", { count: pushed.length })}
      </p>
      {!hasPeriods && <p className={styles.note}>{t("copying.noPeriods")}</p>}
      <ul className={styles.moved}>
        {first.shown.map((date) => (
          <MovedDate key={`${date.id} ${date.field}`} date={date} />
        ))}
      </ul>
      <ShowNext of={first} />
    </section>
  );
}

function MovedDate({ date }: { readonly date: CopiedDate }): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const { of, title, field, from, to, behind } = date;
  return (
    <li className={styles.row} data-testid="moved-date" data-behind={behind === null ? undefined : ""}>
      <span className={styles.what}>
        {title.trim() || t("board.untitled")}
        <span className={styles.kind}>
          {t(`copying.of.${of}`)}, {t(`copying.fields.${field}`)}
        </span>
      </span>
      <span className={styles.when}>
        <time dateTime={from}>{words.wholeShort(from)}</time>
        <span aria-hidden> → </span>
        <span className="visually-hidden">{t("copying.becomes")}</span>
        <time dateTime={to} className={styles.to}>
          {words.wholeShort(to)}
        </time>
      </span>
      {behind !== null && (
        <span className={styles.behind}>
          <CalendarOff size={14} aria-hidden />
          {behind === "" ? t("copying.behindUnnamed") : t("copying.behind", { period: behind })}
        </span>
      )}
    </li>
  );
}
