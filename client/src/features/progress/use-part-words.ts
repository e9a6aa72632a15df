import { countedIn, meanProgress, type RollUp, sizeOf } from "@planwand/shared/views/progress.ts";
import { useTranslation } from "react-i18next";
import { languageOf, DATE_LOCALES } from "../../i18n/setup.ts";

/** What is said of a roll-up. */
export interface PartWords {
  /** 78,5%; a dash where nothing counts. */
  percent(part: RollUp): string;
  number(value: number): string;
  /** 12 activiteiten */
  count(part: RollUp): string;
  /** Late and blocked, each in words; none when nothing is. */
  marks(part: RollUp): readonly { readonly kind: "late" | "blocked"; readonly words: string }[];
}

export function usePartWords(): PartWords {
  const { t, i18n } = useTranslation();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    number: (value) => number.format(value),
    percent(part) {
      const mean = meanProgress(part);
      return mean === null ? "–" : `${number.format(mean)}%`;
    },
    count: (part) => t("board.count", { count: sizeOf(part) }),
    marks: (part) => [
      ...(part.late > 0 ? [{ kind: "late" as const, words: t("progress.late", { count: part.late }) }] : []),
      ...(part.statuses.blocked > 0
        ? [{ kind: "blocked" as const, words: t("progress.blocked", { count: part.statuses.blocked }) }]
        : []),
    ],
  };
}

/** The share of a bar that is filled, in per cent; 0 where nothing counts. */
export function filled(part: RollUp): number {
  return countedIn(part) === 0 ? 0 : (meanProgress(part) ?? 0);
}
