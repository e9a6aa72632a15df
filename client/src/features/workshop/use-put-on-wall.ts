import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import type { Idea } from "@planwand/shared/workshop/session.ts";
import { useTranslation } from "react-i18next";
import { addActivityOnce } from "../../plan/actions.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { useTell } from "./use-workshop.ts";

export type CellScope = Extract<Scope, { readonly kind: "cell" }>;

/** Makes a card of an idea. The card has the id of the idea, so that doing so twice, or two people at once, makes one card. */
export function usePutOnWall(session: string): (idea: Idea, cell: CellScope) => boolean {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const tell = useTell(session);
  return ({ id, text }, { phase, domain }) => {
    if (!addActivityOnce(doc, { id, phase, domain, title: text, by: actor.id })) return false;
    tell({ type: "idea.became", idea: id, activity: id });
    announce(t("leading.ideas.placed"), "polite");
    return true;
  };
}
