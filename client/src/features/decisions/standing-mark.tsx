import type { Standing } from "@planwand/shared/views/decisions.ts";
import {
  Circle,
  CircleDot,
  Gavel,
  type LucideIcon,
  MessageCircleQuestion,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./decisions.module.css";

const ICONS: Record<Standing, LucideIcon> = {
  open: Circle,
  prepared: CircleDot,
  advice: MessageCircleQuestion,
  returned: Undo2,
  decided: Gavel,
  unsealed: TriangleAlert,
};

/** Where a decision point stands: a sign and its word. */
export function StandingMark({ standing }: { readonly standing: Standing }): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[standing];
  return (
    <span className={styles.standing} data-standing={standing}>
      <Icon size={14} aria-hidden="true" />
      {t(`decisions.standing.${standing}`)}
    </span>
  );
}
