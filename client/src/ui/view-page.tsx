import type { ReactNode } from "react";
import styles from "./view-page.module.css";

/** A page of a plan beside the wall: what it is, what can be done, and its content, which scrolls. */
export function ViewPage({
  title,
  intro,
  tools,
  isWide = false,
  isFull = false,
  children,
}: {
  readonly title: string;
  /** One sentence on what this page is for. */
  readonly intro: string;
  readonly tools?: ReactNode;
  /** For tables, which take all the room there is. */
  readonly isWide?: boolean;
  /** For what scrolls by itself: the page is as high as the window and no higher. */
  readonly isFull?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div
      className={styles.page}
      data-testid="view"
      data-view-page
      data-wide={isWide || undefined}
      data-full={isFull || undefined}
    >
      <div className={styles.inner} data-wide={isWide || undefined} data-full={isFull || undefined}>
        <header className={styles.head}>
          <div className={styles.words}>
            <h2 className={styles.title}>{title}</h2>
            <p className={styles.intro}>{intro}</p>
          </div>
          {tools === undefined ? null : <div className={styles.tools}>{tools}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

/** What stands where nothing is yet, with what to do about it. */
export function EmptyView({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {children}
    </div>
  );
}
