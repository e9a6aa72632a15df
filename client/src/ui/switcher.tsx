import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./switcher.module.css";

/** One of a few, side by side, of which one is on. */
export function Switcher<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  /** Null while none of them is. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <div className={styles.switcher} role="group" aria-label={label}>
      {options.map(({ value: own, label: words, icon: Icon }) => (
        <button
          key={own}
          type="button"
          className={styles.option}
          aria-pressed={own === value}
          onClick={() => onChange(own)}
        >
          {Icon === undefined ? null : <Icon size={16} aria-hidden="true" />}
          {words}
        </button>
      ))}
    </div>
  );
}
