import type { Activity, RoleSlot } from "../plan/schema.ts";
import { cellText, oneLine, textOf } from "./cell.ts";
import {
  choiceColumn,
  type Column,
  dateColumn,
  derivedColumn,
  idColumn,
  nameColumn,
  namesColumn,
  textColumn,
} from "./column.ts";
import { flowsColumn, linksColumn, personsColumn, stepsColumn } from "./list-columns.ts";
import { joinNames } from "./labels.ts";
import { readDay } from "./read-date.ts";
import { PRIORITY_WORDS, RISK_WORDS, SLOT_WORDS, STATUS_WORDS, valueOfWord } from "./words.ts";

const roleColumn = (slot: RoleSlot, also: readonly string[]): Column<Activity> =>
  namesColumn(
    `roles.${slot}`,
    { nl: SLOT_WORDS[slot].nl, en: SLOT_WORDS[slot].en, also, of: "parties" },
    ({ roles }) => roles[slot],
  );

const progress: Column<Activity> = {
  key: "progress",
  heading: {
    nl: "Voortgang",
    en: "Progress",
    also: ["% complete", "voltooid", "voltooid (%)", "voortgang (%)"],
  },
  kind: "number",
  width: 11,
  show: (activity) => activity.progress,
  take(cell, on) {
    const text = textOf(cell).trim();
    if (text === "") return {};
    // Planner tells in words how far something is.
    const status = valueOfWord(STATUS_WORDS, text);
    if (status !== null) return { status };
    const number = percentOf(typeof cell === "number" ? cell : text);
    if (number === null) on.problem("no-number", textOf(cell));
    return number === null ? {} : { progress: number };
  },
};

/** A whole number of per cent, of `50`, `50%`, `0,5` and the like: a part of one without a sign is a part of the whole. */
function percentOf(told: number | string): number | null {
  const [, digits = "", sign = ""] = /^(\d+(?:[.,]\d{1,2})?) ?(%?)$/u.exec(String(told)) ?? [];
  const number = typeof told === "number" ? told : digits === "" ? NaN : Number(digits.replace(",", "."));
  const percent = Math.round(sign === "" && number > 0 && number < 1 ? number * 100 : number);
  return percent >= 0 && percent <= 100 ? percent : null;
}

const waitingSince: Column<Activity> = {
  ...dateColumn<Pick<Activity, "start">>("start", { nl: "Wacht sinds", en: "Waiting since" }),
  key: "waiting.since",
  show: ({ waiting }) => (waiting?.since == null ? null : { date: waiting.since }),
  take(cell, on) {
    const text = textOf(cell).trim();
    const date = readDay(cell);
    if (text !== "" && date === null) on.problem("no-date", text);
    return text !== "" && date === null ? {} : { "waiting.since": date };
  },
};

