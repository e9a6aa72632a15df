import { may } from "@planwand/shared/access/policy.ts";
import type { PeopleResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { give, useJournal } from "../../plan/journal.ts";
import { fetchPeople } from "../../sync/sharing-api.ts";
import { usePlanSession, usePresence } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
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
        {people.map((person) => (
          <PersonRow key={person.actor.id} person={person} isHere={here.has(person.actor.id)} />
        ))}
      </ul>
    </details>
  );
}

/** Somebody with access; an owner can take away the name of everybody but themselves. */
function PersonRow({
  person: { actor, role },
  isHere,
}: {
  readonly person: People[number];
  readonly isHere: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, ...me } = usePlanSession();
  const members = useJournal().members;
  const [isAsking, setAsking] = useState(false);
  const isGone = actor.name === "" || members.get(actor.id)?.name === null;
  const mayTakeName = may(me.role, "people.manage") && me.actor.id !== actor.id && !isGone;
  const name = isGone ? t("sharing.anonymous") : actor.name;
  const circle =
    isGone || actor.circle === null ? t("who.here.noCircle") : t(`people.circles.${actor.circle}`);
  const facts = [t(`people.roles.${role}`), circle, ...(isHere ? [t("sharing.isHere")] : [])];
  return (
    <li className={styles.person} data-testid="person-with-access">
      <Avatar name={name} color={actor.color} size="small" />
      <span className={styles.roleText}>
        <span>{name}</span>
        <span className={styles.help}>{isAsking ? t("sharing.anonymiseConfirm") : facts.join(", ")}</span>
      </span>
      {mayTakeName && isAsking ? (
        <span className={styles.confirm}>
          <Button
            variant="danger"
            size="small"
            autoFocus
            onClick={() => {
              give(connection, { type: "member.anonymise", member: actor.id });
              setAsking(false);
            }}
          >
            {t("sharing.anonymiseYes")}
          </Button>
          <Button variant="ghost" size="small" onClick={() => setAsking(false)}>
            {t("sharing.cancel")}
          </Button>
        </span>
      ) : null}
      {mayTakeName && !isAsking ? (
        <Button
          variant="ghost"
          size="small"
          aria-label={t("sharing.anonymiseFor", { name })}
          onClick={() => setAsking(true)}
        >
          {t("sharing.anonymise")}
        </Button>
      ) : null}
    </li>
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
