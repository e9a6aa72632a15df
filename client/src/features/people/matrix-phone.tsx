import type { Party } from "@planwand/shared/plan/schema.ts";
import { slotsOf } from "@planwand/shared/views/roles.ts";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useAsked, useAskedOne } from "./filters.tsx";
import styles from "./matrix-phone.module.css";
import type { PressCell } from "./matrix-row.tsx";
import people from "./people.module.css";
import { RoleChips } from "./role-chips.tsx";
import { useRoleWords } from "./role-words.ts";
import type { Matrix } from "./use-matrix.ts";

const WAYS = ["activity", "party"] as const;

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

/** The matrix on a narrow screen: one activity with all parties, or one party with all activities. */
export function MatrixPhone({
  matrix: { groups, parties },
  canWrite,
  onPress,
  onOpen,
  onParty,
}: {
  readonly matrix: Matrix;
  readonly canWrite: boolean;
  readonly onPress: PressCell;
  readonly onOpen: (activity: string) => void;
  readonly onParty: (party: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const by = useAskedOne("by", WAYS) ?? "activity";
  const [, setBy] = useAsked("by");
  const [asked, ask] = useAsked(by === "activity" ? "card" : "one");
  const cards = groups.flatMap((group) => group.cards);
  const cardChoices: Shown[] = groups.flatMap(({ phase, cards: here }) =>
    here.map(({ id, title }) => ({
      id,
      name: title || t("board.untitled"),
      group: phase === null ? t("board.unplaced") : phase.name || t("board.unnamedPhase"),
    })),
  );
  const partyChoices: Shown[] = parties.map(({ id, name, circle }) => ({
    id,
    name: name || t("parties.unnamed"),
    group: t(`people.circles.${circle}`),
  }));
  const [choices, rows] = by === "activity" ? [cardChoices, partyChoices] : [partyChoices, cardChoices];
  const at = Math.max(
    0,
    choices.findIndex(({ id }) => id === asked),
  );
  const chosen = choices[at];
  if (chosen === undefined) return null;
  const pairOf = (row: Shown): readonly [CardSnapshot | undefined, Party | undefined] => {
    const [card, party] = by === "activity" ? [chosen.id, row.id] : [row.id, chosen.id];
    return [cards.find(({ id }) => id === card), parties.find(({ id }) => id === party)];
  };
  return (
    <div className={styles.phone}>
      <div className={people.forms} role="group" aria-label={t("parties.oneBy")}>
        {WAYS.map((way) => (
          <button
            key={way}
            type="button"
            className={people.form}
            aria-pressed={by === way}
            onClick={() => setBy(way === "activity" ? "" : way)}
          >
            {t(`parties.by.${way}`)}
          </button>
        ))}
      </div>
      <div className={styles.chooser}>
        <IconButton
          label={t("parties.previous")}
          variant="secondary"
          disabled={at === 0}
          onClick={() => ask(choices[at - 1]?.id ?? "")}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <select
          className={styles.select}
          aria-label={t(`parties.which.${by}`)}
          value={chosen.id}
          onChange={(event) => ask(event.currentTarget.value)}
        >
          {grouped(choices).map(([group, members]) => (
            <optgroup key={group} label={group}>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <IconButton
          label={t("parties.next")}
          variant="secondary"
          disabled={at === choices.length - 1}
          onClick={() => ask(choices[at + 1]?.id ?? "")}
        >
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <Button
        variant="ghost"
        size="small"
        className={styles.open ?? ""}
        onClick={() => (by === "activity" ? onOpen(chosen.id) : onParty(chosen.id))}
      >
        {t(`parties.open.${by}`)}
      </Button>
      {grouped(rows).map(([group, members]) => (
        <section key={group} className={styles.group} aria-label={group}>
          <h3 className={styles.heading}>{group}</h3>
          <ul className={styles.rows}>
            {members.map((row) => {
              const [card, party] = pairOf(row);
              if (card === undefined || party === undefined) return null;
              return (
                <li key={row.id}>
                  <PhoneRow
                    name={row.name}
                    card={card}
                    party={party.id}
                    canWrite={canWrite}
                    onPress={onPress}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PhoneRow({
  name,
  card,
  party,
  canWrite,
  onPress,
}: {
  readonly name: string;
  readonly card: CardSnapshot;
  readonly party: string;
  readonly canWrite: boolean;
  readonly onPress: PressCell;
}): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useRoleWords();
  const held = slotsOf(card, party);
  return (
    <button
      type="button"
      className={styles.row}
      data-role-cell
      aria-haspopup={canWrite ? "dialog" : undefined}
      aria-disabled={!canWrite || undefined}
      onClick={(event) => {
        if (canWrite) onPress(card.id, party, event.currentTarget);
      }}
    >
      <span className="visually-hidden">
        {`${name}: ${wordsOf(held, party, card.names) || t("parties.noRole")}`}
      </span>
      <span className={styles.name} aria-hidden="true">
        {name}
      </span>
      <span className={styles.chips}>
        <RoleChips slots={held} />
        {held.length === 0 ? (
          <span className={styles.none} aria-hidden="true">
            {t("parties.noRole")}
          </span>
        ) : null}
      </span>
    </button>
  );
}

function grouped(shown: readonly Shown[]): readonly (readonly [string, readonly Shown[]])[] {
  return [...Map.groupBy(shown, ({ group }) => group)];
}
