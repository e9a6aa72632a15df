import {
  FileDown,
  FileInput,
  Keyboard,
  ListFilter,
  ListOrdered,
  LogOut,
  type LucideIcon,
  Printer,
  Redo2,
  Trash2,
  Undo2,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Settings } from "../features/settings/settings.tsx";
import { useWalkBack } from "../features/undo/use-walk-back.ts";
import { usePlanSession } from "../sync/session.tsx";
import { ChoiceField } from "../ui/choice-field.tsx";
import { chooseDensity, chosenDensity, DENSITIES } from "../ui/density.ts";
import styles from "./plan-menu.module.css";

/** A window that the menu opens. */
export type PlanWindow = "bin" | "import" | "export" | "guide" | "shortcuts" | "leave";

/** What is behind the button of the plan menu, apart because it is seldom needed. */
export function PlanMenuItems({
  onOpen,
  onFilter,
  onDone,
}: {
  readonly onOpen: (what: PlanWindow) => void;
  readonly onFilter: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const walk = useWalkBack();
  const items: readonly (Omit<ItemProps, "onDone"> | null)[] = [
    canWrite ? { label: t("undo.undo"), icon: Undo2, run: () => walk("undo"), isNarrowOnly: true } : null,
    canWrite ? { label: t("undo.redo"), icon: Redo2, run: () => walk("redo"), isNarrowOnly: true } : null,
    { label: t("app.filter"), icon: ListFilter, run: onFilter, isNarrowOnly: true },
    { label: t("guide.title"), icon: ListOrdered, run: () => onOpen("guide") },
    canWrite ? { label: t("importing.title"), icon: FileInput, run: () => onOpen("import") } : null,
    { label: t("bin.title"), icon: Trash2, run: () => onOpen("bin") },
    { label: `${t("exporting.title")} …`, icon: FileDown, run: () => onOpen("export") },
    { label: t("app.print"), icon: Printer, run: () => print() },
    { label: t("help.shortcuts"), icon: Keyboard, run: () => onOpen("shortcuts") },
    { label: t("leave.title"), icon: LogOut, run: () => onOpen("leave") },
  ];
  return (
    <>
      <ul className={styles.items}>
        {items.map((item) => item && <Item key={item.label} {...item} onDone={onDone} />)}
      </ul>
      <DensityChoice />
      <Settings />
    </>
  );
}

/** How large the cards are, for this plan on this device. */
function DensityChoice(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const [density, setDensity] = useState(() => chosenDensity(planId));
  return (
    <div className={styles.choice}>
      <ChoiceField
        label={t("app.density.label")}
        choices={DENSITIES.map((value) => ({ value, label: t(`app.density.${value}`) }))}
        value={density}
        onChange={(chosen) => {
          setDensity(chosen);
          chooseDensity(planId, chosen);
        }}
      />
    </div>
  );
}

interface ItemProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
  /** Only where there is no room for the button in the header. */
  readonly isNarrowOnly?: boolean;
  readonly onDone: () => void;
}

function Item({ label, icon: Icon, run, isNarrowOnly = false, onDone }: ItemProps): ReactNode {
  return (
    <li data-narrow={isNarrowOnly || undefined}>
      <button
        type="button"
        className={styles.item}
        onClick={() => {
          onDone();
          run();
        }}
      >
        <Icon size={16} aria-hidden />
        {label}
      </button>
    </li>
  );
}
