import type { Decision } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { StaticRich } from "../../fields/static-rich.tsx";
import { useParties } from "../../plan/hooks.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import styles from "./printed-decision.module.css";

/** On paper only: what a meeting needs to decide or advise without the screen, and room to write down what it decides. */
export function PrintedDecision({
  decision: { context, rich, options, advisers },
  hasRoom,
}: {
  readonly decision: Decision;
  /** Whether it is decided at this meeting. */
  readonly hasRoom: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const advising = useParties().filter((party) => advisers.includes(party.id));
  if (!usePrinting()) return null;
  return (
    <dl className={styles.facts} data-printed>
      {context === "" ? null : (
        <>
          <dt id={id}>{t("decisions.paper.context")}</dt>
          <dd>
            <StaticRich text={context} blocks={rich.context} labelId={id} />
          </dd>
        </>
      )}
      {options.length === 0 ? null : (
        <>
          <dt>{t("decisions.paper.options")}</dt>
          <dd>
            <ol>
              {options.map(({ id: option, title, pros, cons }) => (
                <li key={option}>
                  {title || t("board.untitled")}
                  {pros === "" ? null : <p>{t("decisions.paper.pros", { words: pros })}</p>}
                  {cons === "" ? null : <p>{t("decisions.paper.cons", { words: cons })}</p>}
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
      {advising.length === 0 ? null : (
        <>
          <dt>{t("decisions.paper.advises")}</dt>
          <dd>{advising.map(({ name }) => name).join(", ")}</dd>
        </>
      )}
      {hasRoom ? (
        <>
          <dt>{t("decisions.paper.decision")}</dt>
          <dd className={styles.room} />
        </>
      ) : null}
    </dl>
  );
}
