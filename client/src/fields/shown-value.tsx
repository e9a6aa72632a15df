import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./control.module.css";

/** A field for whoever may not write it: its label, and what it says as text. */
export function ShownValue({
  field,
  label,
  text,
}: {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.cell} data-field={field}>
      <span className={styles.label}>{label}</span>
      <span className={styles.shown}>{text === "" ? t("fields.emptyText") : text}</span>
    </div>
  );
}
