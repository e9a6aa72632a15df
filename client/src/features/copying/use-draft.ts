import {
  COPIED_PARTS,
  type CopiedPart,
  type CopyChoices,
  MAX_WEEKS,
} from "@planwand/shared/copying/choices.ts";
import { firstDayOf } from "@planwand/shared/copying/copied-dates.ts";
import { titleInYear, weeksTo } from "@planwand/shared/copying/school-year.ts";
import { type SchoolYear, schoolYearOf } from "@planwand/shared/dates/school-year.ts";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** No title of a plan is longer. */
export const TITLE_MAX = 120;
export const MOVES = ["stay", "weeks", "year"] as const;
type Move = (typeof MOVES)[number];

/** What was filled in so far. */
interface Filled {
  /** Null as long as nobody named the copy. */
  readonly title: string | null;
  readonly parts: readonly CopiedPart[];
  readonly move: Move;
  /** As it was typed. */
  readonly weeks: string;
  /** Null for the year after the one in which the plan begins. */
  readonly year: SchoolYear | null;
}

/** A copy being filled in. */
export interface CopyDraft extends Omit<Filled, "title" | "year"> {
  readonly title: string;
  /** The school year in which the plan begins; null for a plan without dates. */
  readonly from: SchoolYear | null;
  readonly year: SchoolYear;
  /** Null when what was typed is no number of weeks. */
  readonly choices: CopyChoices | null;
  readonly change: (change: Partial<Filled>) => void;
}

const UNTIL_ASKED: readonly CopiedPart[] = ["names"];

export function useDraft(plan: Plan): CopyDraft {
  const { t } = useTranslation();
  const [filled, fill] = useState<Filled>({
    title: null,
    parts: COPIED_PARTS.filter((part) => !UNTIL_ASKED.includes(part)),
    move: "stay",
    weeks: "1",
    year: null,
  });
  const { parts, move, weeks } = filled;
  const first = firstDayOf(plan);
  const from = first === null ? null : schoolYearOf(first);
  const year = filled.year ?? (from ?? 0) + 1;
  const byWeeks =
    first === null || move === "stay" ? 0 : move === "year" ? weeksTo(year, first) : readWeeks(weeks);
  const suggested =
    move === "year" && from !== null
      ? titleInYear(plan.title, year)
      : t("copying.copyOf", { title: plan.title.trim() || t("app.untitledPlan") });
  return {
    ...filled,
    title: filled.title ?? cut(suggested, TITLE_MAX),
    from,
    year,
    choices: byWeeks === null ? null : { parts, weeks: byWeeks },
    change: (change) => fill((before) => ({ ...before, ...change })),
  };
}

function readWeeks(typed: string): number | null {
  const weeks = typed.trim() === "" ? Number.NaN : Number(typed.replace("−", "-"));
  return Number.isInteger(weeks) && Math.abs(weeks) <= MAX_WEEKS ? weeks : null;
}
