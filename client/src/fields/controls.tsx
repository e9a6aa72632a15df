import { type ReactNode, useId } from "react";
import styles from "./control.module.css";
import { DateInput, type DateInputProps } from "./date-input.tsx";
import { useEntry } from "./entry-context.ts";
import { useShortDays } from "./short-days.ts";
import { ShownValue } from "./shown-value.tsx";

/** A date to type or to pick, or as text for whoever may not write it; null for none. */
export function DateControl({
  field,
  ...props
}: Omit<DateInputProps, "id"> & { readonly field: string }): ReactNode {
  const { canWrite } = useEntry();
  const id = useId();
  const shortDays = useShortDays();
  const { label, value } = props;
  if (!canWrite) return <ShownValue field={field} label={label} text={shortDays(value)} />;
  return (
    <div className={styles.cell} data-field={field}>
      <label id={`${id}-label`} className={styles.label} htmlFor={id}>
        {label}
      </label>
      <DateInput {...props} id={id} />
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
