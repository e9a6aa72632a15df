import { X } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./chips.module.css";

/** Something chosen, with a way to take it away when `onRemove` is given. */
export function Chip({
  label,
  note,
  isStruck = false,
  isWarning = false,
  removeLabel,
  onRemove,
}: {
  readonly label: string;
  readonly note?: string;
  /** It no longer counts. */
  readonly isStruck?: boolean;
  /** Something is wrong with it, and the note says what: it is shown, not only told on pointing. */
  readonly isWarning?: boolean;
  readonly removeLabel: string;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  return (
    <li className={styles.chip} data-warning={isWarning || undefined}>
      <span
        className={styles.chipText}
        data-struck={isStruck || undefined}
        title={note === undefined ? label : `${label} (${note})`}
      >
        {label}
        {isWarning && note !== undefined ? <em className={styles.chipNote}>{note}</em> : null}
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