/** One row an activity: the twenty-five columns of an activiteitenplan in their order, then what else an activity holds. */
export const ACTIVITY_COLUMNS: readonly Column<Activity>[] = [
  derivedColumn(
    "nr",
    { nl: "Nr", en: "No", also: ["nummer", "#", "number"], kind: "number", width: 6 },
    (activity, { plan }) => plan.activities.indexOf(activity) + 1,
  ),
  nameColumn<Activity>(
    "phase",
    {
      nl: "Fase",
      en: "Phase",
      also: ["bucket name", "bucket", "bucketnaam", "naam van bucket", "lijst", "list", "stage"],
      of: "phases",
      width: 16,
      keeps: true,
    },
    ({ phase }) => phase,
  ),
  nameColumn<Activity>(
    "domain",
    {
      nl: "BOP-domein",
      en: "BOP domain",
      also: ["domein", "domain", "categorie", "category", "thema", "theme", "stroom"],
      of: "domains",
      width: 18,
      keeps: true,
    },
    ({ domain }) => domain,
  ),
  textColumn<Activity>("title", {
    nl: "Activiteit",
    en: "Activity",
    also: [
      "titel",
      "title",
      "taak",
      "taaknaam",
      "task",
      "task name",
      "naam",
      "name",
      "actie",
      "action",
      "onderwerp",
      "kaart",
      "card",
    ],
    width: 40,
  }),
  textColumn<Activity>("what", {
    nl: "Wat gebeurt er?",
    en: "What happens?",
    also: ["wat", "what", "omschrijving", "beschrijving", "description", "toelichting", "notities", "notes"],
    long: true,
    width: 52,
  }),
  textColumn<Activity>("why", {
    nl: "Waarom nodig voor OKE?",
    en: "Why needed for OKE?",
    also: ["waarom", "why", "reden", "doel van de activiteit"],
    long: true,
  }),
  textColumn<Activity>("result", {
    nl: "Resultaat of product",
    en: "Result or product",
    also: ["resultaat", "result", "product", "oplevering", "deliverable"],
    long: true,
  }),
  textColumn<Activity>("criterion", {
    nl: "Klaar als",
    en: "Done when",
    also: ["klaar als …", "criterium", "criterion", "acceptatiecriterium"],
    long: true,
  }),
  roleColumn("sponsor", ["opdrachtgevers", "owner", "eigenaar"]),
  roleColumn("executor", [
    "uitvoerders",
    "wie",
    "who",
    "trekker",
    "verantwoordelijke",
    "responsible",
    "toegewezen aan",
    "assigned to",
  ]),
  roleColumn("codecider", ["meebeslisser", "meebeslissers", "co-decider"]),
  roleColumn("consulted", ["wordt geraadpleegd", "raadplegen"]),
  roleColumn("informed", ["wordt geïnformeerd", "informeren"]),
  dateColumn<Activity>("start", {
    nl: "Begin",
    en: "Start",
    also: ["start date", "startdatum", "begindatum", "van", "from", "begint op"],
  }),
  dateColumn<Activity>("end", {
    nl: "Klaar op",
    en: "Due",
    also: [
      "einde",
      "eind",
      "einddatum",
      "end",
      "end date",
      "finished on",
      "due date",
      "deadline",
      "vervaldatum",
      "tot",
      "until",
      "gereed op",
    ],
  }),
  choiceColumn<Activity, Activity["priority"]>(
    "priority",
    { nl: "Prioriteit", en: "Priority", also: ["prio"], words: PRIORITY_WORDS, width: 11 },
    ({ priority }) => priority,
  ),
  choiceColumn<Activity, Activity["status"]>(
    "status",
    { nl: "Status", en: "Status", also: ["stand", "state"], words: STATUS_WORDS },
    ({ status }) => status,
  ),
  progress,
  namesColumn<Activity>(
    "dependsOn",
    {
      nl: "Wacht op",
      en: "Waits for",
      also: ["afhankelijk van", "depends on", "voorganger", "predecessor"],
      of: "activities",
      width: 32,
    },
    ({ dependsOn }) => dependsOn,
  ),
  derivedColumn(
    "decisions",
    { nl: "Beslispunten", en: "Decision points", kind: "long", width: 32 },
    ({ id }, { plan, labels }) =>
      namesOrNull(
        plan.decisions
          .filter(({ activity }) => activity === id)
          .map((one) => labels.decisions.get(one.id) ?? ""),
      ),
  ),
  derivedColumn(
    "communications",
    { nl: "Communicatie", en: "Communication", kind: "long", width: 32 },
    ({ id }, { plan }) =>
      namesOrNull(
        plan.communications
          .filter(({ activity }) => activity === id)
          .map(({ date, message }) => [date ?? "", oneLine(message)].join(" ").trim()),
      ),
  ),
  namesColumn<Activity>(
    "goals",
    { nl: "OKE-doel", en: "OKE goal", also: ["doel", "doelen", "goal", "goals", "oke-doelen"], of: "goals" },
    ({ goals }) => goals,
  ),
  flowsColumn<Activity>(),
  textColumn<Activity>("risk", { nl: "Risico", en: "Risk", also: ["wat kan er misgaan?"], width: 32 }),
  derivedColumn(
    "comments",
    { nl: "Opmerkingen", en: "Comments", kind: "long", width: 44 },
    ({ id }, { journal }) => {
      const said = [...journal.comments.values()].filter(
        ({ anchor, withdrawn }) => anchor.kind === "activity" && anchor.id === id && withdrawn === null,
      );
      const lines = said
        .toSorted((a, b) => a.seq - b.seq)
        .map(({ by, text }) => `${journal.members.get(by)?.name ?? "–"}: ${oneLine(text)}`);
      return lines.length === 0 ? null : cellText(lines.join("\n"));
    },
  ),
  choiceColumn<Activity, "low" | "medium" | "high">(
    "riskLevel",
    { nl: "Ernst van het risico", en: "Risk level", words: RISK_WORDS, empty: true },
    ({ riskLevel }) => riskLevel,
  ),
  textColumn<Activity>("riskMeasure", { nl: "Maatregel", en: "Measure", width: 32 }),
  personsColumn,
  stepsColumn,
  linksColumn,
  {
    key: "waiting.for",
    heading: {
      nl: "Waarop wachten we?",
      en: "What are we waiting for?",
      also: ["geblokkeerd door", "blocked by"],
    },
    kind: "text",
    width: 28,
    show: ({ waiting }) => cellText(waiting?.for ?? "") || null,
    take: (cell) => ({ "waiting.for": textOf(cell) }),
  },
  waitingSince,
  nameColumn<Activity>(
    "waiting.party",
    { nl: "Wacht op wie?", en: "Waiting for whom?", of: "parties" },
    ({ waiting }) => waiting?.party ?? null,
  ),
  nameColumn<Activity>(
    "acceptedBy",
    { nl: "Klaar, bevestigd door", en: "Accepted by", of: "parties" },
    ({ acceptedBy }) => acceptedBy,
  ),
  dateColumn<Activity>("acceptedOn", { nl: "Bevestigd op", en: "Accepted on" }),
  idColumn<Activity>(),
];

function namesOrNull(names: readonly string[]): string | null {
  return names.length === 0 ? null : cellText(joinNames(names));
}
