import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { sealOf } from "@planwand/shared/journal/journal.ts";
import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import { isTaken } from "@planwand/shared/views/decisions.ts";
import { lensOf } from "@planwand/shared/views/lens.ts";
import { Glasses, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { filterOf } from "../../plan/filter.ts";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { IconButton } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./lens.module.css";

/** Above the wall while it is seen from one circle's side: which circle, and what the plan asks of it. */
export function LensBar({
  circle,
  onChoose,
}: {
  readonly circle: Circle;
  /** Looks from another circle's side, or for null from nobody's. */
  readonly onChoose: (circle: Circle | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const activities = useActivities();
  const parties = useParties();
  const decisions = useEntries("decisions");
  const journal = useJournal();
  const view = useMemo(
    () =>
      lensOf(circle, { activities, parties, decisions }, (decision) =>
        isTaken(decision, sealOf(journal, decision.id)),
      ),
    [circle, activities, parties, decisions, journal],
  );
  const { lens } = filterOf(doc);
  const last = useRef<ReadonlyMap<string, readonly RoleSlot[]>>(new Map());
  useEffect(() => {
    // Roles that stayed as they were keep their identity, so that their cards are not drawn anew.
    const roles = new Map(
      [...view.roles].map(([id, slots]) => {
        const before = last.current.get(id);
        return [id, before?.join() === slots.join() ? before : slots] as const;
      }),
    );
    last.current = roles;
    lens.set({ circle, roles });
  }, [lens, circle, view]);
  useEffect(() => () => lens.set(null), [lens]);
  const name = t(`people.circles.${circle}`);
  const summary = [
    t("lens.activities", { count: view.roles.size }),
    t("lens.decisions", { count: view.decisions }),
    t("lens.consulted", { count: view.consulted }),
  ].join(", ");
  useEffect(() => announce(t("lens.spoken", { name, summary }), "polite"), [t, name, summary]);
  return (
    <section className={styles.bar} aria-label={t("lens.label")} data-testid="lens-bar">
      <Glasses size={17} aria-hidden />
      <label className={styles.choice}>
        <span>{t("lens.label")}</span>
        <select
          className={styles.select}
          value={circle}
          onChange={(event) =>
            onChoose(CIRCLES.find((known) => known === event.currentTarget.value) ?? circle)
          }
        >
          {CIRCLES.map((known) => (
            <option key={known} value={known}>
              {t(`people.circles.${known}`)}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.summary}>{summary}</p>
      <IconButton label={t("lens.close")} size="small" onClick={() => onChoose(null)}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
