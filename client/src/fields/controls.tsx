import { isLocalDate, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type ReactNode, useId } from "react";
import styles from "./control.module.css";
import { useEntry } from "./entry-context.ts";
import { useNearDates } from "./near-dates.ts";
import { ShownValue } from "./shown-value.tsx";
import { useDraft } from "./use-draft.ts";

/** While a year is typed, the browser gives dates such as 0202-05-01. */
const FIRST_YEAR = "1900-01-01";

/** A date, in the browser's own date control, or as text for whoever may not write it; null for none. */
export function DateControl({
  field,
  label,
  value,
  min,
  onChange,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: LocalDate | null;
  readonly min?: LocalDate | undefined;
  readonly onChange: (value: LocalDate | null) => void;
}): ReactNode {
  const { canWrite } = useEntry();
  const id = useId();
  const draft = useDraft(value ?? "", (typed) => {
    if (typed === "") onChange(null);
    else if (isLocalDate(typed) && typed >= FIRST_YEAR) onChange(typed);
  });
  const dates = useNearDates();
  if (!canWrite)
    return <ShownValue field={field} label={label} text={value === null ? "" : dates.day(value)} />;
  return (
    <div className={styles.cell} data-field={field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.control}
        value={draft.value}
        min={min}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => draft.leave()}
      />
    </div>
  );
}

/** One choice out of a few, in the browser's own list, or as text for whoever may not write it. */
export function ChoiceControl<Value extends string>({
  field,
  label,
  value,
  options,
  isOff = false,
  onChange,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isOff?: boolean;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { canWrite } = useEntry();
  const id = useId();
  if (!canWrite) {
    const chosen = options.find((option) => option.value === value);
    return <ShownValue field={field} label={label} text={chosen?.label ?? ""} />;
  }
  return (
    <div className={styles.cell} data-field={field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value}
        disabled={isOff}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
