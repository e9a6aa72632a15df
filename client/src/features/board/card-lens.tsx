import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./card-lens.module.css";

/**
 * What the circle from whose side the wall is seen does in this activity: the heaviest role, and how many more. It stands on the edge,
 * so that nothing moves.
 */
export function CardLens({ slots }: { readonly slots: readonly RoleSlot[] }): ReactNode {
  const { t } = useTranslation();
  const [first, ...others] = slots.map((slot) => t(`activity.roles.${slot}`));
  if (others.length === 0) return <span className={styles.lens}>{first}</span>;
  return (
    <span className={styles.lens}>
      {first} <span aria-hidden="true">+{others.length}</span>
      <span className="visually-hidden">{others.join(" · ")}</span>
    </span>
  );
}
