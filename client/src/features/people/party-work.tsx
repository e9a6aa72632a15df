import type { Party, RoleSlot } from "@planwand/shared/plan/schema.ts";
import type { PartyWork as Work } from "@planwand/shared/views/roles.ts";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { dueOf } from "../../plan/due.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { useShortDays } from "../../fields/short-days.ts";
import styles from "./party-work.module.css";
import { useRoleWords } from "./role-words.ts";
import type { ShowEntry } from "./show-entry.ts";

interface WorkRowParts {
  readonly card: CardSnapshot;
  readonly slots: readonly RoleSlot[];
  readonly party: string;
  readonly onShow: ShowEntry;
}

/** So much work of a party is shown at first. */
const SHOWN = 20;

/** What one party does, as a table; on a narrow screen each activity is a block of its own. */
export function PartyWork({
  party,
  work,
  onShow,
}: Work<CardSnapshot> & { readonly party: Party; readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const first = useFirstOf(work, SHOWN);
  const name = party.name || t("parties.unnamed");
  return (
    <section className={styles.party} aria-label={name} data-party={party.id}>
      <h3 className={styles.partyName}>
        <button type="button" className={styles.partyLink} onClick={() => onShow("people", party.id)}>
          {name}
        </button>
        <span className={styles.circle}>
          {`${t(`people.circles.${party.circle}`)} · ${t("board.count", { count: work.length })}`}
        </span>
      </h3>
      <table className={styles.work}>
        <thead>
          <tr>
            <th scope="col">{t("parties.activity")}</th>
            <th scope="col">{t("parties.role")}</th>
            <th scope="col">{t("parties.when")}</th>
            <th scope="col">{t("parties.result")}</th>
            <th scope="col">{t("activity.status")}</th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map(({ card, slots }) => (
            <WorkRow key={card.id} card={card} slots={slots} party={party.id} onShow={onShow} />
          ))}
        </tbody>
      </table>
      <ShowNext of={first} />
    </section>
  );
}

/** One activity of a party. Renders only when that activity or the part of the party in it changes. */
const WorkRow = memo(
  function WorkRow({ card, slots, party, onShow }: WorkRowParts): ReactNode {
    const { t } = useTranslation();
    const period = useShortDays();
    const roleWords = useRoleWords();
    const today = useToday();
    return (
      <tr>
        <th scope="row">
          <button type="button" className={styles.link} onClick={() => onShow("activity", card.id)}>
            {card.title || t("board.untitled")}
          </button>
        </th>
        <td data-label={t("parties.role")}>{roleWords(slots, party, card.names)}</td>
        <td data-label={t("parties.when")}>
          {period(card.start, card.end) || <span className={styles.none}>{t("parties.noDate")}</span>}
          {dueOf(card, today)?.kind === "late" ? (
            <span className={styles.late}>{t("parties.late")}</span>
          ) : null}
        </td>
        <td data-label={t("parties.result")}>
          {card.result || <span className={styles.none}>{t("parties.noResult")}</span>}
        </td>
        <td data-label={t("activity.status")}>{t(`board.status.${card.status}`)}</td>
      </tr>
    );
  },
  (before, after) =>
    before.card === after.card &&
    before.party === after.party &&
    before.onShow === after.onShow &&
    before.slots.join() === after.slots.join(),
);
