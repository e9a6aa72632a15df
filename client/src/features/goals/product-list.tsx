import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, usePhases } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./goals.module.css";

/** What the plan delivers: each result, when it counts as ready, from which activity, and how far that is; copied as a table for elsewhere. */
export function ProductList({
  onOpenActivity,
}: {
  readonly onOpenActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const activities = useActivities();
  const products = phases.flatMap((phase) =>
    activities.filter(
      (card) => card.place[0] === phase.id && card.result !== "" && card.status !== "dropped",
    ),
  );
  const heads = [
    t("goals.product"),
    t("goals.readyWhen"),
    t("goals.fromActivity"),
    t("activity.status"),
  ] as const;
  const copy = async (): Promise<void> => {
    const rows = products.map((card) => [
      card.result,
      card.criterion,
      card.title,
      t(`board.status.${card.status}`),
    ]);
    // Line ends and tabs inside a text would begin another cell.
    const table = [heads, ...rows].map((row) => row.map((text) => text.replaceAll(/\s+/g, " ")).join("\t"));
    try {
      await navigator.clipboard.writeText(table.join("\n"));
      showToast(t("goals.copied"));
    } catch {
      showToast(t("goals.notCopied"));
    }
  };
  return (
    <section className={styles.section} aria-label={t("goals.products")} data-testid="products">
      <h3 className={styles.heading}>{t("goals.products")}</h3>
      {products.length === 0 ? (
        <p className={styles.none}>{t("goals.noProducts")}</p>
      ) : (
        <>
          <div className={styles.tableScroll}>
            <table className={styles.table}>
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
                {products.map((card) => (
                  <tr key={card.id}>
                    <th scope="row">{card.result}</th>
                    <td>{card.criterion}</td>
                    <td>
                      <button type="button" className={styles.link} onClick={() => onOpenActivity(card.id)}>
                        {card.title || t("board.untitled")}
                      </button>
                    </td>
                    <td>{t(`board.status.${card.status}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button className={styles.add ?? ""} onClick={() => void copy()}>
            {t("goals.copyTable")}
          </Button>
        </>
      )}
    </section>
  );
}
