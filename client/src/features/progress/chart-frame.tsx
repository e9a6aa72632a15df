import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./charts.module.css";

/** The room that a picture has, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** Kept free around what is drawn, for the axes. */
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
  readonly right: number;
}

/** One line of a picture, and how it is called. */
export interface Series {
  readonly name: string;
  readonly mark: string;
}

/** A picture with what it is, what its lines are, and the same in a table. */
export function ChartFrame({
  title,
  summary,
  series,
  heads,
  rows,
  testId,
  children,
}: {
  readonly title: string;
  /** What one sees in it, in a sentence. */
  readonly summary: string;
  readonly series: readonly Series[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly testId: string;
  readonly children: (room: Room) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [headId, summaryId] = [useId(), useId()];
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const { current: element } = box;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(260, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const room = { width, height: 300, left: 44, right: 16, top: 14, bottom: 34 };
  return (
    <section className={styles.figure} aria-labelledby={headId} data-testid={testId}>
      <h3 id={headId} className={styles.heading}>
        {title}
      </h3>
      <p id={summaryId} className={styles.summary}>
        {summary}
      </p>
      <div ref={box} className={styles.box}>
        <svg
          className={styles.picture}
          width={room.width}
          height={room.height}
          role="img"
          aria-labelledby={headId}
          aria-describedby={summaryId}
        >
          {children(room)}
        </svg>
      </div>
      <ul className={styles.legend}>
        {series.map(({ name, mark }) => (
          <li key={mark}>
            <svg width="30" height="10" aria-hidden="true" focusable="false">
              <line className={styles.line} data-mark={mark} x1="0" y1="5" x2="30" y2="5" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <details className={styles.figures}>
        <summary>{t("progress.figures")}</summary>
        <div>
          <table aria-labelledby={headId}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first = "", ...rest]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {rest.map((value, at) => (
                    <td key={heads[at + 1]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
