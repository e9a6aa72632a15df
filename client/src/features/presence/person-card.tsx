import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useActivity } from "../../plan/hooks.ts";
import type { Place, PresencePerson } from "../../sync/presence.ts";
import { usePlaceOf, usePlanSession } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import styles from "./avatars.module.css";
import { usePersonWords } from "./person-words.ts";

/** Somebody who has the plan open: who that is, what they may do, and where they are. */
export function PersonCard({
  person,
  onGo,
}: {
  readonly person: PresencePerson;
  /** Their place was gone to. */
  readonly onGo: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const place = usePlaceOf(person.id);
  return (
    <div className={styles.row} data-testid="person-card">
      <Avatar name={person.name} color={person.color} />
      <div className={styles.who}>
        <span className={styles.name}>{usePersonWords(person)}</span>
        <span className={styles.role}>{t(`people.roles.${person.role}`)}</span>
        {place === null || person.isSelf ? null : <PlaceLink place={place} onGo={onGo} />}
      </div>
    </div>
  );
}

function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo: () => void }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const activity = useActivity(place.activity ?? "");
  if (activity !== null)
    return (
      <Link href={`/plan/${planId}/activity/${activity.id}`} className={styles.place ?? ""} onClick={onGo}>
        {t("who.atActivity", { title: activity.title || t("board.untitled") })}
      </Link>
    );
  const view = VIEWS.find((known) => known === place.view);
  if (view === undefined) return null;
  return (
    <Link
      href={view === "wall" ? `/plan/${planId}` : `/plan/${planId}/${view}`}
      className={styles.place ?? ""}
      onClick={onGo}
    >
      {t("who.atView", { view: t(`app.views.${view}`) })}
    </Link>
  );
}

/** The views whose name others may be told; what else somebody claims to look at is not shown. */
const VIEWS = [
  "wall",
  "goals",
  "decisions",
  "people",
  "communication",
  "discussion",
  "parking",
  "missing",
  "progress",
  "timeline",
  "table",
  "products",
  "versions",
  "history",
  "keeping",
  "example",
] as const;
