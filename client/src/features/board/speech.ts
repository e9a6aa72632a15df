import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlanIndex } from "../../plan/hooks.ts";
import { announce } from "../../ui/live-region.tsx";
import type { Spot } from "./keyboard-move.ts";

/** What a screen reader is told while a card moves; every sentence names the card or its place. */
export interface Speech {
  /** `spot` is null for a card that is in no cell. */
  lifted(id: string, spot: Spot | null): void;
  moved(id: string, spot: Spot): void;
  /** `ids` are the cards that were put down together. */
  dropped(ids: readonly string[], spot: Spot): void;
  cancelled(id: string, spot: Spot | null): void;
  /** The title of a card, or the words for one without. */
  titleOf(id: string): string;
}

/** Speech in the reader's language. */
export function useSpeech(): Speech {
  const { t } = useTranslation();
  const index = usePlanIndex();
  return useMemo(() => {
    const titleOf = (id: string): string => index.activity(id)?.title || t("board.untitled");
    const words = (id: string, spot: Spot) => ({
      title: titleOf(id),
      phase: index.list("phases").find((phase) => phase.id === spot.phase)?.name || t("board.unnamedPhase"),
      domain:
        index.list("domains").find((domain) => domain.id === spot.domain)?.name || t("board.unnamedDomain"),
      position: spot.index + 1,
      total: index.cell(spot.phase, spot.domain).filter((other) => other !== id).length + 1,
    });
    return {
      titleOf,
      lifted(id, spot) {
        announce(
          spot === null
            ? t("moving.drag.liftedUnplaced", { title: titleOf(id) })
            : t("moving.drag.lifted", words(id, spot)),
          "assertive",
        );
      },
      moved: (id, spot) => announce(t("moving.drag.moved", words(id, spot)), "assertive"),
      dropped([id = "", ...more], spot) {
        const what = { ...words(id, spot), count: more.length + 1 };
        announce(t(more.length === 0 ? "moving.drag.dropped" : "moving.drag.droppedMany", what), "assertive");
      },
      cancelled(id, spot) {
        announce(
          spot === null
            ? t("moving.drag.cancelledUnplaced", { title: titleOf(id) })
            : t("moving.drag.cancelled", words(id, spot)),
          "assertive",
        );
      },
    };
  }, [t, index]);
}
