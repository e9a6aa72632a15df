import { type NamePlace, placesOfName } from "@planwand/shared/views/name-places.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ShowEntry, wayTo } from "../../fields/way-to.ts";
import { planNow } from "../../plan/plan-value.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./keeping.module.css";

/** As many places as are named; the rest is counted. */
const NAMED = 8;

/** Where a name stands in the plan itself, each place a way to it. */
export function NamePlaces({
  name,
  onShow,
}: {
  readonly name: string;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const places = placesOfName(planNow(doc), name);
  if (places.length === 0) return <p className={styles.note}>{t("keeping.person.notInPlan")}</p>;
  return (
    <div className={styles.places}>
      <p>{t("keeping.person.inPlan", { count: places.length })}</p>
      <ul className={styles.list}>
        {places.slice(0, NAMED).map((place) => (
          <li key={`${place.kind} ${place.id}`}>
            <Place place={place} onShow={onShow} />
          </li>
        ))}
      </ul>
      {places.length > NAMED && (
        <p className={styles.note}>{t("keeping.person.more", { count: places.length - NAMED })}</p>
      )}
      <p className={styles.note}>{t("keeping.person.inPlanAfter")}</p>
    </div>
  );
}

function Place({ place, onShow }: { readonly place: NamePlace; readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const title = place.title.trim() === "" ? t("changes.untitled") : place.title;
  const words = `${t(`changes.kinds.${place.kind}`)}: ${title}`;
  const go = wayTo(place.kind, place.id);
  if (go === null) return <span>{words}</span>;
  return (
    <button type="button" className={styles.place} onClick={() => onShow(...go)}>
      {words}
    </button>
  );
}
