import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./role-chips.module.css";

/** Roles in one short word each, for the eye: whatever holds them says them in full. */
export function RoleChips({ slots }: { readonly slots: readonly RoleSlot[] }): ReactNode {
  const { t } = useTranslation();
  return slots.map((slot) => (
    <span key={slot} className={styles.chip} data-slot={slot} aria-hidden="true">
      {t(`parties.short.${slot}`)}
    </span>
  ));
}
