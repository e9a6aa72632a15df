import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, type Language, languageOf, LANGUAGES } from "../../i18n/setup.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { chooseTheme, chosenTheme, type Theme, THEMES } from "../../ui/theme.ts";
import styles from "./settings.module.css";

/** A language is called by its own name, whatever the language of the page. */
const LANGUAGE_NAMES = { nl: "Nederlands", en: "English" } as const;

/** Language and appearance, kept on this device. */
export function Settings(): ReactNode {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  // Shown as chosen at once; the words of the other language may still have to come.
  const [language, setLanguage] = useState<Language>(languageOf(i18n.language));

  function onLanguage(chosen: Language): void {
    setLanguage(chosen);
    void chooseLanguage(chosen);
  }

  function onTheme(chosen: Theme): void {
    setTheme(chosen);
    chooseTheme(chosen);
  }

  return (
    <div className={styles.settings}>
      <ChoiceField
        label={t("app.language")}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={onLanguage}
      />
      <ChoiceField
        label={t("app.theme.label")}
        choices={THEMES.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
        value={theme}
        onChange={onTheme}
      />
    </div>
  );
}
