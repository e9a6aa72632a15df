import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import {
  linesOf,
  tableOf,
  type TableGroup,
  type TableOrder,
  type TableRow,
} from "@planwand/shared/views/table.ts";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { filterOf } from "../../plan/filter.ts";
import {
  useActivities,
  useDomains,
  useGoals,
  useOpenDecisionCounts,
  useParties,
  usePhases,
} from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";

export type Line = TableRow<CardSnapshot>;

/** The activities as the address asks for them, and what the filter of this page found (null while it looks for nothing). */
export function useTable(
  order: TableOrder,
  folded: ReadonlySet<string>,
  isHiding: boolean,
): {
  readonly lines: readonly Line[];
  readonly found: ReadonlySet<string> | null;
  readonly total: number;
  readonly openDecisions: ReadonlyMap<string, number>;
} {
  const cards = useActivities();
  const phases = usePhases();
  const domains = useDomains();
  const parties = useParties();
  const goals = useGoals();
  const openDecisions = useOpenDecisionCounts();
  const store = filterOf(usePlanSession().doc).found;
  const found = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const hidden = isHiding ? found : null;
  const lines = useMemo(() => {
    const shown = hidden === null ? cards : cards.filter(({ id }) => hidden.has(id));
    const plan = { phases, domains, parties, goals, openDecisions };
    return linesOf(tableOf(shown, plan, order, words.compare), order.group, folded);
  }, [cards, phases, domains, parties, goals, openDecisions, order, folded, hidden]);
  return { lines, found, total: cards.length, openDecisions };
}

const words = new Intl.Collator();

/** The same lines in the order of `keys`, so that no row goes from under one's hands while it is written in; new ones come last. */
export function inHeldOrder(lines: readonly Line[], keys: readonly string[] | null): readonly Line[] {
  if (keys === null) return lines;
  const at = new Map(keys.map((key, index) => [key, index]));
  const place = ({ key }: Line): number => at.get(key) ?? keys.length;
  return lines.toSorted((a, b) => place(a) - place(b));
}

/** What stands above a group. */
export function useGroupName(group: TableOrder["group"]): (of: TableGroup<unknown>["of"]) => string {
  const { t } = useTranslation();
  const lists = { phase: usePhases(), domain: useDomains(), party: useParties() };
  const goals = useGoals();
  return (of) => {
    if (of.length === 0) return group === "none" ? "" : t(`table.without.${group}`);
    if (group === "status") {
      const status = ACTIVITY_STATUSES.find((known) => known === of[0]);
      return status === undefined ? "" : t(`board.status.${status}`);
    }
    if (group === "none") return "";
    const named =
      group === "goal"
        ? goals.map(({ id, title }) => [id, title || t("goals.untitled")] as const)
        : lists[group].map(({ id, name }) => [id, name || t("table.unnamed")] as const);
    const names = new Map(named);
    return of.map((id) => names.get(id) ?? "").join(" + ");
  };
}
