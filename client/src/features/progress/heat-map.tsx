import { type HeatCell, type Part, type ProgressView, sizeOf } from "@planwand/shared/views/progress.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DomainIcon } from "../../fields/domain-icon.tsx";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useDomains, usePhases } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { Popover } from "../../ui/popover.tsx";
import styles from "./heat-map.module.css";
import { Marks } from "./marks.tsx";
import { filled, usePartWords } from "./use-part-words.ts";

/** Where work is and how far it is: phases by domains, each cell with its number, its count and what is late or blocked in it. */
export function HeatMap({
  view,
  onOpen,
}: {
  readonly view: ProgressView<PlacedCard>;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const domains = useDomains();
  return (
    <div className={styles.scroll}>
      <table className={styles.map} aria-labelledby="heat-map-head" data-testid="heat-map">
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t("board.corner")}
            </th>
            {phases.map((phase) => (
              <th key={phase.id} scope="col">
                {phase.name || t("board.unnamedPhase")}
              </th>
            ))}
            <th scope="col" className={styles.sum}>
              {t("progress.together")}
            </th>
          </tr>
        </thead>
        <tbody>
          {domains.map((domain, at) => (
            <tr key={domain.id}>
              <th scope="row">
                <span className={styles.domain} style={{ "--own": `var(--domain-${String(domain.color)})` }}>
                  <DomainIcon color={domain.color} />
                  {domain.name || t("board.unnamedDomain")}
                </span>
              </th>
              {view.cells[at]?.map((cell) => (
                <td key={cell.phase} data-phase={cell.phase} data-domain={cell.domain}>
                  <Cell
                    cell={cell}
                    label={t("progress.cellOf", {
                      phase: phases.find(({ id }) => id === cell.phase)?.name ?? "",
                      domain: domain.name,
                    })}
                    onOpen={onOpen}
                  />
                </td>
              ))}
              <td className={styles.sum} data-domain={domain.id}>
                <Total part={view.domains[at]} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("progress.together")}</th>
            {view.phases.map((part) => (
              <td key={part.id} className={styles.sum} data-phase={part.id}>
                <Total part={part} />
              </td>
            ))}
            <td className={styles.sum}>
              <Total part={{ id: null, activities: [], rollUp: view.whole }} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Total({ part }: { readonly part: Part<PlacedCard> | undefined }): ReactNode {
  const words = usePartWords();
  if (part === undefined) return null;
  return (
    <span className={styles.total}>
      <strong data-percent>{words.percent(part.rollUp)}</strong>
      <span className={styles.count}>{words.count(part.rollUp)}</span>
      <Marks part={part.rollUp} />
    </span>
  );
}

/** A cell: pressing it lists its cards. The more there is done, the darker it is and the longer the bar at its foot. */
function Cell({
  cell,
  label,
  onOpen,
}: {
  readonly cell: HeatCell<PlacedCard>;
  readonly label: string;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = usePartWords();
  const { rollUp: part, activities, emptyReason } = cell;
  if (sizeOf(part) === 0)
    return (
      <span className={styles.empty} data-chosen={emptyReason !== null || undefined}>
        <strong>{t(emptyReason === null ? "progress.emptyCell" : "progress.chosenEmpty")}</strong>
        {emptyReason === null || emptyReason === "" ? null : (
          <span className={styles.count}>{emptyReason}</span>
        )}
      </span>
    );
  return (
    <Popover
      label={label}
      trigger={
        <button
          type="button"
          className={styles.cell}
          style={{ "--filled": `${String(filled(part))}%` }}
          data-heat-cell={`${cell.phase}/${cell.domain}`}
        >
          <strong data-percent>{words.percent(part)}</strong>
          <span className={styles.count}>{words.count(part)}</span>
          <Marks part={part} />
          <span className={styles.foot} data-ink aria-hidden="true" />
        </button>
      }
    >
      <h3 className={styles.heading}>{label}</h3>
      <ul className={styles.cards}>
        {activities.map((card) => {
          const Icon = STATUS_ICONS[card.status];
          return (
            <li key={card.id}>
              <button type="button" className={styles.card} onClick={() => onOpen(card.id)}>
                <span>{card.title || t("board.untitled")}</span>
                <small>
                  <Icon size={13} aria-hidden="true" />
                  {`${t(`board.status.${card.status}`)} · ${String(card.progress)}%`}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
