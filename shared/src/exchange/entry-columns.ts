import type {
  Blackout,
  Communication,
  Decision,
  Domain,
  EmptyCell,
  Goal,
  ParkingItem,
  Party,
  Phase,
  Plan,
} from "../plan/schema.ts";
import { cellText } from "./cell.ts";
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
import { flowsColumn, optionsColumn } from "./list-columns.ts";
import { CIRCLE_WORDS, DECISION_WORDS, KIND_WORDS, PARTY_WORDS, YES_WORDS } from "./words.ts";

const yes = (value: boolean): "yes" | "no" => (value ? "yes" : "no");

export const DECISION_COLUMNS: readonly Column<Decision>[] = [
  textColumn<Decision>("question", {
    isLine: true,
    nl: "Welke keuze is nodig?",
    en: "Which choice is needed?",
    also: ["beslispunt", "vraag", "besluitpunt", "decision point", "question"],
    width: 44,
  }),
  nameColumn<Decision>(
    "activity",
    { nl: "Activiteit", en: "Activity", of: "activities", width: 32 },
    ({ activity }) => activity,
  ),
  textColumn<Decision>("context", {
    nl: "Toelichting",
    en: "Context",
    also: ["context", "aanleiding"],
    long: true,
  }),
  optionsColumn,
  nameColumn<Decision>(
    "decider",
    {
      nl: "Wie beslist?",
      en: "Who decides?",
      also: ["beslisser", "decider", "door", "genomen door", "besluit van"],
      of: "parties",
    },
    ({ decider }) => decider,
  ),
  namesColumn<Decision>(
    "advisers",
    {
      nl: "Wie adviseert?",
      en: "Who advises?",
      also: ["adviseurs", "advies van", "advisers"],
      of: "parties",
    },
    ({ advisers }) => advisers,
  ),
  dateColumn<Decision>("neededBy", {
    nl: "Uiterlijk nodig op",
    en: "Needed by",
    also: ["uiterlijk", "deadline", "nodig op"],
    edge: "last",
  }),
  choiceColumn<Decision, Decision["status"]>(
    "status",
    { nl: "Status", en: "Status", words: DECISION_WORDS },
    ({ status }) => status,
  ),
  textColumn<Decision>("outcome", {
    nl: "Besluit",
    en: "Decision",
    also: ["uitkomst", "outcome"],
    long: true,
  }),
  textColumn<Decision>("rationale", {
    nl: "Onderbouwing",
    en: "Rationale",
    also: ["motivering", "waarom", "opmerking", "opmerkingen"],
    long: true,
  }),
  dateColumn<Decision>("decidedOn", {
    nl: "Besloten op",
    en: "Decided on",
    also: ["datum besluit"],
    maybe: ["datum", "date"],
  }),
  choiceColumn<Decision, "yes" | "no">(
    "assessment",
    { nl: "Raakt beoordeling of vaststelling", en: "Touches assessment", words: YES_WORDS },
    ({ assessment }) => yes(assessment),
    (value) => ({ assessment: value === "yes" }),
  ),
  flowsColumn<Decision>(),
  nameColumn<Decision>(
    "replaces",
    { nl: "Vervangt", en: "Replaces", of: "decisions", width: 32 },
    ({ replaces }) => replaces,
  ),
  idColumn<Decision>(),
];

export const COMMUNICATION_COLUMNS: readonly Column<Communication>[] = [
  textColumn<Communication>("message", {
    nl: "Boodschap",
    en: "Message",
    also: ["onderwerp", "wat"],
    width: 44,
  }),
  choiceColumn<Communication, Communication["kind"]>(
    "kind",
    { nl: "Soort", en: "Kind", words: KIND_WORDS },
    ({ kind }) => kind,
  ),
  dateColumn<Communication>("date", { nl: "Datum", en: "Date", also: ["wanneer", "when"] }),
  nameColumn<Communication>(
    "phase",
    { nl: "Fase", en: "Phase", of: "phases", width: 16 },
    ({ phase }) => phase,
  ),
  nameColumn<Communication>(
    "activity",
    { nl: "Activiteit", en: "Activity", of: "activities", width: 32 },
    ({ activity }) => activity,
  ),
  namesColumn<Communication>(
    "audience",
    { nl: "Voor wie?", en: "For whom?", also: ["doelgroep", "audience"], of: "parties" },
    ({ audience }) => audience,
  ),
  textColumn<Communication>("channel", { nl: "Middel", en: "Channel", also: ["kanaal", "vorm"] }),
  nameColumn<Communication>(
    "sender",
    { nl: "Afzender", en: "Sender", also: ["door wie", "from", "wie"], of: "parties" },
    ({ sender }) => sender,
  ),
  choiceColumn<Communication, "yes" | "no">(
    "done",
    { nl: "Gedaan", en: "Done", words: YES_WORDS, width: 9 },
    ({ done }) => yes(done),
    (value) => ({ done: value === "yes" }),
  ),
  idColumn<Communication>(),
];

