import { type Part, sizeOf } from "@planwand/shared/views/progress.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedCard } from "../../plan/placed.ts";
import { Marks } from "./marks.tsx";
import styles from "./parts-table.module.css";
import { filled, usePartWords } from "./use-part-words.ts";

/** How far each goal, or what each party carries out, is: a bar, its number, and how many activities that is. */
export function PartsTable({
  title,
  help,
  parts,
  nameOf,
  none,
  kind,
}: {
  readonly title: string;
  readonly help: string;
  readonly parts: readonly Part<PlacedCard>[];
  readonly nameOf: (id: string) => string;
  /** What those of nobody, or of no goal, are called. */
  readonly none: string;
  readonly kind: "goal" | "party";
}): ReactNode {
  const { t } = useTranslation();
  const words = usePartWords();
  const headId = useId();
  const shown = parts.filter(({ rollUp, id }) => sizeOf(rollUp) > 0 || (kind === "goal" && id !== null));
  return (
    <section className={styles.section} aria-labelledby={headId}>
      <h3 id={headId} className={styles.heading}>
        {title}
      </h3>
      <p className={styles.help}>{help}</p>
      <table className={styles.table} data-testid={`by-${kind}`}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t("progress.progress")}</th>
            <th scope="col">{t("progress.activities")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, rollUp }) => (
            <tr key={id ?? ""} data-part={id ?? ""}>
              <th scope="row" data-none={id === null || undefined}>
                {id === null ? none : nameOf(id)}
              </th>
              <td className={styles.measure}>
                <span className={styles.track} data-ink aria-hidden="true">
                  <span className={styles.fill} style={{ width: `${String(filled(rollUp))}%` }} />
                </span>
                <strong data-percent>{words.percent(rollUp)}</strong>
              </td>
              <td className={styles.count}>
                {words.count(rollUp)}
                <Marks part={rollUp} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
