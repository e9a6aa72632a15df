import type { WaitLine } from "@planwand/shared/views/timeline.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { DateControl } from "../../fields/controls.tsx";
import { EntryContext } from "../../fields/entry-context.ts";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./dates-window.module.css";
import { useBarWords } from "./use-bar-words.ts";

/** The dates of an activity to fill in, what is wrong with them and what it has to do with, and the way to its card. */
export function DatesWindow({
  activity,
  lines,
  onOpen,
}: {
  readonly activity: PlacedCard;
  readonly lines: readonly WaitLine[];
  readonly onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const words = useBarWords();
  const { id, start, end, status } = activity;
  const entry = useMemo(() => ({ entryId: id, canWrite }), [id, canWrite]);
  const troubles = words.troubles(activity, lines);
  const waits = words.waits(activity, lines);
  return (
    <EntryContext value={entry}>
      <div className={styles.window} data-testid="dates-window">
        <div>
          <h3 className={styles.title}>{words.title(activity)}</h3>
          <p className={styles.facts}>
            {[t(`board.status.${status}`), words.length(activity)].filter(Boolean).join(" · ")}
          </p>
        </div>
        <div className={styles.dates}>
          <DateControl
            field="start"
            label={t("activity.start")}
            value={start}
            onChange={(value) => setActivityField(doc, id, "start", value)}
          />
          <DateControl
            field="end"
            label={t("activity.end")}
            value={end}
            min={start ?? undefined}
            onChange={(value) => setActivityField(doc, id, "end", value)}
          />
        </div>
        {troubles.length === 0 ? null : (
          <ul className={styles.troubles} role="status">
            {troubles.map((trouble) => (
              <li key={trouble}>{trouble}</li>
            ))}
          </ul>
        )}
        {waits.length === 0 ? null : (
          <ul className={styles.waits}>
            {waits.map((wait) => (
              <li key={wait}>{wait}</li>
            ))}
          </ul>
        )}
        <Button onClick={onOpen}>{t("timeline.openCard")}</Button>
      </div>
    </EntryContext>
  );
}
