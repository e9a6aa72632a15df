import type { Activity } from "../plan/schema.ts";
import { contextOf, type Context } from "./context.ts";
import { longDate, period, shortDate } from "./dates.ts";
import type { ReportOptions } from "./options.ts";
import type { ReportSource } from "./report.ts";
import { journalLine } from "./version.ts";

/** A card as it hangs on a poster: all in words, since colours may be lost in print. */
export interface WallCard {
  readonly title: string;
  /** Number, status and what is late. */
  readonly status: string;
  /** Who carries it out and by when. */
  readonly detail: string;
  readonly decisions: string;
}

export interface WallCell {
  readonly cards: readonly WallCard[];
  /** Why it was left empty on purpose; empty when it was not. */
  readonly emptyReason: string;
}

/** The wall as it is at one moment: phases beside each other, domains below each other. */
export interface Wall {
  readonly language: "nl" | "en";
  readonly title: string;
  readonly subtitle: string;
  readonly footer: string;
  readonly corner: string;
  readonly phases: readonly { readonly name: string; readonly period: string }[];
  readonly domains: readonly {
    readonly name: string;
    /** Index of the domain's colour. */
    readonly color: number;
    readonly cells: readonly WallCell[];
  }[];
  /** Cards of which the phase or domain is gone. */
  readonly unplaced: readonly WallCard[];
}

/** The wall of a plan; an activity that was dropped is not on it. */
export function wallOf(source: ReportSource, options: ReportOptions): Wall {
  const context = contextOf(source, options);
  const { plan, selected, words, version, language } = context;
  const title = plan.title.trim() || words.untitledPlan;
  const state = `${words.state[version.state]}${version.label === null ? "" : ` ${version.label}`}`;
  const live = selected.activities.filter(({ status }) => status !== "dropped");
  return {
    language,
    title,
    subtitle: plan.ambition,
    footer: [title, state, longDate(version.day, words), ...journalLine(version, words)].join(" · "),
    corner: `${words.activity.domain} / ${words.phase.name}`,
    phases: selected.phases.map(({ name, start, end }) => ({
      name: name.trim() || words.untitled,
      period: period(start, end, words, ""),
    })),
    domains: selected.domains.map(({ id, name, color }) => ({
      name: name.trim() || words.untitled,
      color,
      cells: selected.phases.map((phase) => ({
        cards: live
          .filter((one) => one.phase === phase.id && one.domain === id)
          .map((one) => cardOf(one, context)),
        emptyReason:
          plan.cells.find((cell) => cell.phase === phase.id && cell.domain === id)?.emptyReason ?? "",
      })),
    })),
    unplaced: live.filter(({ phase }) => phase === null).map((one) => cardOf(one, context)),
  };
}

function cardOf(activity: Activity, context: Context): WallCard {
  const { words, numberOf, numbersOf, partyNames, isLate, decisionsOf, standing } = context;
  const { status, progress, end, roles, title, id } = activity;
  const percent = status === "active" || status === "blocked" ? ` ${progress}%` : "";
  const open = (decisionsOf.get(id) ?? []).filter((one) => !["decided", "unsealed"].includes(standing(one)));
  return {
    title: title.trim() || words.untitled,
    status: [numberOf(id), words.status[status] + percent, isLate(activity) ? words.activity.late : ""]
      .filter((part) => part !== "")
      .join(" · "),
    detail: [partyNames(roles.executor), end === null ? "" : shortDate(end, words)]
      .filter((part) => part !== "")
      .join(" · "),
    decisions: open.length === 0 ? "" : `◆ ${numbersOf(open.map((one) => one.id))}`,
  };
}
