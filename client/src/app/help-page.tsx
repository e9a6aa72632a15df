import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Handbook } from "../features/help/handbook.tsx";
import styles from "./help-page.module.css";
import { useHelpContents } from "./use-help-contents.ts";

/** The handbook for whoever reads before there is a plan. */
export function HelpPage({ name }: { readonly name: string | null }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t("help.title")}</h1>
      <Handbook
        name={name}
        contents={useHelpContents()}
        onGo={(to) => navigate(to === null ? "/help" : `/help/${to}`)}
      />
    </main>
  );
}
