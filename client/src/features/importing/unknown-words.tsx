import { type Proposal, type UnknownWord, wordKey } from "@planwand/shared/exchange/proposal.ts";
import { SHEETS } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./importing.module.css";
import { withSaid } from "./said-word.ts";
import { isOfDays } from "./unknown-days.tsx";
import type { Proposing } from "./use-proposal.ts";

const NOT_SAID = "";
const LEAVE_OUT = "-";

/** Words that no list of the product has, such as *groen* for a status: each means one of the list, or nothing. */
export function UnknownWords({
  proposal: { words: all },
  proposing: { choices, choose },
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const words = all.filter((word) => !isOfDays(word));
  if (words.length === 0) return null;
  const say = (asked: UnknownWord, value: string): void => {
    const said = value === LEAVE_OUT ? null : value;
    choose({ words: withSaid(choices.words, asked, value === NOT_SAID ? undefined : said) });
  };
  return (
    <details className={styles.part} open>
      <summary>{t("importing.words.title", { count: words.length })}</summary>
      <div className={styles.columns}>
        {words.map((asked) => {
          const { sheet, column, word, count, choice } = asked;
          const { heading, choices: values = {} } =
            SHEETS[sheet].columns.find(({ key }) => key === column) ?? {};
          return (
            <SelectField
              key={wordKey(sheet, column, word)}
              label={t("importing.words.means", { column: heading?.[language] ?? "", word, count })}
              value={choice === undefined ? NOT_SAID : (choice ?? LEAVE_OUT)}
              options={[
                { value: NOT_SAID, label: t("importing.words.choose") },
                { value: LEAVE_OUT, label: t("importing.words.nothing") },
                ...Object.entries(values).map(([value, said]) => ({ value, label: said[language] })),
              ]}
              onChange={(value) => say(asked, value)}
            />
          );
        })}
      </div>
    </details>
  );
}