export const IMPACT_COLUMNS: readonly Column<Domain>[] = [
  textColumn<Domain>("name", {
    isLine: true,
    nl: "BOP-domein",
    en: "BOP domain",
    also: ["domein", "domain"],
  }),
  textColumn<Domain>("impact", {
    nl: "Wat verandert er?",
    en: "What changes?",
    also: ["impact"],
    long: true,
    width: 90,
  }),
  idColumn<Domain>(),
];

export const PHASE_COLUMNS: readonly Column<Phase>[] = [
  textColumn<Phase>("name", { isLine: true, nl: "Fase", en: "Phase", also: ["naam", "name"] }),
  textColumn<Phase>("goal", {
    nl: "Doel van de fase",
    en: "Goal of the phase",
    also: ["doel", "goal"],
    long: true,
    width: 70,
  }),
  dateColumn<Phase>("start", { nl: "Begin", en: "Start", also: ["van"] }),
  dateColumn<Phase>("end", {
    nl: "Einde",
    en: "End",
    also: ["klaar op", "tot"],
    edge: "last",
    opens: "start",
  }),
  idColumn<Phase>(),
];

export const PARTY_COLUMNS: readonly Column<Party>[] = [
  textColumn<Party>("name", {
    isLine: true,
    nl: "Betrokkene",
    en: "Party",
    also: ["naam", "name"],
    width: 44,
  }),
  choiceColumn<Party, Party["kind"]>(
    "kind",
    { nl: "Soort", en: "Kind", words: PARTY_WORDS },
    ({ kind }) => kind,
  ),
  choiceColumn<Party, Party["circle"]>(
    "circle",
    { nl: "Kring", en: "Circle", words: CIRCLE_WORDS, width: 24 },
    ({ circle }) => circle,
  ),
  idColumn<Party>(),
];

export const GOAL_COLUMNS: readonly Column<Goal>[] = [
  textColumn<Goal>("title", {
    isLine: true,
    nl: "OKE-doel",
    en: "OKE goal",
    also: ["doel", "goal"],
    width: 40,
  }),
  textColumn<Goal>("measure", {
    nl: "Maatstaf",
    en: "How is it measured?",
    also: ["waaraan meten we het?", "gemeten aan", "maat", "measure", "indicator"],
    width: 44,
  }),
  textColumn<Goal>("baseline", { nl: "Beginwaarde", en: "Baseline", also: ["nulmeting"] }),
  textColumn<Goal>("target", { nl: "Streefwaarde", en: "Target" }),
  textColumn<Goal>("actual", { nl: "Bereikt", en: "Actual", also: ["nu", "gemeten", "stand", "werkelijk"] }),
  idColumn<Goal>(),
];

export const PARKING_COLUMNS: readonly Column<ParkingItem>[] = [
  textColumn<ParkingItem>("text", { nl: "Idee", en: "Idea", also: ["tekst", "text"], width: 90 }),
  idColumn<ParkingItem>(),
];

/** What a plan says of itself. A file never renames the plan that it is taken over into. */
export const PLAN_COLUMNS: readonly Column<Pick<Plan, "title" | "ambition">>[] = [
  derivedColumn("title", { nl: "Naam van het plan", en: "Name of the plan", width: 44 }, ({ title }) =>
    cellText(title),
  ),
  textColumn<Pick<Plan, "title" | "ambition">>("ambition", {
    nl: "Ambitie",
    en: "Ambition",
    long: true,
    width: 90,
  }),
];

export const BLACKOUT_COLUMNS: readonly Column<Blackout>[] = [
  textColumn<Blackout>("name", {
    isLine: true,
    nl: "Wat",
    en: "What",
    also: ["naam", "name", "periode", "period"],
    width: 44,
  }),
  dateColumn<Blackout>("start", { nl: "Begin", en: "Start", also: ["van", "from"] }),
  dateColumn<Blackout>("end", {
    nl: "Einde",
    en: "End",
    also: ["tot", "until", "datum", "wanneer"],
    edge: "last",
    opens: "start",
  }),
  idColumn<Blackout>(),
];

export const CELL_COLUMNS: readonly Column<EmptyCell>[] = [
  nameColumn<EmptyCell>(
    "phase",
    { nl: "Fase", en: "Phase", of: "phases", keeps: true },
    ({ phase }) => phase,
  ),
  nameColumn<EmptyCell>(
    "domain",
    { nl: "BOP-domein", en: "BOP domain", also: ["domein", "domain"], of: "domains", keeps: true },
    ({ domain }) => domain,
  ),
  textColumn<EmptyCell>("emptyReason", {
    nl: "Waarom leeg?",
    en: "Why empty?",
    also: ["reden", "reason"],
    long: true,
    width: 60,
  }),
  idColumn<EmptyCell>(),
];
