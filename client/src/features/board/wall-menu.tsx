import { Link2, MoveRight, PanelRightOpen, SquareCheck, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCopyLink } from "../../fields/use-copy-link.ts";
import { Menu } from "../../ui/menu.tsx";
import { toggled } from "./folds.ts";
import { useSpeech } from "./speech.ts";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** What can be done with the card whose menu button was pressed; everything that dragging does is here too. */
export function WallMenu({ askMove }: { readonly askMove: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { menu, open, picked, archive } = useWall();
  const speech = useSpeech();
  const copyLink = useCopyLink();
  const asked = useStore(menu, (now) => now);
  if (asked === null) return null;
  const { id, anchor } = asked;
  return (
    <Menu
      anchor={anchor}
      label={t("board.card.menu", { title: speech.titleOf(id) })}
      items={[
        { label: t("board.card.open"), icon: PanelRightOpen, run: () => open(id) },
        { label: t("board.card.move"), icon: MoveRight, run: () => askMove(id) },
        {
          label: t("moving.pick"),
          icon: SquareCheck,
          run: () => picked.set(toggled(picked.getSnapshot(), id)),
        },
        { label: t("fields.copyLink"), icon: Link2, run: () => copyLink("activity", id) },
        { label: t("board.card.archive"), icon: Trash2, run: () => archive([id]) },
      ]}
      onClose={() => menu.set(null)}
    />
  );
}
