import { type ReactNode, type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { usePlanIndex } from "../../plan/hooks.ts";
import "./relations.css";

/** Marks, while somebody points at a card or has it in focus, what it waits for and what waits for it; draws nothing itself. */
export function Relations({ root }: { readonly root: RefObject<HTMLElement | null> }): ReactNode {
  const { t } = useTranslation();
  const index = usePlanIndex();
  useEffect(() => {
    const { current: board } = root;
    if (board === null) return undefined;
    const stop = new AbortController();
    let shown: string | null = null;

    function mark(id: string, relation: "before" | "after", of: string): void {
      const card = board?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(id)}"]`);
      if (card == null) return;
      card.dataset["relation"] = relation;
      const words = t(relation === "before" ? "moving.waitsForThis" : "moving.waitsOnThis");
      const isFar = domainOf(id) !== domainOf(of);
      card.dataset["relationWords"] = isFar ? `${words} · ${t("moving.otherDomain")}` : words;
    }

    const domainOf = (id: string): string | undefined => index.activity(id)?.place[1];

    function show(id: string | null): void {
      if (id === shown) return;
      shown = id;
      for (const card of board?.querySelectorAll<HTMLElement>("[data-relation]") ?? []) {
        delete card.dataset["relation"];
        delete card.dataset["relationWords"];
      }
      if (id === null) return;
      for (const before of index.activity(id)?.dependsOn ?? []) mark(before, "before", id);
      for (const card of index.activities()) if (card.dependsOn.includes(id)) mark(card.id, "after", id);
    }

    const follow = ({ target }: Event): void => {
      const card = target instanceof Element ? target.closest<HTMLElement>("[data-card-id]") : null;
      show(card?.dataset["cardId"] ?? null);
    };
    for (const name of ["pointerover", "focusin"])
      board.addEventListener(name, follow, { signal: stop.signal });
    board.addEventListener("pointerleave", () => show(null), { signal: stop.signal });
    return () => {
      show(null);
      stop.abort();
    };
  }, [root, index, t]);
  return null;
}
