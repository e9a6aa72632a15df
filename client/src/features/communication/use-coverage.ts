import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { type CoverageCell, type CoverageRow, coverageOf } from "@planwand/shared/views/coverage.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useParties, usePhases } from "../../plan/hooks.ts";

/** The rows of one circle. */
export interface CoverageGroup {
  readonly circle: Circle;
  readonly rows: readonly CoverageRow[];
}

/** Who hears what in each phase of this plan. */
export function useCoverage(): readonly CoverageRow[] {
  const phases = usePhases();
  const parties = useParties();
  const moments = useEntries("communications");
  const activities = useActivities();
  return useMemo(
    () =>
      coverageOf({
        phases,
        parties,
        moments,
        activities: activities.map(({ place: [phase], roles, status }) => ({ phase, roles, status })),
      }),
    [phases, parties, moments, activities],
  );
}

/** Rows under their circles, in the order of the circles; those without rows are left out. */
export function byCircle(rows: readonly CoverageRow[]): readonly CoverageGroup[] {
  return CIRCLES.map((circle) => ({
    circle,
    rows: rows.filter(({ party }) => party.circle === circle),
  })).filter((group) => group.rows.length > 0);
}

/** What a cell says. */
export function useCellWords(): (cell: CoverageCell) => string {
  const { t } = useTranslation();
  return ({ hears, tells, isLeftOut }) => {
    if (hears.length > 0) return t("communication.coverage.hears", { count: hears.length });
    if (tells > 0) return t("communication.coverage.tells", { count: tells });
    return t(isLeftOut ? "communication.coverage.leftOut" : "communication.coverage.nothing");
  };
}
