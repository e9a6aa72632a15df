import { ACTIVITY_STATUSES, type Party, ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import { circlesMissing, slotsOf } from "@planwand/shared/views/roles.ts";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyView } from "../../ui/view-page.tsx";
import { usePeriodWords } from "./dates.ts";
import { CircleFilter, FilterSelect, useAsked } from "./filters.tsx";
import styles from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";

/** Each party with what it does, when, with which result and how far it is; to be printed. */
export function WhoDoesWhat({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const activities = useActivities();
  const [circle] = useAsked("circle");
  const [role] = useAsked("role");
  const [status] = useAsked("status");
  const cards = activities.filter((card) => status === "" || card.status === status);
  const shown = parties
    .filter((party) => circle === "" || party.circle === circle)
    .map((party) => ({
      party,
      cards: cards.filter((card) => {
        const slots: readonly string[] = slotsOf(card, party.id);
        return role === "" ? slots.length > 0 : slots.includes(role);
      }),
    }))
    .filter((one) => one.cards.length > 0);
  const missing = circlesMissing(activities, parties);
  return (
    <>
      <div className={styles.filters}>
        <CircleFilter />
        <FilterSelect
          name="role"
          label={t("parties.role")}
          options={ROLE_SLOTS.map((value) => ({ value, label: t(`activity.roles.${value}`) }))}
        />
        <FilterSelect
          name="status"
          label={t("filter.status")}
          options={ACTIVITY_STATUSES.map((value) => ({ value, label: t(`board.status.${value}`) }))}
        />
        <Button onClick={() => print()}>
          <Printer aria-hidden />
          {t("parties.print")}
        </Button>
      </div>
      {missing.length === 0 ? null : (
        <p className={styles.missing}>
          {t("parties.missing", { names: missing.map((one) => t(`people.circles.${one}`)).join(", ") })}
        </p>
      )}
      {shown.length === 0 ? <EmptyView text={t("parties.nobody")} /> : null}
      {shown.map(({ party, cards: mine }) => (
        <PartyWork key={party.id} party={party} cards={mine} onShow={onShow} />
      ))}
    </>
  );
}

function PartyWork({
  party,
  cards,
  onShow,
}: {
  readonly party: Party;
  readonly cards: ReturnType<typeof useActivities>;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const period = usePeriodWords();
  const roleWords = (slots: readonly RoleSlot[]): string =>
    slots.map((slot) => t(`activity.roles.${slot}`)).join(", ");
  const byDate = cards.toSorted((a, b) => ((a.end ?? "9999") < (b.end ?? "9999") ? -1 : 1));
  return (
    <section className={styles.party} aria-label={party.name} data-party={party.id}>
      <h3 className={styles.partyName}>
        <button type="button" className={styles.partyLink} onClick={() => onShow("people", party.id)}>
          {party.name}
        </button>
        <span className={styles.circle}>{t(`people.circles.${party.circle}`)}</span>
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
          {byDate.map((card) => (
            <tr key={card.id}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => onShow("activity", card.id)}>
                  {card.title || t("board.untitled")}
                </button>
              </th>
              <td data-label={t("parties.role")}>{roleWords(slotsOf(card, party.id))}</td>
              <td data-label={t("parties.when")}>{period(card.start, card.end)}</td>
              <td data-label={t("parties.result")}>{card.result}</td>
              <td data-label={t("activity.status")}>{t(`board.status.${card.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
