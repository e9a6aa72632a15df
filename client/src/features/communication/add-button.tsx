import { COMMUNICATION_KINDS, type CommunicationKind } from "@planwand/shared/plan/schema.ts";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { KIND_ICONS } from "./kind-tag.tsx";

/** Adds a moment of the kind that one chooses. */
export function AddButton({
  label,
  isMain = false,
  onAdd,
}: {
  /** What it is called when its place says more than its words. */
  readonly label?: string;
  readonly isMain?: boolean;
  readonly onAdd: (kind: CommunicationKind) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [anchor, openAt] = useState<HTMLElement | null>(null);
  const words = t("communication.add");
  return (
    <>
      <Button
        variant={isMain ? "primary" : "ghost"}
        size={isMain ? "medium" : "small"}
        aria-label={label ?? words}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        data-add-moment={isMain || undefined}
        onClick={(event) => openAt(event.currentTarget)}
      >
        <Plus aria-hidden />
        {words}
      </Button>
      {anchor === null ? null : (
        <Menu
          label={label ?? words}
          anchor={anchor}
          items={COMMUNICATION_KINDS.map((kind) => ({
            label: t("communication.addKind", { kind: t(`communication.kinds.${kind}`) }),
            icon: KIND_ICONS[kind],
            run: () => onAdd(kind),
          }))}
          onClose={() => openAt(null)}
        />
      )}
    </>
  );
}
