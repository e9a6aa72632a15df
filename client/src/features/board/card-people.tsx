import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDraggingPerson, usePeopleAt } from "../../sync/session.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { readableOn } from "../../ui/avatar-text.ts";
import styles from "./card-people.module.css";

/** Who has this card open, and who is dragging it; apart from the card, so that presence does not render its face. */
export const CardPeople = memo(function CardPeople({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const people = usePeopleAt(id);
  const dragging = useDraggingPerson(id);
  return (
    <>
      {dragging === null ? null : (
        <span className={styles.held} style={{ borderColor: dragging.color }}>
          <span
            className={styles.heldBy}
            style={{ background: dragging.color, color: readableOn(dragging.color) }}
          >
            <span aria-hidden="true">{dragging.name}</span>
            <span className="visually-hidden">{t("board.card.draggedBy", { name: dragging.name })}</span>
          </span>
        </span>
      )}
      {people.length === 0 ? null : (
        <span className={styles.people}>
          {people.slice(0, 3).map((person) => (
            <span
              key={person.id}
              className={styles.person}
              title={t("board.card.openedBy", { name: person.name })}
            >
              <Avatar name={person.name} color={person.color} size="small" />
              <span className="visually-hidden">{t("board.card.openedBy", { name: person.name })}</span>
            </span>
          ))}
          {people.length > 3 ? <span className={styles.more}>{`+${String(people.length - 3)}`}</span> : null}
        </span>
      )}
    </>
  );
});
