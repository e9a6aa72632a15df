import { type NamePlace, placesOfName } from "@planwand/shared/views/name-places.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { planNow } from "../../plan/plan-value.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./keeping.module.css";

/** Opens a view of the plan with an entry in it. */
export type ShowPlace = (
  view: "activity" | "decisions" | "goals" | "people" | "communication" | "parking",
  id: string | null,
) => void;

/** As many places as are named; the rest is counted. */
const NAMED = 8;

/** Where a name stands in the plan itself, each place a way to it. */
export function NamePlaces({
  name,
  onShow,
}: {
  readonly name: string;
  readonly onShow: ShowPlace;
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

function Place({ place, onShow }: { readonly place: NamePlace; readonly onShow: ShowPlace }): ReactNode {
  const { t } = useTranslation();
  const title = place.title.trim() === "" ? t("changes.untitled") : place.title;
  const words = `${t(`changes.kinds.${place.kind}`)}: ${title}`;
  const go = wayTo(place);
  if (go === null) return <span>{words}</span>;
  return (
    <button type="button" className={styles.place} onClick={() => onShow(...go)}>
      {words}
    </button>
  );
}

/** The view in which an entry can be changed; null for what is changed on the wall. */
function wayTo({ kind, id }: NamePlace): Parameters<ShowPlace> | null {
  switch (kind) {
    case "activities":
      return ["activity", id];
    case "decisions":
      return ["decisions", id];
    case "parties":
      return ["people", id];
    case "communications":
      return ["communication", id];
    case "goals":
    case "meta":
      return ["goals", null];
    case "parking":
      return ["parking", null];
    default:
      return null;
  }
}
