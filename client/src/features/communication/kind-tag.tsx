import type { CommunicationKind } from "@planwand/shared/plan/schema.ts";
import { Handshake, type LucideIcon, Megaphone, MessageSquareReply } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./kind-tag.module.css";

/** The sign of each kind of moment; its word goes with it. */
export const KIND_ICONS: Record<CommunicationKind, LucideIcon> = {
  align: Handshake,
  feedback: MessageSquareReply,
  inform: Megaphone,
};

/** Which kind of moment it is, as icon and word. */
export function KindTag({ kind }: { readonly kind: CommunicationKind }): ReactNode {
  const { t } = useTranslation();
  const Icon = KIND_ICONS[kind];
  return (
    <span className={styles.kind} data-kind={kind}>
      <Icon size={14} aria-hidden="true" />
      {t(`communication.kinds.${kind}`)}
    </span>
  );
}
