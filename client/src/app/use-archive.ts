import { useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import { elementOf } from "../fields/entry-place.ts";
import { archive, restore } from "../plan/archive.ts";
import { usePlanIndex } from "../plan/hooks.ts";
import { usePlanSession } from "../sync/session.tsx";
import { focusSoon } from "../ui/focus.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toaster.tsx";

/** Puts a card in the bin, with eight seconds to take that back; several in a row are one message. */
export function useArchive(): (ids: readonly string[]) => void {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const index = usePlanIndex();
  const told = useRef<{ readonly id: string; readonly title: string }[]>([]);
  return useCallback(
    (ids) => {
      const cards = [
        ...told.current,
        ...ids.map((id) => ({ id, title: index.activity(id)?.title || t("board.untitled") })),
      ];
      told.current = cards;
      const what = { count: cards.length, title: cards[0]?.title ?? "" };
      archive(doc, "activities", ids, actor.id);
      const forget = (): void => {
        if (told.current === cards) told.current = [];
      };
      showToast(t("board.archived", what), {
        label: t("board.undo"),
        kind: "archived",
        onGone: forget,
        run() {
          forget();
          const gone = cards.map(({ id }) => ({ root: "activities", id }) as const);
          restore(doc, gone, actor.id);
          announce(t("board.restored", what), "polite");
          focusSoon(() => elementOf(cards[0]?.id ?? ""));
        },
      });
    },
    [t, doc, actor, index],
  );
}
