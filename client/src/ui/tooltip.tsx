import { type KeyboardEvent, type ReactNode, useState } from "react";
import styles from "./tooltip.module.css";

/**
 * Words below `children` while it is pointed at or has focus; Escape hides them. They repeat what `children` is called, so a
 * screen reader need not hear them.
 */
export function Tooltip({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}): ReactNode {
  const [isShown, show] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") show(false);
  };
  return (
    <span
      className={styles.anchor}
      role="none"
      onPointerEnter={() => show(true)}
      onPointerLeave={() => show(false)}
      onFocus={() => show(true)}
      onBlur={() => show(false)}
      onKeyDown={onKeyDown}
    >
      {children}
      {isShown && (
        <span className={styles.tooltip} aria-hidden>
          {text}
        </span>
      )}
    </span>
  );
}
