import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { spanAround } from "@planwand/shared/views/timeline-dates.ts";
import { CalendarDays } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePhases } from "../plan/hooks.ts";
import { useToday } from "../plan/today.ts";
import { afterPress } from "../ui/after-press.ts";
import { IconButton } from "../ui/button.tsx";
import { announce } from "../ui/live-region.tsx";
import { part } from "../ui/part.ts";
import { Popover } from "../ui/popover.tsx";
import { DateHint } from "./date-hint.tsx";
import styles from "./date-input.module.css";
import { useDayWords } from "./day-words.ts";
import { useShortDays } from "./short-days.ts";
import { useTypedDay } from "./use-typed-day.ts";

const DatePicker = part(async () => (await import("./date-picker.tsx")).DatePicker);

export interface DateInputProps {
  /** Of the box to type in; what labels it has this with `-label` behind it. */
  readonly id: string;
  /** What the field is called. */
  readonly label: string;
  readonly value: LocalDate | null;
  readonly onChange: (value: LocalDate | null) => void;
  /** Whether a day without its year is most likely still to come, or has been. */
  readonly leans?: "ahead" | "back";
  /** Earlier days can be typed, but not picked. */
  readonly min?: LocalDate | undefined;
  /** It cannot be emptied. */
  readonly isRequired?: boolean;
  readonly inPlace?: InPlace;
}

/** For a field that stands where the day itself stood: it has the focus at once and no label beside it. */
interface InPlace {
  /** A key that the field itself does not hold back. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPicked: () => void;
  /** The focus went elsewhere, with nothing left to be mended. */
  readonly onLeft: () => void;
}

/** A day to type, as people write it, or to pick in a month; shown as the language of the page writes it. */
export function DateInput({
  id,
  label,
  value,
  onChange,
  leans = "ahead",
  min,
  isRequired = false,
  inPlace,
}: DateInputProps): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const shortDays = useShortDays();
  const phases = usePhases();
  const input = useRef<HTMLInputElement>(null);
  const today = useToday();
  const write = (day: LocalDate | null): void => {
    onChange(day);
    announce(
      day === null
        ? t("fields.date.cleared", { field: label })
        : t("fields.date.set", { field: label, date: words.whole(day) }),
      "polite",
    );
  };
  const asked = { today, leans, notBefore: min ?? null, period: spanAround(phases) };
  const { typed, change, settle, drop } = useTypedDay(value, write, asked);
  const isWrong = typed !== null && !typed.reading.ok;
  useEffect(() => {
    // A form with a day that is not understood is not sent.
    input.current?.setCustomValidity(isWrong ? t("fields.date.misread.unknown") : "");
  }, [isWrong, t]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // A first Tab out of a cell stays with what is wrong, as Enter does; a second one leaves it.
    const isDone = event.key === "Enter" || (event.key === "Tab" && inPlace && typed?.isLeft === false);
    if (isDone && !settle()) return event.preventDefault();
    if (event.key === "Escape" && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      drop();
    }
    if (event.key === "ArrowDown" && event.altKey) {
      event.preventDefault();
      event.currentTarget.parentElement?.querySelector("button")?.click();
    }
    inPlace?.onKeyDown(event);
  }

  function onBlur({ currentTarget: frame, relatedTarget }: FocusEvent): void {
    if (inPlace === undefined || (relatedTarget instanceof Node && frame.contains(relatedTarget))) return;
    afterPress(() => {
      const isPicking = frame.querySelector("[aria-expanded=true]") !== null;
      if (!isPicking && settle()) inPlace.onLeft();
    });
  }

  const hint = `${id}-hint`;
  return (
    <div className={styles.frame} data-in-place={inPlace !== undefined || undefined} onBlur={onBlur}>
      <div className={styles.box}>
        <input
          ref={input}
          id={id}
          type="text"
          className={styles.input}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required={isRequired}
          placeholder={t("fields.date.example")}
          autoFocus={inPlace !== undefined}
          aria-label={inPlace === undefined ? undefined : label}
          value={typed === null ? shortDays(value) : typed.text}
          aria-invalid={(isWrong && typed.isLeft) || undefined}
          aria-describedby={typed === null ? undefined : hint}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => afterPress(() => void settle())}
        />
        <Popover
          size="content"
          label={t("fields.date.pick", { field: label })}
          trigger={
            <IconButton
              label={t("fields.date.calendar")}
              className={styles.open}
              aria-describedby={inPlace === undefined ? `${id}-label` : undefined}
              onMouseDown={(event) => {
                // What stands in place of a value is there as long as it has the focus.
                if (inPlace !== undefined) event.preventDefault();
              }}
            >
              <CalendarDays size={16} aria-hidden />
            </IconButton>
          }
        >
          {(close) => (
            <DatePicker
              value={value}
              min={min}
              isRequired={isRequired}
              onPick={(day) => {
                drop();
                if (day !== value) write(day);
                close();
                inPlace?.onPicked();
              }}
            />
          )}
        </Popover>
      </div>
      {typed === null ? null : (
        <DateHint id={hint} reading={typed.reading} isLeft={typed.isLeft} value={value} />
      )}
    </div>
  );
}
