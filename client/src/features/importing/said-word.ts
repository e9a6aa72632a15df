import { type ImportChoices, type UnknownWord, wordKey } from "@planwand/shared/exchange/proposal.ts";

/** The choices of words with what was said of one: a value, null for nothing, undefined for not said. */
export function withSaid(
  words: ImportChoices["words"] = {},
  { sheet, column, word }: UnknownWord,
  value: string | null | undefined,
): ImportChoices["words"] {
  const { [wordKey(sheet, column, word)]: _before, ...others } = words;
  return value === undefined ? others : { ...others, [wordKey(sheet, column, word)]: value };
}
