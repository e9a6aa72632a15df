import { memo, type ReactNode, useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCell, useDomain, usePhase } from "../../plan/hooks.ts";
import { cellKey } from "../../plan/cells.ts";
import { countRender } from "../../plan/render-probe.ts";
import { AddActivity } from "./add-activity.tsx";
import { Card } from "./card.tsx";
import styles from "./cell.module.css";
import { DropLayer } from "./drop-layer.tsx";
import { useWall } from "./wall-context.ts";

/** The cards of a cell that come with the wall; more than any screen shows of it. The rest follow without holding anything up. */
const FIRST_CARDS = 20;

/** One phase × domain: its cards in order, and the button that adds one. Renders only when its own list of ids changes. */
export const Cell = memo(function Cell({ phase, domain }: { phase: string; domain: string }): ReactNode {
  const ids = useCell(phase, domain);
  const [cameWith] = useState(ids);
  // A card that comes or goes before the rest followed is there, or gone, at once.
  const isWhole = useDeferredValue(true, ids.length <= FIRST_CARDS) || ids !== cameWith;
  const { canWrite, ensureTabStop } = useWall();
  countRender("cell", cellKey(phase, domain));
  useEffect(() => ensureTabStop());
  const isEmpty = ids.length === 0;
  return (
    <div role="gridcell" className={styles.place}>
      <div
        // The name is on a group inside, since a name on the grid cell itself would have to repeat all that is in it.
        role="group"
        className={styles.cell}
        data-testid="cell"
        data-cell
        data-phase={phase}
        data-domain={domain}
        aria-label={useCellName(phase, domain, ids.length)}
        {...(isEmpty && !canWrite ? { "data-stop": `cell:${cellKey(phase, domain)}`, tabIndex: -1 } : {})}
      >
        {isEmpty ? null : (
          <ul className={styles.list}>
            {(isWhole ? ids : ids.slice(0, FIRST_CARDS)).map((id) => (
              <Card key={id} id={id} />
            ))}
          </ul>
        )}
        {canWrite ? (
          <AddActivity phase={phase} domain={domain} isEmpty={isEmpty} />
        ) : (
          <Nothing isEmpty={isEmpty} />
        )}
        <DropLayer phase={phase} domain={domain} />
      </div>
    </div>
  );
});

function Nothing({ isEmpty }: { isEmpty: boolean }): ReactNode {
  const { t } = useTranslation();
  return isEmpty ? <p className={styles.nothing}>{t("board.empty")}</p> : null;
}

function useCellName(phase: string, domain: string, count: number): string {
  const { t } = useTranslation();
  return t("board.cell", {
    phase: usePhase(phase)?.name ?? "",
    domain: useDomain(domain)?.name ?? "",
    count,
  });
}
