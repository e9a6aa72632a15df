import { UsersRound } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PresencePerson } from "../../sync/presence.ts";
import { usePlanSession, usePresence } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import styles from "./avatars.module.css";
import { OwnName } from "./own-name.tsx";
import { PersonCard } from "./person-card.tsx";
import { usePersonWords } from "./person-words.ts";

const MAX_SHOWN = 6;

/** Who has this plan open: a few faces, and everybody by name when opened. */
export function Avatars({
  view,
}: {
  /** What of the plan is looked at here; null for the wall. */
  readonly view: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const { presence } = usePlanSession().connection;
  useEffect(() => presence.setView(view ?? "wall"), [presence, view]);
  const { people } = usePresence();
  const shown = people.slice(0, MAX_SHOWN);
  const hidden = people.length - shown.length;
  return (
    <div className={styles.avatars}>
      <ul className={styles.faces} aria-label={t("who.here.label")}>
        {shown.map((person) => (
          <Face key={person.id} person={person} />
        ))}
      </ul>
      <Popover
        label={t("who.here.label")}
        trigger={
          <button
            type="button"
            className={styles.more}
            data-hidden={hidden > 0}
            data-alone={people.length <= 1 || undefined}
            aria-label={t("who.here.all", { count: people.length })}
          >
            <UsersRound aria-hidden />
            <span className={styles.count}>{people.length}</span>
            <span className={styles.hidden}>+{hidden}</span>
          </button>
        }
      >
        {(close) => (
          <>
            <h2 className={styles.heading}>{t("who.here.label")}</h2>
            <ul className={styles.list}>
              {people.map((person) => (
                <li key={person.id}>
                  <PersonCard person={person} onGo={close} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Popover>
    </div>
  );
}

function Face({ person }: { readonly person: PresencePerson }): ReactNode {
  const { t } = useTranslation();
  const words = usePersonWords(person);
  return (
    <li className={styles.face}>
      <Popover
        label={person.isSelf ? t("who.title") : words}
        trigger={<FaceButton person={person} aria-label={words} />}
      >
        {(close) =>
          person.isSelf ? (
            <>
              <h2 className={styles.heading}>{t("who.title")}</h2>
              <OwnName onDone={close} />
            </>
          ) : (
            <PersonCard person={person} onGo={close} />
          )
        }
      </Popover>
    </li>
  );
}

function FaceButton({
  person: { id, name, color },
  ...props
}: ComponentProps<"button"> & { readonly person: PresencePerson }): ReactNode {
  return (
    <Tooltip text={props["aria-label"] ?? name}>
      <button
        {...props}
        type="button"
        className={styles.faceButton}
        data-testid="presence-avatar"
        data-user={id}
      >
        <Avatar name={name} color={color} />
      </button>
    </Tooltip>
  );
}
