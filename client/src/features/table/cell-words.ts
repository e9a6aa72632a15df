import type { TableColumn } from "@planwand/shared/views/table.ts";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { shortDays } from "../../i18n/short-days.ts";
import { useDomains, useGoals, useParties, usePhases } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";

/** What stands in a cell, as words; empty for nothing. Stays the same while nothing that it names changes. */
export type CellWords = (card: CardSnapshot, column: TableColumn) => string;

/** Words for every column but the count of decisions. */
export function useCellWords(): CellWords {
  const { t, i18n } = useTranslation();
  const phases = usePhases();
  const domains = useDomains();
  const parties = useParties();
  const goals = useGoals();
  return useMemo(() => {
    const phaseNames = new Map(phases.map(({ id, name }) => [id, name || t("board.unnamedPhase")]));
    const domainNames = new Map(domains.map(({ id, name }) => [id, name || t("board.unnamedDomain")]));
    const isPlaced = ({ place: [phase, domain] }: CardSnapshot): boolean =>
      phaseNames.has(phase) && domainNames.has(domain);
    const named = (ids: readonly string[], list: readonly { readonly id: string; readonly name: string }[]) =>
      list.flatMap(({ id, name }) => (ids.includes(id) ? [name || t("parties.unnamed")] : [])).join(", ");
    const goalNames = goals.map(({ id, title }) => ({ id, name: title || t("goals.untitled") }));
    return (card, column) => {
      switch (column) {
        case "title":
          return card.title || t("board.untitled");
        case "phase":
          return isPlaced(card) ? (phaseNames.get(card.place[0]) ?? "") : t("board.unplaced");
        case "domain":
          return isPlaced(card) ? (domainNames.get(card.place[1]) ?? "") : t("board.unplaced");
        case "status":
          return t(`board.status.${card.status}`);
        case "priority":
          return t(`activity.priority.${card.priority}`);
        case "progress":
          return t("activity.progressValue", { percent: card.progress });
        case "start":
        case "end":
          return shortDays(i18n.language, card[column]);
        case "goals":
          return named(card.goals, goalNames);
        case "decisions":
          return "";
        case "sponsor":
        case "executor":
        case "codecider":
        case "consulted":
        case "informed":
          return named(card.roles[column], parties);
      }
    };
  }, [t, i18n.language, phases, domains, parties, goals]);
}

/** What a column is called. */
export function useColumnNames(): (column: TableColumn) => string {
  const { t } = useTranslation();
  return useCallback(
    (column: TableColumn): string => {
      switch (column) {
        case "status":
        case "progress":
        case "start":
        case "end":
          return t(`activity.${column}`);
        case "priority":
          return t("activity.priority.label");
        case "title":
        case "phase":
        case "domain":
        case "goals":
        case "decisions":
          return t(`table.columns.${column}`);
        case "sponsor":
        case "executor":
        case "codecider":
        case "consulted":
        case "informed":
          return t(`activity.roles.${column}`);
      }
    },
    [t],
  );
}
