import type { Activity, RoleSlot } from "../plan/schema.ts";
import {
  CONSULTED_HEADINGS,
  CRITERION_HEADINGS,
  DOMAIN_HEADINGS,
  END_HEADINGS,
  EXECUTOR_HEADINGS,
  GOAL_HEADINGS,
  PHASE_HEADINGS,
  TITLE_HEADINGS,
  WAITS_HEADINGS,
  WHAT_HEADINGS,
} from "./activity-headings.ts";
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

/** Who owns an activity does it, unless others are said to. */
const OWNER = ["owner", "eigenaar", "eigenaren", "owners", "eigenaar taak", "eigenaar van taak"];

const roleColumn = (
  slot: RoleSlot,
  also: readonly string[],
  maybe: readonly string[] = [],
  asks?: RegExp,
): Column<Activity> =>
  namesColumn(
    `roles.${slot}`,
    {
      nl: SLOT_WORDS[slot].nl,
      en: SLOT_WORDS[slot].en,
      also,
      maybe,
      ...(asks === undefined ? {} : { asks }),
      of: "parties",
    },
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
    {
      nl: "Nr",
      en: "No",
      also: ["nummer", "#", "number", "wbs", "volgnr", "volgnummer", "taak-id", "actienr"],
      kind: "number",
      width: 6,
    },
    (activity, { plan }) => plan.activities.indexOf(activity) + 1,
  ),
  nameColumn<Activity>(
    "phase",
    {
      nl: "Fase",
      en: "Phase",
      also: PHASE_HEADINGS,
      asks: /fase/u,
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
      also: DOMAIN_HEADINGS,
      asks: /domein|gebied|thema/u,
      of: "domains",
      width: 18,
      keeps: true,
    },
    ({ domain }) => domain,
  ),
  textColumn<Activity>("title", {
    isLine: true,
    nl: "Activiteit",
    en: "Activity",
    also: TITLE_HEADINGS,
    asks: /^(?:welke (?:actie|activiteit|taak)|wat (?:moet|gaan|ga|willen|wil|doen|is de (?:actie|taak)))/u,
    maybe: [
      "naam",
      "name",
      "onderwerp",
      "kaart",
      "card",
      "stap",
      "mijlpaal",
      "milestone",
      "werkpakket",
      "verbeterpunt",
      "training",
      "cursus",
      "scholing",
      "workshop",
      "work package",
    ],
    width: 40,
  }),
  textColumn<Activity>("what", {
    nl: "Wat gebeurt er?",
    en: "What happens?",
    also: WHAT_HEADINGS,
    asks: /opmerking|toelichting|wil je nog iets/u,
    long: true,
    width: 52,
  }),
  textColumn<Activity>("why", {
    nl: "Waarom nodig voor OKE?",
    en: "Why needed for OKE?",
    also: [
      "waarom",
      "waarom doen we dit",
      "aanleiding",
      "why",
      "reden",
      "doel van de activiteit",
      "motivatie",
      "achtergrond",
    ],
    long: true,
  }),
  textColumn<Activity>("result", {
    nl: "Resultaat of product",
    en: "Result or product",
    also: [
      "resultaat",
      "result",
      "product",
      "oplevering",
      "deliverable",
      "op te leveren product",
      "op te leveren",
      "eindproduct",
      "beoogd resultaat",
      "gewenst resultaat",
      "verwacht resultaat",
      "opbrengst",
      "output",
      "wat levert het op",
    ],
    long: true,
  }),
  textColumn<Activity>("criterion", {
    nl: "Klaar als",
    en: "Done when",
    also: CRITERION_HEADINGS,
    long: true,
  }),
  roleColumn(
    "sponsor",
    ["opdrachtgevers", "og", "eindverantw", "eindverantwoordelijke", "eindverantwoordelijk", "accountable"],
    OWNER,
  ),
  roleColumn(
    "executor",
    EXECUTOR_HEADINGS,
    [...OWNER, "trainer", "docent", "begeleider"],
    /^(?:door )?wie /u,
  ),
  roleColumn(
    "codecider",
    [
      "meebeslisser",
      "meebeslissers",
      "co-decider",
      "beslist",
      "akkoord door",
      "akkoord van",
      "goedkeuring door",
      "vaststelling door",
      "vastgesteld door",
      "besluit door",
      "approved by",
    ],
    ["akkoord", "goedkeuring", "vaststelling"],
  ),
  roleColumn("consulted", CONSULTED_HEADINGS),
  roleColumn("informed", [
    "wordt geïnformeerd",
    "geïnformeerd",
    "informeren",
    "te informeren",
    "ter info",
    "ter informatie",
  ]),
  dateColumn<Activity>("start", {
    nl: "Begin",
    en: "Start",
    also: [
      "start date",
      "startdatum",
      "begindatum",
      "van",
      "from",
      "begint op",
      "aanvang",
      "start wk",
      "start week",
      "startweek",
      "beginweek",
      "begin week",
      "week start",
      "wk start",
      "wk van",
      "van week",
      "week van",
      "van wk",
      "vanaf week",
    ],
  }),
  dateColumn<Activity>("end", {
    nl: "Klaar op",
    en: "Due",
    also: END_HEADINGS,
    asks: /^(?:voor |per |tegen )?wanneer /u,
    maybe: [
      "datum",
      "date",
      "planning",
      "periode",
      "period",
      "looptijd",
      "tijdvak",
      "tijdpad",
      "termijn",
      "kwartaal",
      "dag",
      "maand",
      "voor",
      "week",
      "weken",
      "timeline",
    ],
    edge: "last",
    opens: "start",
  }),
  choiceColumn<Activity, Activity["priority"]>(
    "priority",
    {
      nl: "Prioriteit",
      en: "Priority",
      also: ["prio", "urgentie", "urgency", "belang", "importance", "moscow", "pr"],
      words: PRIORITY_WORDS,
      width: 11,
    },
    ({ priority }) => priority,
  ),
  statusColumn,
  progressColumn,
  namesColumn<Activity>(
    "dependsOn",
    {
      nl: "Wacht op",
      en: "Waits for",
      also: WAITS_HEADINGS,
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
    { nl: "OKE-doel", en: "OKE goal", also: GOAL_HEADINGS, of: "goals" },
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
