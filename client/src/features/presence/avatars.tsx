import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PresencePerson } from "../../sync/presence.ts";
import { usePresence } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import styles from "./avatars.module.css";

const MAX_SHOWN = 6;

/** Who has this plan open: a few faces, and everybody by name when opened. */
export function Avatars(): ReactNode {
  const { t } = useTranslation();
  const { people } = usePresence();
  const shown = people.slice(0, MAX_SHOWN);
  const hidden = people.length - shown.length;
  return (
    <div className={styles.avatars}>
      <ul className={styles.faces} aria-label={t("people.presence.label")}>
        {shown.map((person) => (
          <Face key={person.id} person={person} />
        ))}
      </ul>
      <Popover
        label={t("people.presence.label")}
        trigger={
          <button
            type="button"
            className={styles.more}
            data-hidden={hidden > 0}
            data-alone={people.length <= 1 || undefined}
            aria-label={t("people.presence.all", { count: people.length })}
          >
            <UsersRound aria-hidden />
            <span className={styles.count}>{people.length}</span>
            <span className={styles.hidden}>+{hidden}</span>
          </button>
        }
      >
        <h2 className={styles.heading}>{t("people.presence.label")}</h2>
        <ul className={styles.list}>
          {people.map((person) => (
            <li key={person.id} className={styles.row}>
              <Avatar name={person.name} color={person.color} />
              <span>
                <PersonName person={person} />
                <span className={styles.role}>{t(`people.roles.${person.role}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}

function Face({ person }: { readonly person: PresencePerson }): ReactNode {
  const words = usePersonWords(person);
  return (
    <li className={styles.face}>
      <Tooltip text={words}>
        <button
          type="button"
          className={styles.faceButton}
          data-testid="presence-avatar"
          data-user={person.id}
          aria-label={words}
        >
          <Avatar name={person.name} color={person.color} />
        </button>
      </Tooltip>
    </li>
  );
}

function PersonName({ person }: { readonly person: PresencePerson }): ReactNode {
  return <span className={styles.name}>{usePersonWords(person)}</span>;
}

function usePersonWords({ name, circle, isSelf }: PresencePerson): string {
  const { t } = useTranslation();
  const where = circle === null ? t("people.presence.noCircle") : t(`people.circles.${circle}`);
  return t(isSelf ? "people.presence.self" : "people.presence.person", { name, circle: where });
}
