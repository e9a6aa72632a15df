import { memo, type ReactNode, Suspense, useDeferredValue, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCell, useDomain, useIsFiltering, usePhase } from "../../plan/hooks.ts";
import { cellKey } from "../../plan/cells.ts";
import { countRender } from "../../plan/render-probe.ts";
import { useDensity } from "../../ui/density.ts";
import { part } from "../../ui/part.ts";
import { AddActivity } from "./add-activity.tsx";
import { Card } from "./card.tsx";
import styles from "./cell.module.css";
import { DropLayer } from "./drop-layer.tsx";
import { OpenDecisions } from "./open-decisions.tsx";
import { MoreButton } from "./more-button.tsx";
import { cellsAreShort, shownIds } from "./overflow.ts";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

const EmptyCell = part(async () => (await import("./card-parts.ts")).EmptyCell);

/** The cards of a cell that come with the wall; more than any screen shows of it. The rest follow without holding anything up. */
const FIRST_CARDS = 20;

/** One phase × domain: its cards in order, and the button that adds one. Renders only when its own list of ids changes. */
export const Cell = memo(function Cell({ phase, domain }: { phase: string; domain: string }): ReactNode {
  const ids = useCell(phase, domain);
  const { canWrite, ensureTabStop, folds, whole } = useWall();
  const key = cellKey(phase, domain);
  const isFolded = useStore(folds.folded, (folded) => folded.has(phase) || folded.has(domain));
  const isWhole = useStore(whole, (cells) => cells.has(key));
  const isShort = cellsAreShort(useDensity(), useIsFiltering());
  countRender("cell", key);
  useEffect(() => ensureTabStop());
  const isEmpty = ids.length === 0;
  const shown = shownIds(ids, isWhole || !isShort);
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
        data-folded={isFolded || undefined}
        aria-label={useCellName(phase, domain, ids.length)}
        {...((isEmpty && !canWrite) || isFolded ? { "data-stop": `cell:${key}`, tabIndex: -1 } : {})}
      >
        {isFolded ? <FoldedCount count={ids.length} /> : <Cards ids={shown} />}
        {isFolded || !isShort ? null : <MoreButton cell={key} count={ids.length} />}
        {canWrite && !isFolded ? (
          <AddActivity phase={phase} domain={domain} isEmpty={isEmpty} />
        ) : (
          <Nothing isEmpty={isEmpty && !isFolded} />
        )}
        {isEmpty && !isFolded ? (
          <Suspense fallback={null}>
            <EmptyCell phase={phase} domain={domain} />
          </Suspense>
        ) : null}
        {isFolded ? null : <OpenDecisions phase={phase} domain={domain} className={styles.decisions} />}
        <DropLayer phase={phase} domain={domain} />
      </div>
    </div>
  );
});

function Cards({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const [cameWith] = useState(ids);
  // A card that comes or goes before the rest followed is there, or gone, at once.
  const isAll = useDeferredValue(true, ids.length <= FIRST_CARDS) || ids !== cameWith;
  if (ids.length === 0) return null;
  return (
    <ul className={styles.list}>
      {(isAll ? ids : ids.slice(0, FIRST_CARDS)).map((id) => (
        <Card key={id} id={id} />
      ))}
    </ul>
  );
}

/** What a band says of a cell; the name of the cell tells it to a screen reader. */
function FoldedCount({ count }: { readonly count: number }): ReactNode {
  return (
    <span className={styles.folded} aria-hidden="true">
      {count === 0 ? "" : count}
    </span>
  );
}

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
