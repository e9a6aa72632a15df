import type { Change } from "@planwand/shared/diff/changes.ts";
import { useTranslation } from "react-i18next";
import type { Told } from "./told.ts";

/** Whether a change is only that a card went to another cell: then the sentence says it all. */
export function isWholeMove({ kind, change, fields }: Change): boolean {
  return (
    kind === "activities" &&
    change === "changed" &&
    fields.every(({ field }) => field === "phase" || field === "domain")
  );
}

/** Tells what happened in a sentence; `names` says what ids are called. */
export function useTold(names: ReadonlyMap<string, string>): (name: string, told: Told) => string {
  const { t } = useTranslation();

  function changed(name: string, change: Change): string {
    const { kind, change: deed } = change;
    const title = change.title === "" ? t("changes.untitled") : change.title;
    if (kind === "meta") return t("history.plan", { name });
    if (isWholeMove(change)) {
      const cell = (side: "from" | "to"): string =>
        change.fields
          .map((field) => field[side])
          .map((id) => (typeof id === "string" ? (names.get(id) ?? t("history.gone")) : t("changes.nowhere")))
          .join(" · ");
      return t("history.moved", { name, title, from: cell("from"), to: cell("to") });
    }
    if (deed === "added" && (kind === "cells" || kind === "waivers"))
      return t(`history.${kind}`, { name, title });
    return t(`history.${deed}`, { name, title, kind: t(`history.one.${kind}`) });
  }

  return (name, told) => {
    switch (told.kind) {
      case "copied":
        return t("history.copied", { name, title: told.origin.title || t("app.untitledPlan") });
      case "change":
        return changed(name, told.change);
      case "taken":
      case "reopened":
        return t(`history.${told.kind}`, { name, question: told.seal.question });
      case "snapshot": {
        const { occasion, name: called } = told.snapshot;
        if (occasion === "daily") return t("history.daily");
        return called === ""
          ? t("history.snapshotUnnamed", { name })
          : t("history.snapshot", { name, called });
      }
      case "opened":
      case "closed":
        return told.session.goal === ""
          ? t(`history.session.${told.kind}Unnamed`, { name })
          : t(`history.session.${told.kind}`, { name, goal: told.session.goal });
      case "version":
        return t("history.version", { version: told.version.version, party: told.version.partyName });
    }
  };
}
