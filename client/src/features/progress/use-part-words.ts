import { countedIn, meanProgress, type RollUp, sizeOf } from "@planwand/shared/views/progress.ts";
import { useTranslation } from "react-i18next";

/** What is said of a roll-up. */
export interface PartWords {
  /** 78%; a dash where nothing counts. */
  percent(part: RollUp): string;
  /** 12 activiteiten, those over which the percentage is; and how many there are besides. */
  count(part: RollUp): string;
  /** Late and blocked, each in words; none when nothing is. */
  marks(part: RollUp): readonly { readonly kind: "late" | "blocked"; readonly words: string }[];
}

export function usePartWords(): PartWords {
  const { t } = useTranslation();
  return {
    percent: (part) => percentOf(meanProgress(part)),
    count(part) {
      const counted = countedIn(part);
      const besides = sizeOf(part) - counted;
      const words = t("board.count", { count: counted });
      return besides === 0 ? words : `${words} ${t("progress.besides", { count: besides })}`;
    },
    marks: (part) => [
      ...(part.late > 0 ? [{ kind: "late" as const, words: t("progress.late", { count: part.late }) }] : []),
      ...(part.statuses.blocked > 0
        ? [{ kind: "blocked" as const, words: t("progress.blocked", { count: part.statuses.blocked }) }]
        : []),
    ],
  };
}

/** A mean as it is written; a dash where nothing counts. */
export function percentOf(mean: number | null): string {
  return mean === null ? "–" : `${String(mean)}%`;
}

/** The share of a bar that is filled, in per cent; 0 where nothing counts. */
export function filled(part: RollUp): number {
  return countedIn(part) === 0 ? 0 : (meanProgress(part) ?? 0);
}
