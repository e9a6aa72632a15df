import type { FieldChange } from "@planwand/shared/diff/plan-difference.ts";
import { tellField, type Telling, type ToldField } from "@planwand/shared/diff/tell-field.ts";
import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";
import { changeWordsOf } from "@planwand/shared/diff/words/words.ts";
import { useTranslation } from "react-i18next";
import { type Language, languageOf } from "../i18n/setup.ts";
import { shortDays } from "../i18n/short-days.ts";

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
  return { words: changeWordsOf(language), day: (date) => shortDays(language, date) };
}
