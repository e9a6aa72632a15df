import { memo, type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./cell.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** No card of this cell is aimed at. */
const ELSEWHERE = "elsewhere";

/** The tint and the one insertion line of the cell in which the dragged card would land; lies over the cell and moves nothing. */
export const DropLayer = memo(function DropLayer({
  phase,
  domain,
}: {
  phase: string;
  domain: string;
}): ReactNode {
  const { drag } = useWall();
  const before = useStore(drag, (now) =>
    now?.target?.phase === phase && now.target.domain === domain ? now.target.before : ELSEWHERE,
  );
  const lifted = useStore(drag, (now) => (now?.by === "keyboard" ? now.id : null));
  const layer = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cell = layer.current?.parentElement;
    if (line.current === null || cell == null) return;
    line.current.style.top = `${lineTop(cell, before)}px`;
    if (lifted !== null) line.current.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [before, lifted]);
  if (before === ELSEWHERE) return null;
  return (
    <div ref={layer} className={styles.drop} data-drop-target aria-hidden="true">
      <div ref={line} className={styles.line} data-testid="insertion-line" />
    </div>
  );
});

/** Pixels from the top of the cell to the middle of the gap above `before`, or below the last card. */
function lineTop(cell: Element, before: string | null): number {
  const cards = [...cell.querySelectorAll<HTMLElement>("[data-card-id]")];
  const at = cards.find((card) => card.dataset["cardId"] === before);
  const gap = 4;
  if (at !== undefined) return at.offsetTop - gap;
  const last = cards.at(-1);
  return last === undefined ? gap : last.offsetTop + last.offsetHeight + gap;
}
