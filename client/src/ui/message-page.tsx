import type { ReactNode } from "react";
import styles from "./message-page.module.css";

/** A page that says in plain words what is the matter, and what to do next. */
export function MessagePage({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** The next steps: buttons or links. */
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <div className={styles.icon} aria-hidden>
          {icon}
        </div>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        <div className={styles.actions}>{children}</div>
      </div>
    </main>
  );
}
