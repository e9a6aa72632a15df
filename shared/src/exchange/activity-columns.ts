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
  takeDate,
  textColumn,
} from "./column.ts";
import { flowsColumn, linksColumn, personsColumn, stepsColumn } from "./list-columns.ts";
import { joinNames } from "./labels.ts";
import { progressColumn, statusColumn } from "./progress-columns.ts";
import { PRIORITY_WORDS, RISK_WORDS, SLOT_WORDS } from "./words.ts";

const roleColumn = (slot: RoleSlot, also: readonly string[]): Column<Activity> =>
  namesColumn(
    `roles.${slot}`,
    { nl: SLOT_WORDS[slot].nl, en: SLOT_WORDS[slot].en, also, of: "parties" },
    ({ roles }) => roles[slot],
  );

const waitingSince: Column<Activity> = {
  ...dateColumn<Pick<Activity, "start">>("start", { nl: "Wacht sinds", en: "Waiting since" }),
  key: "waiting.since",
  show: ({ waiting }) => (waiting?.since == null ? null : { date: waiting.since }),
  take: (cell, on) => takeDate("waiting.since", cell, on),
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
      also: [
        "bucket name",
        "bucket",
        "bucketnaam",
        "naam van bucket",
        "lijst",
        "list",
        "stage",
        "fasen",
        "projectfase",
        "fasering",
      ],
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
      also: [
        "domein",
        "domain",
        "categorie",
        "category",
        "thema",
        "theme",
        "stroom",
        "bop",
        "bop-si",
        "bop si",
        "bop-si-domein",
        "werkstroom",
        "spoor",
        "pijler",
        "aandachtsgebied",
        "gebied",
      ],
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
      "activiteiten",
      "acties",
      "taken",
      "actiepunt",
      "actiepunten",
      "werkzaamheden",
      "werkzaamheid",
      "wat moet er gebeuren",
      "wat gaan we doen",
      "wat doen we",
      "te doen",
      "to do",
      "todo",
      "stap",
      "mijlpaal",
      "milestone",
      "werkpakket",
      "naam activiteit",
    ],
    width: 40,
  }),
  textColumn<Activity>("what", {
    nl: "Wat gebeurt er?",
    en: "What happens?",
    also: [
      "wat",
      "what",
      "omschrijving",
      "beschrijving",
      "description",
      "toelichting",
      "notities",
      "notes",
      "uitleg",
      "details",
      "opmerking",
      "bijzonderheden",
      "remarks",
    ],
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
  roleColumn("sponsor", ["opdrachtgevers", "owner", "eigenaar", "og"]),
  roleColumn("executor", [
    "uitvoerders",
    "wie",
    "who",
    "trekker",
    "verantwoordelijke",
    "responsible",
    "verantwoordelijk",
    "actiehouder",
    "actienemer",
    "door",
    "door wie",
    "wie doet het",
    "toegewezen aan",
    "assigned to",
  ]),
  roleColumn("codecider", ["meebeslisser", "meebeslissers", "co-decider", "beslist", "akkoord door"]),
  roleColumn("consulted", [
    "wordt geraadpleegd",
    "raadplegen",
    "afstemmen met",
    "samen met",
    "betrokkenen",
    "betrokken",
  ]),
  roleColumn("informed", ["wordt geïnformeerd", "informeren", "ter info"]),
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
      "datum gereed",
      "wanneer",
      "when",
      "uiterlijk",
      "klaar voor",
      "streefdatum",
      "opleverdatum",
      "due",
    ],
    maybe: ["datum", "date", "planning"],
    edge: "last",
    opens: "start",
  }),
  choiceColumn<Activity, Activity["priority"]>(
    "priority",
    { nl: "Prioriteit", en: "Priority", also: ["prio"], words: PRIORITY_WORDS, width: 11 },
    ({ priority }) => priority,
  ),
  statusColumn,
  progressColumn,
  namesColumn<Activity>(
    "dependsOn",
    {
      nl: "Wacht op",
      en: "Waits for",
      also: [
        "afhankelijk van",
        "depends on",
        "voorganger",
        "predecessor",
        "afhankelijkheden",
        "afhankelijkheid",
      ],
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
  textColumn<Activity>("risk", {
    nl: "Risico",
    en: "Risk",
    also: ["wat kan er misgaan?", "risico's"],
    width: 32,
  }),
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
