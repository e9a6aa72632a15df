import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { shortDays } from "../i18n/short-days.ts";

/** Writes a day, or a period, as the language of the page does in short; empty for none. */
export function useShortDays(): (...days: readonly (LocalDate | null)[]) => string {
  const { language } = useTranslation().i18n;
  return useCallback((...days) => shortDays(language, ...days), [language]);
}
