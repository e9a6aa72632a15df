import { addDays } from "@planwand/shared/kernel/clock.ts";
import type { Stamp } from "@planwand/shared/plan/schema.ts";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import type { BinnedAt } from "../../plan/archive.ts";
import { dayHere } from "../../plan/clock.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { useToday } from "../../plan/today.ts";

/** Tells of what was put back where it is now: a card whose phase or domain is still in the bin is not where it stood. */
export function useBackWords(index: PlanIndex): (one: BinnedAt) => string {
  const { t } = useTranslation();
  return (one) => {
    const card = "root" in one && one.root === "activities" ? index.activity(one.id) : null;
    return t(card === null || index.isOnWall(card) ? "bin.isBack" : "bin.isUnplaced");
  };
}

/** Tells who put something away, and when. */
export function useStory(nameOf: (id: string) => string | null | undefined): (stamp: Stamp) => string {
  const { t } = useTranslation();
  const when = useWhen();
  return ({ by, at }) => {
    const name = nameOf(by);
    if (name === undefined) return when(at);
    return name === null ? t("bin.bySomebody", { when: when(at) }) : t("bin.by", { name, when: when(at) });
  };
}

/** Tells when something happened as people say it: today and yesterday by name, and the year only of other years. */
function useWhen(): (at: number) => string {
  const { t, i18n } = useTranslation();
  const clock = dateFormat(DATE_LOCALES[languageOf(i18n.language)], { hour: "2-digit", minute: "2-digit" });
  const now = useToday();
  const { day } = useNearDates();
  return (at) => {
    const date = dayHere(at);
    if (date === now) return t("bin.today", { time: clock.format(at) });
    return date === addDays(now, -1) ? t("bin.yesterday", { time: clock.format(at) }) : day(date);
  };
}
