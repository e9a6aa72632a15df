import { Copy, Ellipsis, Link2, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCopyLink } from "../../fields/use-copy-link.ts";
import { duplicate } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";

/** What is done with an activity as a whole; whoever only reads can still copy its address. */
export function PanelMenu({
  activity,
  onOpen,
  onArchive,
}: {
  readonly activity: CardSnapshot;
  readonly onOpen: (id: string) => void;
  readonly onArchive: (ids: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor, canWrite } = usePlanSession();
  const copyLink = useCopyLink();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const title = activity.title || t("board.untitled");

  function onDuplicate(): void {
    const copy = duplicate(doc, activity.id, t("activity.copyOf", { title }), actor.id);
    if (copy !== null) onOpen(copy);
  }

  const writing = [
    { label: t("activity.duplicate"), icon: Copy, run: onDuplicate },
    { label: t("board.card.archive"), icon: Trash2, run: () => onArchive([activity.id]) },
  ];
  return (
    <>
      <IconButton
        label={t("board.card.menu", { title })}
        size="small"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis aria-hidden />
      </IconButton>
      {anchor !== null && (
        <Menu
          anchor={anchor}
          label={t("board.card.menu", { title })}
          items={[
            { label: t("fields.copyLink"), icon: Link2, run: () => copyLink("activity", activity.id) },
            ...(canWrite ? writing : []),
          ]}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
