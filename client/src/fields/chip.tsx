import { X } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./chips.module.css";

/** Something chosen, with a way to take it away when `onRemove` is given. */
export function Chip({
  label,
  note,
  removeLabel,
  onRemove,
}: {
  readonly label: string;
  readonly note?: string;
  readonly removeLabel: string;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  return (
    <li className={styles.chip}>
      <span className={styles.chipText} title={note === undefined ? label : `${label} (${note})`}>
        {label}
      </span>
      {onRemove === null ? null : (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
