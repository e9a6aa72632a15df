import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./card-lens.module.css";

/** What the circle from whose side the wall is seen does in this activity; it stands on the edge, so that nothing moves. */
export function CardLens({ slots }: { readonly slots: readonly RoleSlot[] }): ReactNode {
  const { t } = useTranslation();
  return <span className={styles.lens}>{slots.map((slot) => t(`activity.roles.${slot}`)).join(" · ")}</span>;
}
