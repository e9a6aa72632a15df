import { memo, type ReactNode, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useActivity, useIsFilteredOut, useLensSlots } from "../../plan/hooks.ts";
import { countRender } from "../../plan/render-probe.ts";
import { useDensity } from "../../ui/density.ts";
import { part } from "../../ui/part.ts";
import styles from "./card.module.css";
import { CardFacts } from "./card-facts.tsx";
import { CardMenuButton } from "./card-menu-button.tsx";
import { CardPeople } from "./card-people.tsx";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

const CardLens = part(async () => (await import("./card-parts.ts")).CardLens);
const CardStory = part(async () => (await import("./card-parts.ts")).CardStory);

/** One activity on the wall. Renders only when that activity, its being dragged or its being open changes. */
export const Card = memo(function Card({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const activity = useActivity(id);
  const wall = useWall();
  const draggedBy = useStore(wall.drag, (drag) => (drag?.ids.includes(id) === true ? drag.by : undefined));
  const isOpen = useStore(wall.opened, (opened) => opened === id);
  const isPicked = useStore(wall.picked, (picked) => picked.has(id));
  const isFilteredOut = useIsFilteredOut(id);
  const lensSlots = useLensSlots(id);
  const isRoomy = useDensity() === "roomy";
  countRender("card", id);
  useEffect(() => wall.ensureTabStop());
  if (activity === null) return null;
  const title = activity.title === "" ? t("board.untitled") : activity.title;
  return (
    <li
      className={styles.card}
      data-testid="card"
      data-card-id={id}
      data-rank={activity.place[2]}
      data-status={activity.status}
      data-draggable={wall.canWrite || undefined}
      data-dragged={draggedBy}
      data-open={isOpen || undefined}
      data-picked={isPicked || undefined}
      data-filtered-out={isFilteredOut || undefined}
      data-lens={lensSlots.length > 0 || undefined}
    >
      <button
        type="button"
        className={styles.open}
        data-stop={`card:${id}`}
        tabIndex={-1}
        aria-describedby={wall.canWrite ? wall.instructionsId : undefined}
        aria-current={isOpen || undefined}
        onClick={({ ctrlKey, metaKey, shiftKey, detail }) =>
          wall.press(id, { isPicking: ctrlKey || metaKey || shiftKey, isRange: shiftKey && detail > 0 })
        }
      >
        {isPicked ? <span className="visually-hidden">{t("board.card.picked")}</span> : null}
        <span className={styles.title}>{title}</span>
        <CardFacts activity={activity} isDimmed={isFilteredOut} />
        {lensSlots.length > 0 ? (
          <Suspense fallback={null}>
            <CardLens slots={lensSlots} />
          </Suspense>
        ) : null}
        {isRoomy ? (
          <Suspense fallback={null}>
            <CardStory activity={activity} />
          </Suspense>
        ) : null}
      </button>
      {wall.canWrite ? <CardMenuButton id={id} title={title} /> : null}
      <CardPeople id={id} />
    </li>
  );
});
