import { weekNumber } from "@planwand/shared/dates/calendar.ts";
import { blackoutsOn } from "@planwand/shared/views/month.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../plan/entry-lists.ts";
import { announce } from "../ui/live-region.tsx";
import styles from "./date-input.module.css";
import { useDayWords } from "./day-words.ts";
import type { Reading } from "./use-typed-day.ts";

/** A screen reader says what was understood when its listener pauses, not at every letter. */
const PAUSE_MS = 700;

/** Below a day that is typed: which day is understood, what to type, or what is wrong with it. */
export function DateHint({
  id,
  reading,
  isLeft,
  value,
}: {
  readonly id: string;
  readonly reading: Reading;
  /** It was left while it was no day: what is wrong stays, with the day that is kept. */
  readonly isLeft: boolean;
  readonly value: LocalDate | null;
}): ReactNode {
  const sentence = useSentence(reading, isLeft, value);
  useEffect(() => {
    if (isLeft) return undefined;
    const timer = setTimeout(() => announce(sentence, "polite"), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sentence, isLeft]);
  return (
    <p
      id={id}
      className={isLeft ? styles.wrong : styles.hint}
      data-understood={(reading.ok && reading.value !== null) || undefined}
      role={isLeft ? "alert" : undefined}
    >
      {sentence}
    </p>
  );
}

function useSentence(reading: Reading, isLeft: boolean, value: LocalDate | null): string {
  const { t } = useTranslation();
  const words = useDayWords();
  const blackouts = useEntries("blackouts");
  if (reading.ok) {
    if (reading.value === null) return t("fields.date.examples");
    const { day } = reading.value;
    const meant = { date: words.whole(day), week: weekNumber(day) };
    const names = blackoutsOn(day, blackouts).map(({ name }) => name || t("goals.unnamedBlackout"));
    return names.length === 0
      ? t("fields.date.meant", meant)
      : t("fields.date.meantIn", { ...meant, names: names.join(", ") });
  }
  const { refusal } = reading;
  const wrong =
    refusal.reason === "otherWeekday"
      ? t("fields.date.misread.otherWeekday", {
          date: words.day(refusal.day),
          weekday: words.weekday(refusal.day),
        })
      : t(`fields.date.misread.${refusal.reason}`);
  if (!isLeft) return refusal.reason === "unknown" ? t("fields.date.examples") : wrong;
  const kept = value === null ? t("fields.date.keptNone") : t("fields.date.kept", { date: words.day(value) });
  return [wrong, t("fields.date.examples"), kept].join(" ");
}
