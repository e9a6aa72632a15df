import type { Decision } from "@planwand/shared/plan/schema.ts";
import { inRegisterOrder } from "@planwand/shared/views/decisions.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyView } from "../../ui/view-page.tsx";
import { DecisionRow } from "./decision-row.tsx";
import styles from "./decisions.module.css";
import { useStanding } from "./use-standing.ts";

/** The decision register: what must be decided, the first needed first, and what was decided. */
export function Register({
  decisions,
  openId,
  onOpen,
}: {
  readonly decisions: readonly Decision[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { standing } = useStanding();
  const { open, decided } = inRegisterOrder(decisions, standing);
  if (decisions.length === 0) return <EmptyView text={t("decisions.empty")} />;
  return (
    <>
      {(
        [
          ["toDecide", open],
          ["decided", decided],
        ] as const
      ).map(([name, list]) => (
        <section
          key={name}
          className={styles.section}
          aria-label={t(`decisions.${name}`)}
          data-section={name}
        >
          <h3 className={styles.heading}>{`${t(`decisions.${name}`)} (${String(list.length)})`}</h3>
          {list.length === 0 ? <p className={styles.none}>{t(`decisions.${name}None`)}</p> : null}
          <ul className={styles.list}>
            {list.map((decision) => (
              <DecisionRow
                key={decision.id}
                decision={decision}
                isOpen={decision.id === openId}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
