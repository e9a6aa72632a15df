import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { nl } from "./nl.ts";
import type { DutchWords } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: DutchWords };
  }
}

export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** In which form each language writes dates. */
export const DATE_LOCALES = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

/** The language that the page is in, from i18next's name for it. */
export function languageOf(name: string): Language {
  return name === "en" ? "en" : "nl";
}

const LANGUAGE_KEY = "planwand:language";

/** Readies the words; Dutch is always there, English is fetched when chosen. Resolves when the first page can be drawn. */
export async function initWords(): Promise<void> {
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: "nl",
    fallbackLng: "nl",
    resources: { nl: { translation: nl } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (preferredLanguage() === "en") await switchTo("en");
}

/** Fetches the words of the parts that are fetched apart. Resolves when they can be shown. */
export async function loadPartWords(): Promise<void> {
  const { nlParts } = await import("./nl-parts.ts");
  i18next.addResourceBundle("nl", "translation", nlParts, true);
}

/** Changes the language of the page and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  await switchTo(language);
}

async function switchTo(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { en } = await import("./en.ts");
    i18next.addResourceBundle("en", "translation", en);
  }
  await i18next.changeLanguage(language);
}

/** What was chosen on this device, else Dutch: most colleges' browsers speak English to people who do not. */
function preferredLanguage(): Language {
  try {
    const chosen = localStorage.getItem(LANGUAGE_KEY);
    return LANGUAGES.find((language) => language === chosen) ?? "nl";
  } catch {
    return "nl";
  }
}
