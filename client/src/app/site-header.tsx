import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Logo } from "../ui/logo.tsx";
import { SettingsMenu } from "../features/settings/settings-menu.tsx";
import styles from "./site-header.module.css";

/** The bar above pages that are not a plan. */
export function SiteHeader(): ReactNode {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.home ?? ""}>
        <Logo size={28} />
        {t("app.name")}
      </Link>
      <div className={styles.tools}>
        <Link href="/help" className={styles.help ?? ""}>
          {t("actions.help")}
        </Link>
        <SettingsMenu />
      </div>
    </header>
  );
}
