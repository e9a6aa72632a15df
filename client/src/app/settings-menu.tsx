import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES } from "../i18n/setup.ts";
import { IconButton } from "../ui/button.tsx";
import { ChoiceField } from "../ui/choice-field.tsx";
import { Popover } from "../ui/popover.tsx";
import styles from "./settings-menu.module.css";
import { chosenTheme, chooseTheme, THEMES, type Theme } from "./theme.ts";

/** A language is called by its own name, whatever the language of the page. */
const LANGUAGE_NAMES = { nl: "Nederlands", en: "English" } as const;

/** Language and appearance, kept on this device. */
export function SettingsMenu(): ReactNode {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const language = LANGUAGES.find((known) => known === i18n.language) ?? "nl";
  return (
    <Popover
      label={t("app.menu")}
      trigger={
        <IconButton label={t("app.menu")}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <div className={styles.menu}>
        <ChoiceField
          label={t("app.language")}
          choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={language}
          onChange={(value) => void chooseLanguage(value)}
        />
        <ChoiceField
          label={t("app.theme.label")}
          choices={THEMES.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
          value={theme}
          onChange={(value) => {
            setTheme(value);
            chooseTheme(value);
          }}
        />
      </div>
    </Popover>
  );
}
