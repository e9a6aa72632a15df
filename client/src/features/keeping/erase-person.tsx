import type { Circle } from "@planwand/shared/access/role.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { useJournal } from "../../plan/journal.ts";
import { fetchPeople } from "../../sync/sharing-api.ts";
import { usePlanSession, usePresence } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ErasePersonDialog } from "./erase-person-dialog.tsx";
import styles from "./keeping.module.css";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly circle: Circle | null;
}

/** From this many on there is a field to find somebody. */
const MANY = 8;

/** Everybody but oneself who has access or said anything, each to be erased. */
export function ErasePerson({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { comments } = useJournal();
  const people = useNamedPeople();
  const [wanted, setWanted] = useState("");
  const [asked, setAsked] = useState<Person | null>(null);
  const said = Map.groupBy([...comments.values()], ({ by }) => by);
  const found = people.filter(({ name }) =>
    name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <>
      <p>{t("keeping.person.intro")}</p>
      {people.length === 0 && <p className={styles.note}>{t("keeping.person.nobody")}</p>}
      {people.length >= MANY && (
        <TextField
          label={t("keeping.person.find")}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {people.length > 0 && found.length === 0 && <p role="status">{t("keeping.person.noMatch")}</p>}
      <ul className={styles.list}>
        {found.map((person) => (
          <li key={person.id} className={styles.person}>
            <span className={styles.who}>
              <span>{person.name}</span>
              <span className={styles.note}>
                {person.circle === null ? t("keeping.person.noCircle") : t(`people.circles.${person.circle}`)}
                {", "}
                {t("keeping.person.comments", { count: said.get(person.id)?.length ?? 0 })}
              </span>
            </span>
            <Button
              size="small"
              aria-label={t("keeping.person.eraseFor", { name: person.name })}
              onClick={() => setAsked(person)}
            >
              {t("keeping.person.erase")}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && <ErasePersonDialog person={asked} onShow={onShow} onClose={() => setAsked(null)} />}
    </>
  );
}

/** By name; whoever has access but never said anything is there once the server has told. */
function useNamedPeople(): readonly Person[] {
  const { connection, actor } = usePlanSession();
  const { members } = useJournal();
  const present = usePresence().people.length;
  const [withAccess, setWithAccess] = useState<readonly Person[]>([]);
  const { planId } = connection;
  useEffect(() => {
    let isOver = false;
    void fetchPeople(planId).then((fetched) => {
      if (fetched.ok && !isOver) setWithAccess(fetched.value.map((person) => person.actor));
    });
    return () => {
      isOver = true;
    };
  }, [planId, present, members]);
  const people = new Map<string, Person>(withAccess.map((person) => [person.id, person]));
  for (const { id, name, circle } of members.values())
    if (name === null) people.delete(id);
    else people.set(id, { id, name, circle });
  people.delete(actor.id);
  return [...people.values()]
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
