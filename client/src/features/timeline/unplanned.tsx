import { CalendarPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DomainIcon } from "../../fields/domain-icon.tsx";
import { useDomain, useIsFilteredOut } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { Popover } from "../../ui/popover.tsx";
import { NO_LINES } from "./lines-of.ts";
import { DatesWindow } from "./dates-window.tsx";
import styles from "./unplanned.module.css";
import { useBarWords } from "./use-bar-words.ts";

/** How many are shown before one asks for more. */
const SHOWN = 60;

/** *Nog niet gepland*: what has no dates, to be dragged onto the days or given dates by pressing it. */
export function Unplanned({
  activities,
  onOpen,
}: {
  readonly activities: readonly PlacedCard[];
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const first = useFirstOf(activities, SHOWN);
  if (activities.length === 0) return null;
  return (
    <section className={styles.tray} aria-labelledby="unplanned-head" data-testid="unplanned-dates">
      <h3 id="unplanned-head" className={styles.head}>
        {t("timeline.unplanned")} <span className={styles.count}>{activities.length}</span>
      </h3>
      <p className={styles.help}>{t("timeline.unplannedHelp")}</p>
      <ul className={styles.list}>
        {first.shown.map((activity) => (
          <Chip key={activity.id} activity={activity} onOpen={onOpen} />
        ))}
      </ul>
      <ShowNext of={first} />
    </section>
  );
}

function Chip({
  activity,
  onOpen,
}: {
  readonly activity: PlacedCard;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useBarWords();
  const { id, status, domain } = activity;
  const color = useDomain(domain ?? "")?.color ?? 6;
  const isFilteredOut = useIsFilteredOut(id);
  const title = words.title(activity);
  return (
    <li data-filtered-out={isFilteredOut || undefined} className={styles.item}>
      <Popover
        label={title}
        trigger={
          <button
            type="button"
            className={styles.chip}
            style={{ "--bar-color": `var(--domain-${String(color)})` }}
            data-unplanned={id}
            data-status={status}
            aria-label={t("timeline.giveDates", { title, status: t(`board.status.${status}`) })}
          >
            <span className={styles.domain}>
              <DomainIcon color={color} />
            </span>
            <span className={styles.title}>{title}</span>
            <CalendarPlus size={15} aria-hidden="true" />
          </button>
        }
      >
        {(close) => (
          <DatesWindow
            activity={activity}
            lines={NO_LINES}
            onOpen={() => {
              close();
              onOpen(id);
            }}
          />
        )}
      </Popover>
    </li>
  );
}
