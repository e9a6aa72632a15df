import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Party, Phase, RoleSlot } from "@planwand/shared/plan/schema.ts";
import { slotsOf } from "@planwand/shared/views/roles.ts";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties, usePhases } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { CircleFilter, FilterSelect, useAsked } from "./filters.tsx";
import styles from "./matrix.module.css";
import people from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";
import { RolesMenu } from "./roles-menu.tsx";

/** The cell whose roles are being chosen. */
interface Choosing {
  readonly activity: string;
  readonly party: string;
  readonly anchor: HTMLElement;
}

/**
 * Activities by parties, each cell the roles of that party in that activity; who may write changes them where they stand. One tab
 * stop; the arrow keys go from cell to cell.
 */
export function RolesMatrix({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const phases = usePhases();
  const [circle] = useAsked("circle");
  const [phase] = useAsked("phase");
  const [party] = useAsked("party");
  const all = useParties();
  const parties = CIRCLES.flatMap((each) => all.filter((one) => one.circle === each)).filter(
    (one) => (circle === "" || one.circle === circle) && (party === "" || one.id === party),
  );
  const cards = useActivities();
  const [choosing, choose] = useState<Choosing | null>(null);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const { current } = table;
    current?.addEventListener("keydown", onArrow);
    return () => current?.removeEventListener("keydown", onArrow);
  }, []);
  const onPress = (activity: string, chosen: string, anchor: HTMLElement): void =>
    choose({ activity, party: chosen, anchor });
  const groups = phases
    .filter(({ id }) => phase === "" || id === phase)
    .map((one) => ({ phase: one, cards: cards.filter((card) => card.place[0] === one.id) }))
    .filter((group) => group.cards.length > 0);
  return (
    <>
      <div className={people.filters}>
        <CircleFilter />
        <FilterSelect
          name="phase"
          label={t("parties.phase")}
          options={phases.map(({ id, name }) => ({ value: id, label: name || t("board.unnamedPhase") }))}
        />
        <FilterSelect
          name="party"
          label={t("filter.parties")}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className={styles.scroll} role="region" aria-label={t("parties.forms.matrix")} tabIndex={-1}>
        <table ref={table} className={styles.matrix} aria-label={t("parties.forms.matrix")}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t("parties.activity")}
              </th>
              {parties.map((one) => (
                <th key={one.id} scope="col" className={styles.party} data-circle={one.circle}>
                  <button
                    type="button"
                    className={styles.partyName}
                    tabIndex={-1}
                    onClick={() => onShow("people", one.id)}
                  >
                    {one.name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group, at) => (
            <PhaseRows
              key={group.phase.id}
              phase={group.phase}
              cards={group.cards}
              parties={parties}
              isFirst={at === 0}
              canWrite={canWrite}
              onPress={onPress}
              onShow={onShow}
            />
          ))}
        </table>
      </div>
      {choosing === null ? null : (
        <RolesMenu
          activityId={choosing.activity}
          partyId={choosing.party}
          anchor={choosing.anchor}
          onClose={() => {
            choosing.anchor.focus();
            choose(null);
          }}
        />
      )}
    </>
  );
}

function PhaseRows({
  phase,
  cards,
  parties,
  isFirst,
  canWrite,
  onPress,
  onShow,
}: {
  readonly phase: Phase;
  readonly cards: readonly CardSnapshot[];
  readonly parties: readonly Party[];
  readonly isFirst: boolean;
  readonly canWrite: boolean;
  readonly onPress: (activity: string, party: string, anchor: HTMLElement) => void;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" className={styles.phase} colSpan={parties.length + 1}>
          <span>{phase.name || t("board.unnamedPhase")}</span>
        </th>
      </tr>
      {cards.map((card, row) => (
        <tr key={card.id}>
          <th scope="row" className={styles.activity}>
            <button
              type="button"
              className={styles.title}
              tabIndex={-1}
              onClick={() => onShow("activity", card.id)}
            >
              {card.title || t("board.untitled")}
            </button>
          </th>
          {parties.map((party, column) => (
            <RoleCell
              key={party.id}
              activity={card.id}
              title={card.title}
              party={party.id}
              name={party.name}
              slots={slotsOf(card, party.id).join(" ")}
              isStop={isFirst && row === 0 && column === 0}
              canWrite={canWrite}
              onPress={onPress}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** One party in one activity. Renders only when its own roles change. */
const RoleCell = memo(function RoleCell({
  activity,
  title,
  party,
  name,
  slots,
  isStop,
  canWrite,
  onPress,
}: {
  readonly activity: string;
  readonly title: string;
  readonly party: string;
  readonly name: string;
  /** The slots with spaces between them, so that an unchanged cell is the same. */
  readonly slots: string;
  readonly isStop: boolean;
  readonly canWrite: boolean;
  readonly onPress: (activity: string, party: string, anchor: HTMLElement) => void;
}): ReactNode {
  const { t } = useTranslation();
  const held = slots === "" ? [] : (slots.split(" ") as RoleSlot[]);
  const words = held.map((slot) => t(`activity.roles.${slot}`)).join(", ") || t("parties.noRole");
  return (
    <td className={styles.cell} data-activity={activity} data-party={party}>
      <button
        type="button"
        className={styles.press}
        data-role-cell
        data-filled={held.length > 0 || undefined}
        tabIndex={isStop ? 0 : -1}
        aria-haspopup={canWrite ? "dialog" : undefined}
        disabled={!canWrite}
        onClick={(event) => onPress(activity, party, event.currentTarget)}
      >
        <span className="visually-hidden">{`${title || t("board.untitled")}, ${name}: ${words}`}</span>
        {held.map((slot) => (
          <span key={slot} data-slot={slot} aria-hidden="true">
            {t(`parties.short.${slot}`)}
          </span>
        ))}
      </button>
    </td>
  );
});

/** Arrow keys, Home and End from cell to cell; the cell that has focus is the tab stop. */
function onArrow(event: KeyboardEvent): void {
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-role-cell]") : null;
  const matrix = from?.closest("table");
  if (from == null || matrix == null) return;
  const rows = [...matrix.querySelectorAll("tr")]
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-role-cell]")])
    .filter((row) => row.length > 0);
  const row = rows.findIndex((cells) => cells.includes(from));
  const column = rows[row]?.indexOf(from) ?? -1;
  const to = ((): HTMLElement | undefined => {
    switch (event.key) {
      case "ArrowRight":
        return rows[row]?.[column + 1];
      case "ArrowLeft":
        return rows[row]?.[column - 1];
      case "ArrowDown":
        return rows[row + 1]?.[column];
      case "ArrowUp":
        return rows[row - 1]?.[column];
      case "Home":
        return rows[row]?.[0];
      case "End":
        return rows[row]?.at(-1);
      default:
        return undefined;
    }
  })();
  if (to === undefined) return;
  event.preventDefault();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}
