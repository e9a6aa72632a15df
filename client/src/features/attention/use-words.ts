import type { ActivityChange } from "@planwand/shared/diff/activity-changes.ts";
import type { CardNews, Said } from "@planwand/shared/views/news.ts";
import type { Need } from "@planwand/shared/views/needs.ts";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { useShortDays } from "../../fields/short-days.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomains, useParties, usePhases, usePlanIndex } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";

/** As many people as a sentence names. */
const NAMED = 2;

/** Tells what is new and what is needed, in words that stand on a page and in a mail alike. */
export function useAttentionWords(people: ReadonlyMap<string, string>): {
  /** What became of an activity, without its title and without who did it. */
  readonly changes: (news: CardNews) => string;
  readonly said: (said: Said) => string;
  readonly names: (actors: readonly string[]) => string;
  readonly need: (need: Need) => string;
  readonly date: (date: string) => string;
  readonly moment: (at: number) => string;
} {
  const { t, i18n } = useTranslation();
  const [phases, domains, parties] = [usePhases(), useDomains(), useParties()];
  const decisions = useEntries("decisions");
  const index = usePlanIndex();
  const journal = useJournal();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const date = useShortDays();
  const near = useNearDates();
  const list = new Intl.ListFormat(locale);
  const nameIn = (all: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    all.find((one) => one.id === id)?.name ?? t("attention.gone");
  const dateOrNone = (value: string | null): string => (value === null ? t("attention.noDate") : date(value));
  const change = (one: ActivityChange): string => {
    switch (one.kind) {
      case "moved":
        return t("attention.changes.moved", {
          phase: nameIn(phases, one.to.phase),
          domain: nameIn(domains, one.to.domain),
        });
      case "renamed":
        return t("attention.changes.renamed", { from: one.from || t("board.untitled") });
      case "status":
        return t("attention.changes.status", {
          from: t(`board.status.${one.from}`),
          to: t(`board.status.${one.to}`),
        });
      case "start":
      case "end":
        return t(`attention.changes.${one.kind}`, { from: dateOrNone(one.from), to: dateOrNone(one.to) });
      case "text":
        return t(`attention.changes.text.${one.field}`);
      case "added":
      case "archived":
      case "restored":
      case "roles":
      case "steps":
      case "planning":
        return t(`attention.changes.${one.kind}`);
    }
  };
  const names = (actors: readonly string[]): string => {
    const known = actors.map(
      (id) => people.get(id) ?? journal.members.get(id)?.name ?? t("discussion.somebody"),
    );
    const shown = known.length > NAMED + 1 ? known.slice(0, NAMED) : known;
    const rest = known.length - shown.length;
    return list.format(rest === 0 ? shown : [...shown, t("attention.others", { count: rest })]);
  };
  const subject = (anchor: { readonly kind: string; readonly id: string }): string => {
    if (anchor.kind === "activity") return index.activity(anchor.id)?.title || t("board.untitled");
    if (anchor.kind === "decision")
      return decisions.find(({ id }) => id === anchor.id)?.question || t("board.untitled");
    if (anchor.kind === "phase") return nameIn(phases, anchor.id);
    return anchor.kind === "domain" ? nameIn(domains, anchor.id) : t("attention.plan");
  };
  return {
    names,
    date,
    moment: (at) => near.moment(at, { weekday: "short", month: "short" }),
    changes: ({ changes }) => list.format(changes.map(change)),
    said: (one) =>
      one.kind === "comments"
        ? t("attention.said.comments", { count: one.count, title: subject(one.anchor) })
        : t(`attention.said.${one.kind}`, { title: one.question }),
    need(need) {
      switch (need.kind) {
        case "work":
          return [
            need.slots.map((slot) => t(`activity.roles.${slot}`)).join(", "),
            ...(need.isBlocked ? [t("board.status.blocked")] : []),
          ].join(" · ");
        case "mention":
          return t("attention.needs.mentionBy", {
            name: journal.members.get(need.comment.by)?.name ?? t("discussion.somebody"),
            title: subject(need.comment.anchor),
          });
        case "agree":
          return t(need.isAgain ? "attention.needs.again" : "attention.needs.first", {
            names: list.format(need.parties.map((party) => nameIn(parties, party))),
          });
        case "decide":
        case "advise":
        case "send":
          return t(`attention.needs.as.${need.kind}`);
      }
    },
  };
}

export type AttentionWords = ReturnType<typeof useAttentionWords>;
