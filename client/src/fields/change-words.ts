import type { FieldChange } from "@planwand/shared/diff/plan-difference.ts";
import { tellField, type Telling, type ToldField } from "@planwand/shared/diff/tell-field.ts";
import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";
import { changeWordsOf } from "@planwand/shared/diff/words/words.ts";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../i18n/date-format.ts";
import { DATE_LOCALES, type Language, languageOf } from "../i18n/setup.ts";

/** Tells changes of fields; `names` says what ids are called. */
export function useFieldWords(
  names: ReadonlyMap<string, string>,
): (kind: EntryKind | "meta", change: FieldChange) => ToldField {
  const { i18n } = useTranslation();
  const telling = { ...tellingIn(languageOf(i18n.language)), names };
  return (kind, change) => tellField(telling, kind, change);
}

/** The words of a language, and how it writes days. */
export function tellingIn(language: Language): Omit<Telling, "names"> {
  const format = dateFormat(DATE_LOCALES[language], { dateStyle: "medium", timeZone: "UTC" });
  return { words: changeWordsOf(language), day: (date) => format.format(new Date(`${date}T00:00:00Z`)) };
}
