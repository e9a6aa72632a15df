import type { Cell } from "@planwand/shared/diff/activity-changes.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { useTranslation } from "react-i18next";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useDomains, usePhases } from "../../plan/hooks.ts";

/** Tells a change in a sentence: who did what to which activity, from what to what. */
export function useChangeWords(): (name: string, entry: HistoryEntry) => string {
  const { t, i18n } = useTranslation();
  const phases = usePhases();
  const domains = useDomains();
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    list.find((entry) => entry.id === id)?.name ?? t("history.gone");
  const cell = ({ phase, domain }: Cell): string => `${nameOf(phases, phase)} · ${nameOf(domains, domain)}`;
  const day = new Intl.DateTimeFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const date = (value: string | null): string =>
    value === null ? t("history.noDate") : day.format(new Date(`${value}T00:00:00Z`));
  return (name, { title: written, change }) => {
    const title = written || t("board.untitled");
    switch (change.kind) {
      case "moved":
        return t("history.moved", { name, title, from: cell(change.from), to: cell(change.to) });
      case "renamed":
        return t("history.renamed", { name, from: change.from || t("board.untitled"), to: title });
      case "status":
        return t("history.status", {
          name,
          title,
          from: t(`board.status.${change.from}`),
          to: t(`board.status.${change.to}`),
        });
      case "start":
      case "end":
        return t(`history.${change.kind}`, { name, title, from: date(change.from), to: date(change.to) });
      case "text":
        return t(`history.text.${change.field}`, { name, title });
      case "added":
      case "archived":
      case "restored":
      case "roles":
      case "steps":
      case "planning":
        return t(`history.${change.kind}`, { name, title });
    }
  };
}
