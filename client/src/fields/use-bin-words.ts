import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { type BinnedAt, restore } from "../plan/archive.ts";
import type { TakeBack } from "../plan/undo.ts";
import { usePlanSession } from "../sync/session.tsx";
import { focusSoon } from "../ui/focus.ts";
import { announce } from "../ui/live-region.tsx";
import { showToast } from "../ui/toaster.tsx";
import { elementOf } from "./entry-place.ts";

/** What was put away, and what people call it. */
export interface Gone {
  readonly gone: readonly BinnedAt[];
  readonly title: string;
  /** What is said of it; that it is in the bin, unless told. */
  readonly words?: string;
}

/** Says that something was put away, with eight seconds to take that back; it comes back as it was, and so does focus. */
export function useTellGone(): (told: Gone, onBack?: () => void) => void {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  return useCallback(
    ({ gone, title, words }, onBack) =>
      showToast(words ?? t("bin.archived", { title }), {
        label: t("undo.undo"),
        run() {
          restore(doc, gone, actor.id);
          onBack?.();
          announce(t("bin.restored", { title }), "polite");
          focusBack(gone);
        },
      }),
    [t, doc, actor],
  );
}

/** Says that something was put back, with eight seconds to take that back. */
export function useTellBack(): (title: string, takeBack: TakeBack) => void {
  const { t } = useTranslation();
  return useCallback(
    (title, takeBack) =>
      showToast(t("bin.restored", { title }), {
        label: t("undo.undo"),
        run() {
          const { kind } = takeBack();
          announce(t(kind === "changed-meanwhile" ? "undo.changed" : "undo.done.undo"), "polite");
        },
      }),
    [t],
  );
}

/** Gives focus to what came back, where it stands. */
function focusBack([first]: readonly BinnedAt[]): void {
  if (first !== undefined) focusSoon(() => elementOf("item" in first ? first.item.item : first.id));
}
