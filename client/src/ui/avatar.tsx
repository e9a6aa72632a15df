import type { ReactNode } from "react";
import styles from "./avatar.module.css";
import { initialsOf, readableOn } from "./avatar-text.ts";

/** A person as a coloured disc with initials. Decorative: whoever uses it says the name in words. */
export function Avatar({
  name,
  color,
  size = "medium",
}: {
  readonly name: string;
  readonly color: string;
  readonly size?: "small" | "medium";
}): ReactNode {
  const className = size === "small" ? `${styles.avatar} ${styles.small}` : styles.avatar;
  return (
    <span className={className} style={{ background: color, color: readableOn(color) }} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
