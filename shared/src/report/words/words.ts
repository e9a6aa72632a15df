import type { Language } from "../../plan/schema.ts";
import { en } from "./en.ts";
import { nl, type ReportWords } from "./nl.ts";

/** The words of that language. */
export function wordsOf(language: Language): ReportWords {
  return language === "en" ? en : nl;
}
