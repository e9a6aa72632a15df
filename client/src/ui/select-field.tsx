import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** A labelled choice out of a list that opens. */
export function SelectField({
  label,
  options,
  onChange,
  ...props
}: Omit<ComponentProps<"select">, "onChange"> & {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        {...props}
        id={id}
        className={styles.input}
        onChange={(event) => onChange(event.currentTarget.value)}
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
