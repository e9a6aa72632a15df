import type { PeopleResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fetchPeople } from "../../sync/api.ts";
import { usePlanSession, usePresence } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import styles from "./sharing.module.css";

type People = PeopleResponse["people"];

/** Whoever can open the plan now, with who of them is here at this moment. */
export function PeopleList(): ReactNode {
  const { t } = useTranslation();
  const people = usePeople();
  const here = new Set(usePresence().people.map(({ id }) => id));
  if (people === null) return null;
  return (
    <details className={styles.made}>
      <summary className={styles.roleName}>
        {t("sharing.people")} ({people.length})
      </summary>
      <ul className={styles.keys}>
        {people.map(({ actor, role }) => (
          <li key={actor.id} className={styles.person} data-testid="person-with-access">
            <Avatar name={actor.name} color={actor.color} size="small" />
            <span className={styles.roleText}>
              <span>{actor.name}</span>
              <span className={styles.help}>
                {[
                  t(`people.roles.${role}`),
                  actor.circle === null ? t("people.presence.noCircle") : t(`people.circles.${actor.circle}`),
                  ...(here.has(actor.id) ? [t("sharing.isHere")] : []),
                ].join(", ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Null until it is known; it is asked again when somebody comes or goes. */
function usePeople(): People | null {
  const { planId } = usePlanSession().connection;
  const present = usePresence().people.length;
  const [people, setPeople] = useState<People | null>(null);
  useEffect(() => {
    let isOver = false;
    void fetchPeople(planId).then((fetched) => {
      if (fetched.ok && !isOver) setPeople(fetched.value);
    });
    return () => {
      isOver = true;
    };
  }, [planId, present]);
  return people;
}
