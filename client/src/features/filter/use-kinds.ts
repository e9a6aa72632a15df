import { type Rule, SEVERITIES } from "@planwand/shared/checks/rules.ts";
import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ACTIVITY_STATUSES, FLOWS, PRIORITIES } from "@planwand/shared/plan/schema.ts";
import {
  CircleAlert,
  CircleDot,
  Clock,
  Diamond,
  Flag,
  type LucideIcon,
  Network,
  Target,
  User,
  UserRound,
  UserRoundX,
  Users,
  UsersRound,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { usePartyOptions } from "../../fields/parties.tsx";
import type { Filter, FilterKind } from "../../plan/filter.ts";
import { FILTER_KINDS } from "../../plan/filter.ts";
import { peopleOf } from "../../plan/find-cards.ts";
import { useActivities, useGoals } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** A value that can be chosen, with the heading under which it stands. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group: string;
}

/** A kind of filter; one without choices is there or not. */
export interface Kind {
  readonly kind: FilterKind;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly choices: readonly Choice[] | null;
}

/** The rules about an activity itself that one would look for. */
const CARD_RULES = [
  "K05",
  "K06",
  "K07",
  "K08",
  "K09",
  "K10",
  "K11",
  "K21",
  "K26",
] as const satisfies readonly Rule[];

const ICONS: Record<FilterKind, LucideIcon> = {
  mine: UserRound,
  status: CircleDot,
  priority: Flag,
  circle: UsersRound,
  without: UserRoundX,
  party: Users,
  person: User,
  goal: Target,
  flow: Network,
  choice: Diamond,
  late: Clock,
  missing: CircleAlert,
};

/** Every kind of filter with what can be chosen now. */
export function useKinds(): readonly Kind[] {
  const { t } = useTranslation();
  const { actor } = usePlanSession();
  const parties = usePartyOptions().map(({ id, label, group }) => ({ value: id, label, group }));
  const goals = useGoals();
  const people = [...new Set(useActivities().flatMap(peopleOf))].toSorted((a, b) => a.localeCompare(b));
  const plain = <Value extends string>(values: readonly Value[], label: (value: Value) => string): Choice[] =>
    values.map((value) => ({ value, label: label(value), group: "" }));
  const circles = plain(CIRCLES, (circle) => t(`people.circles.${circle}`));
  const mine = [
    ...circles
      .filter(({ value }) => value === actor.circle)
      .map(({ value, label }) => ({ value: `circle:${value}`, label, group: t("filter.myCircle") })),
    ...parties.map(({ value, label, group }) => ({ value: `party:${value}`, label, group })),
  ];
  const choices: Record<FilterKind, readonly Choice[] | null> = {
    mine,
    status: plain(ACTIVITY_STATUSES, (status) => t(`board.status.${status}`)),
    priority: plain(PRIORITIES, (priority) => t(`activity.priority.${priority}`)),
    circle: circles,
    without: circles,
    party: parties,
    person: plain(people, (name) => name),
    goal: goals.map(({ id, title }) => ({ value: id, label: title || t("board.untitled"), group: "" })),
    flow: plain(FLOWS, (flow) => `${flow} ${t(`fields.flows.f${flow}`)}`),
    choice: null,
    late: null,
    missing: [
      ...SEVERITIES.map((weight) => ({
        value: weight,
        label: t(`filter.weights.${weight}`),
        group: t("filter.missingAny"),
      })),
      ...CARD_RULES.map((rule) => ({
        value: rule,
        label: t(`filter.missing.${rule}`),
        group: t("filter.missingThis"),
      })),
    ],
  };
  return FILTER_KINDS.map((kind) => ({
    kind,
    label: t(`filter.kinds.${kind}`),
    icon: ICONS[kind],
    choices: choices[kind],
  }));
}

/** How a chosen value is called; one that is no longer there says so. */
export function useValueWords(): (kind: Kind, value: string) => string {
  const { t } = useTranslation();
  return ({ kind, choices }, value) => {
    const known = choices?.find((choice) => choice.value === value);
    if (known !== undefined) return known.label;
    const circle = CIRCLES.find((one) => kind === "mine" && value === `circle:${one}`);
    if (circle !== undefined) return t(`people.circles.${circle}`);
    return kind === "person" || kind === "missing" ? value : t("filter.gone");
  };
}

/** The kinds that are asked for, in order. */
export function askedKinds(kinds: readonly Kind[], filter: Filter): readonly Kind[] {
  return kinds.filter(({ kind }) => (filter.chosen[kind] ?? []).length > 0);
}
