import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** One of the things that can be chosen; with `help` the choices are shown as cards. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly help?: string;
}

/** One choice out of a few, all in sight. */
export function ChoiceField<Value extends string>({
  label,
  help,
  error,
  choices,
  value,
  onChange,
}: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const id = useId();
  const hasHelp = choices.some((choice) => choice.help !== undefined);
  return (
    <fieldset
      className={styles.field}
      data-mistake={error === undefined ? undefined : ""}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className={styles.label}>{label}</legend>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      <div className={hasHelp ? styles.cards : styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.help !== undefined && <span className={styles.choiceHelp}>{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
