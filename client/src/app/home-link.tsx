import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { buttonClass } from "../ui/button.tsx";

/** Leads to the start page. */
export function HomeLink(): ReactNode {
  const { t } = useTranslation();
  return (
    <Link href="/" className={buttonClass({ variant: "secondary" })}>
      {t("app.home")}
    </Link>
  );
}
