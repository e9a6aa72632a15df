import type { Language } from "../../plan/schema.ts";
import { changes as en } from "./en.ts";
import { changes as nl } from "./nl.ts";

type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};

/** The words in which differences are told, in one language. */
export type ChangeWords = SameKeys<typeof nl>;

/** The words of that language. */
export function changeWordsOf(language: Language): ChangeWords {
  return language === "en" ? en : nl;
}
