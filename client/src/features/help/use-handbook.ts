import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Language, languageOf } from "../../i18n/setup.ts";
import type { HandbookPage } from "./handbook-page.ts";

type Pages = readonly HandbookPage[];

const LOAD: Readonly<Record<Language, () => Promise<{ readonly pages: Pages }>>> = {
  nl: () => import("virtual:handbook/nl"),
  en: () => import("virtual:handbook/en"),
};

export interface Handbook {
  /** Null until they are there. */
  readonly pages: Pages | null;
  /** They could not be fetched; `again` tries once more. */
  readonly isAway: boolean;
  again(): void;
}

/** The pages of the handbook in the language of the page. */
export function useHandbook(): Handbook {
  const language = languageOf(useTranslation().i18n.language);
  const [got, setGot] = useState<{ readonly language: Language; readonly pages: Pages } | null>(null);
  const [isAway, setAway] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    setAway(false);
    LOAD[language]().then(
      ({ pages }) => isGone || setGot({ language, pages }),
      () => isGone || setAway(true),
    );
    return () => {
      isGone = true;
    };
  }, [language, tries]);
  return {
    pages: got?.language === language ? got.pages : null,
    isAway,
    again: () => setTries((count) => count + 1),
  };
}
