import { type Proposal, type UnknownWord, wordKey } from "@planwand/shared/exchange/proposal.ts";
import { schoolYearOf, yearOfMonth } from "@planwand/shared/dates/school-year.ts";
import { readDate } from "@planwand/shared/exchange/read-date.ts";
import { NO_YEAR } from "@planwand/shared/exchange/read-period.ts";
import { SHEETS } from "@planwand/shared/exchange/sheets.ts";
import { isLocalDate, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortDays } from "../../fields/short-days.ts";
import { languageOf } from "../../i18n/setup.ts";
import { useToday } from "../../plan/today.ts";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./importing.module.css";
import { withSaid } from "./said-word.ts";
import type { Proposing } from "./use-proposal.ts";

/** Of more than these the rows tell. */
const MOST = 12;

/** Whether a word stands in a column of days. */
export function isOfDays({ sheet, column }: UnknownWord): boolean {
  return SHEETS[sheet].columns.find(({ key }) => key === column)?.kind === "date";
}

/** What people write for a day that no calendar has, such as *vóór de kerstvakantie*: which day is meant can be said here. */
export function UnknownDays({
  proposal: { words },
  proposing: { choices, choose },
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
}): ReactNode {
  const { t } = useTranslation();
  const days = words.filter(isOfDays);
  if (days.length === 0) return null;
  return (
    <details className={styles.part} open>
      <summary>{t("importing.days.title", { count: days.length })}</summary>
      <div className={`${styles.columns} ${styles.days}`}>
        {days.slice(0, MOST).map((asked) => (
          <UnknownDay
            key={wordKey(asked.sheet, asked.column, asked.word)}
            asked={asked}
            schoolYear={choices.schoolYear ?? null}
            onSay={(day) => choose({ words: withSaid(choices.words, asked, day ?? undefined) })}
          />
        ))}
      </div>
    </details>
  );
}

/** A day to type: a file may be read before there is a plan, and with it a calendar. */
function UnknownDay({
  asked: { sheet, column, word, count, choice },
  schoolYear,
  onSay,
}: {
  readonly asked: UnknownWord;
  readonly schoolYear: number | null;
  readonly onSay: (value: LocalDate | null) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const shortDays = useShortDays();
  const today = useToday();
  // Without a year it is a day of the school year that was chosen, or of this one.
  const dayIn = (text: string): LocalDate | null => {
    const read = readDate(text, (month) => yearOfMonth(schoolYear ?? schoolYearOf(today), month));
    return read === null || read === NO_YEAR ? null : read.last;
  };
  const said = typeof choice === "string" && isLocalDate(choice) ? choice : null;
  const [typed, setTyped] = useState(shortDays(said));
  const [isLeft, setLeft] = useState(true);
  const isWrong = isLeft && typed.trim() !== "" && dayIn(typed) === null;
  const heading = SHEETS[sheet].columns.find(({ key }) => key === column)?.heading;
  return (
    <TextField
      label={t("importing.words.means", { column: heading?.[languageOf(i18n.language)] ?? "", word, count })}
      autoComplete="off"
      placeholder={t("fields.date.example")}
      value={typed}
      error={isWrong ? t("fields.date.misread.unknown") : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
      }}
      onBlur={() => {
        setLeft(true);
        const day = dayIn(typed);
        if (day !== null) setTyped(shortDays(day));
        if (day !== said) onSay(day);
      }}
    />
  );
}
