import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Finding } from "@planwand/shared/checks/finding.ts";
import { COMMUNICATION_KINDS } from "@planwand/shared/plan/schema.ts";
import type { ParseKeys } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";

type Words = Finding["words"];

/** Says a finding as a sentence in the reader's language. */
export function useSentence(): (finding: Pick<Finding, "says" | "words">) => string {
  const { t, i18n } = useTranslation();
  const { day } = useNearDates();
  return useCallback(
    ({ says, words }) => {
      const locale = DATE_LOCALES[languageOf(i18n.language)];
      const list = new Intl.ListFormat(locale, { type: "conjunction" });
      const said = (name: string, value: Words[string]): string | number => {
        if (typeof value === "number") return value;
        if (typeof value !== "string") {
          if (name !== "reasons") return list.format(value);
          return list.format(value.map((reason) => t(`missing.reasons.${reason as "criterion"}`)));
        }
        const circle = CIRCLES.find((known) => known === value);
        const kind = COMMUNICATION_KINDS.find((known) => known === value);
        if (name === "date") return day(value);
        if (name === "circle" && circle !== undefined) return t(`people.circles.${circle}`);
        if (name === "kind" && kind !== undefined)
          return t(`communication.kinds.${kind}`).toLocaleLowerCase(locale);
        return value.trim() === "" ? t("board.untitled") : value;
      };
      const spoken = Object.fromEntries(
        Object.entries(words).map(([name, value]) => [name, said(name, value)]),
      );
      const key: ParseKeys = `missing.says.${says}`;
      // Which gaps a sentence has is known only here, one sentence at a time.
      return (t as (key: ParseKeys, words: object) => string)(key, spoken);
    },
    [t, i18n.language, day],
  );
}
