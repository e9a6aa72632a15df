import { type ReactNode, useId } from "react";
import styles from "./lead.module.css";

/** A part of the panel of who leads, under its own heading. */
export function Section({
  title,
  note = null,
  children,
}: {
  readonly title: string;
  /** A few words beside the heading: a count. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {note === null ? null : <span className={styles.note}>{note}</span>}
      </h3>
      {children}
    </section>
  );
}
