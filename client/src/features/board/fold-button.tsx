import { FoldHorizontal, FoldVertical, UnfoldHorizontal, UnfoldVertical } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./axis-controls.module.css";
import { useWall } from "./wall-context.ts";

const ICONS = {
  phases: { fold: FoldHorizontal, unfold: UnfoldHorizontal },
  domains: { fold: FoldVertical, unfold: UnfoldVertical },
} as const;

/** Folds a phase or domain to a band on this device, or opens it again. */
export function FoldButton({
  axis,
  id,
  name,
  isFolded,
}: {
  readonly axis: keyof typeof ICONS;
  readonly id: string;
  readonly name: string;
  readonly isFolded: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { folds } = useWall();
  const Icon = ICONS[axis][isFolded ? "unfold" : "fold"];
  const label = t(isFolded ? "board.unfold" : "board.fold", { name });
  return (
    <button
      type="button"
      className={styles.fold}
      data-stop={`fold:${id}`}
      tabIndex={-1}
      aria-expanded={!isFolded}
      aria-label={label}
      title={label}
      onClick={() => folds.toggle(id)}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}
