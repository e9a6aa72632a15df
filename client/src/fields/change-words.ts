import type { FieldChange } from "@planwand/shared/diff/plan-difference.ts";
import {
  type EntryKind,
  isFieldName,
  type ValueKind,
  valueKindOf,
} from "@planwand/shared/diff/value-kinds.ts";
import { ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { useTranslation } from "react-i18next";
import type { changes as words } from "../i18n/nl/changes.ts";
import { DATE_LOCALES, languageOf } from "../i18n/setup.ts";

type Choice = keyof (typeof words)["choices"];
const CHOICES: readonly Choice[] = [
  ...([
    "idea",
    "planned",
    "active",
    "blocked",
    "done",
    "dropped",
    "high",
    "normal",
    "medium",
    "low",
  ] as const),
  ...(["open", "prepared", "advice", "decided", "returned", "align", "feedback", "inform"] as const),
  ...(["team", "body", "function", "supplier", "examenorganisatie", "ict", "informatiemanagement"] as const),
  ...(["onderwijs", "bestuur", "nl", "en"] as const),
];

/** What holds several things, which are told by what came and what went. */
const LISTED: ReadonlySet<ValueKind> = new Set<ValueKind>([
  "refs",
  "choices",
  "steps",
  "links",
  "options",
  "roles",
  "names",
]);

/** How a change of a field is told: as a sentence, or as a text with marks in it. */
export type ChangeWords =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "text"; readonly field: string; readonly from: string; readonly to: string };

/** Tells changes of fields; `names` says what ids are called. */
export function useFieldWords(
  names: ReadonlyMap<string, string>,
): (kind: EntryKind | "meta", change: FieldChange) => ChangeWords {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(DATE_LOCALES[languageOf(i18n.language)], {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  const nameOf = (id: unknown): string => {
    const name = typeof id === "string" ? names.get(id) : undefined;
    return name === undefined ? t("changes.gone") : quoted(name === "" ? t("changes.untitled") : name);
  };
  const roleOf = (key: string): string => {
    const [slot, party] = key.split(":");
    const known = ROLE_SLOTS.find((one) => one === slot);
    return known === undefined
      ? key
      : t("changes.role", { party: nameOf(party), slot: t(`changes.slots.${known}`) });
  };

  /** One value in words; null for nothing. */
  function valueOf(kind: EntryKind | "meta", field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === "") return null;
    const held = valueKindOf(kind, field);
    if (held === "flag") return value === true ? t("changes.yes") : t("changes.no");
    if (held === "waiting")
      return typeof value === "object" && "for" in value && typeof value.for === "string"
        ? quoted(value.for)
        : null;
    if (typeof value === "number") return value.toString();
    if (typeof value !== "string") return null;
    if (held === "date") return day.format(new Date(`${value}T00:00:00Z`));
    if (held === "ref") return nameOf(value);
    if (held !== "choice") return quoted(value);
    const choice = CHOICES.find((one) => one === value);
    return choice === undefined ? value : t(`changes.choices.${choice}`);
  }

  /** What a list, set or table holds, each in words. */
  function itemsOf(kind: EntryKind | "meta", field: string, value: unknown): string[] {
    if (typeof value !== "object" || value === null) return [];
    const held = valueKindOf(kind, field);
    if (held === "roles")
      return Object.entries(value as Readonly<Record<string, readonly string[]>>).flatMap(([slot, parties]) =>
        parties.map((party) => roleOf(`${slot}:${party}`)),
      );
    if (held === "names")
      return Object.entries(value as Readonly<Record<string, string>>).map(
        ([key, name]) => `${name}, ${roleOf(key)}`,
      );
    if (!Array.isArray(value)) return [];
    return value.map((item: unknown) => (held === "refs" ? nameOf(item) : itemWords(item)));
  }

  /** A step, link or option, or the number of a flow. */
  function itemWords(item: unknown): string {
    if (typeof item !== "object" || item === null) return String(item);
    const { title, done, url, pros, cons } = item as Readonly<Record<string, unknown>>;
    const more = [url, pros, cons].filter((one) => typeof one === "string" && one !== "");
    const words = [quoted(String(title)), ...more.map(String)].join(", ");
    return done === true ? t("changes.done", { title: words }) : words;
  }

  return (kind, { field: name, from, to }) => {
    const field = isFieldName(name) ? t(`changes.fields.${name}`) : name;
    const sentence = (text: string): ChangeWords => ({ kind: "sentence", text });
    const held = valueKindOf(kind, name);
    if (held === "text") return { kind: "text", field, from: textOf(from), to: textOf(to) };
    if (held === "rich") return sentence(t("changes.formatting"));
    if (held !== null && LISTED.has(held)) {
      const [old, now] = [itemsOf(kind, name, from), itemsOf(kind, name, to)];
      const added = now.filter((item) => !old.includes(item)).join("; ");
      const removed = old.filter((item) => !now.includes(item)).join("; ");
      if (removed === "") return sentence(t("changes.addedItems", { field, items: added || now.join("; ") }));
      if (added === "") return sentence(t("changes.removedItems", { field, items: removed }));
      return sentence(t("changes.bothItems", { field, added, removed }));
    }
    const [old, now] = [valueOf(kind, name, from), valueOf(kind, name, to)];
    if (old === null) return sentence(t("changes.set", { field, to: now ?? t("changes.nothing") }));
    if (now === null) return sentence(t("changes.cleared", { field, from: old }));
    return sentence(t("changes.fromTo", { field, from: old, to: now }));
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function quoted(words: string): string {
  return `‘${words}’`;
}
