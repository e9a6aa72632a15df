import { graphemes } from "@planwand/shared/kernel/grapheme.ts";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCount, useDomain } from "../../plan/hooks.ts";
import { countRender } from "../../plan/render-probe.ts";
import { AxisMenuButton } from "./axis-menu-button.tsx";
import { AxisName } from "./axis-name.tsx";
import { DomainIcon } from "../../fields/domain-icon.tsx";
import { FoldButton } from "./fold-button.tsx";
import styles from "./headers.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** The head of a row: name, how many activities and what changes in this domain; lit while a card is dragged over the row. */
export const DomainLabel = memo(function DomainLabel({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const domain = useDomain(id);
  const count = useCount("domain", id);
  const wall = useWall();
  const isFolded = useStore(wall.folds.folded, (folded) => folded.has(id));
  const isLit = useStore(wall.drag, (drag) => drag?.target?.domain === id);
  countRender("domain", id);
  if (domain === null) return null;
  const name = domain.name === "" ? t("board.unnamedDomain") : domain.name;
  return (
    <div
      role="rowheader"
      className={styles.domain}
      data-head
      data-domain-header={id}
      data-color={domain.color}
      data-lit={isLit || undefined}
      data-folded={isFolded || undefined}
    >
      <div className={styles.domainText}>
        <span className={styles.icon} title={name}>
          <DomainIcon color={domain.color} />
          <span className={styles.abbreviation} aria-hidden="true">
            {abbreviation(name)}
          </span>
        </span>
        <AxisName axis="domains" id={id} name={name} />
        <span className={styles.count} title={t("board.count", { count })}>
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{t("board.count", { count })}</span>
        </span>
        <span
          className={styles.impact}
          data-missing={domain.impact === "" || undefined}
          title={domain.impact}
        >
          {domain.impact === "" ? t("board.noImpact") : domain.impact}
        </span>
      </div>
      <AxisMenuButton axis="domains" id={id} label={t("board.domainMenu", { name })} />
      <FoldButton axis="domains" id={id} name={name} isFolded={isFolded} />
    </div>
  );
});

/** A name for where there is no room for it: whole when it is short, else its first letters. */
function abbreviation(name: string): string {
  const letters = graphemes(name);
  return letters.length <= 4 ? name : `${letters.slice(0, 3).join("")}.`;
}
