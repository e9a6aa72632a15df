import type { Circle } from "../access/role.ts";
import type {
  ActivityStatus,
  CommunicationKind,
  DecisionStatus,
  Flow,
  Language,
  PartyKind,
  Priority,
  RiskLevel,
  RoleSlot,
} from "../plan/schema.ts";
import { nameKey } from "../kernel/name-key.ts";
import { trimEndOf } from "../kernel/trim-end.ts";

/** What a choice is called in each language, and how else people and programs write it. */
export interface ChoiceWords {
  readonly nl: string;
  readonly en: string;
  readonly also?: readonly string[];
  /** What it may be called too where nothing else is called so more surely. */
  readonly maybe?: readonly string[];
  /** What a question begins with, or has in it, that asks for it. */
  readonly asks?: RegExp;
}

/** The words of every value of a kind. */
export type Vocabulary<Value extends string> = Readonly<Record<Value, ChoiceWords>>;

export const STATUS_WORDS: Vocabulary<ActivityStatus> = {
  idea: { nl: "Idee", en: "Idea", also: ["concept", "backlog", "voorstel"] },
  planned: {
    nl: "Gepland",
    en: "Planned",
    also: [
      "te doen",
      "nog te doen",
      "to do",
      "todo",
      "niet gestart",
      "nog niet gestart",
      "not started",
      "nog niet begonnen",
      "niet begonnen",
      "nog starten",
      "nog te starten",
      "in voorbereiding",
      "voorbereiding",
      "ingepland",
      "in te plannen",
      "te plannen",
      "open",
      "nieuw",
      "new",
      "moet nog",
      "nog doen",
      "doen",
    ],
  },
  active: {
    nl: "Bezig",
    en: "In progress",
    also: [
      "lopend",
      "loopt",
      "actief",
      "active",
      "doing",
      "in uitvoering",
      "in behandeling",
      "onderhanden",
      "onder handen",
      "in bewerking",
      "in ontwikkeling",
      "wip",
      "ongoing",
      "started",
      "deels gereed",
      "deels klaar",
      "deels afgerond",
      "wordt uitgevoerd",
      "gestart",
      "mee bezig",
      "deels",
      "gedeeltelijk",
      "half af",
      "bijna klaar",
      "bijna af",
      "working on it",
    ],
  },
  blocked: {
    nl: "Geblokkeerd",
    en: "Blocked",
    also: [
      "wacht",
      "wachten",
      "wacht op",
      "vast",
      "waiting",
      "on hold",
      "onhold",
      "vastgelopen",
      "stilgelegd",
      "stuck",
      "gepauzeerd",
      "paused",
    ],
  },
  done: {
    nl: "Afgerond",
    en: "Done",
    also: [
      "klaar",
      "gereed",
      "voltooid",
      "gedaan",
      "completed",
      "complete",
      "finished",
      "af",
      "opgeleverd",
      "uitgevoerd",
      "afgehandeld",
      "gesloten",
      "closed",
      "resolved",
      "✓",
      "✔",
      "☑",
      "✅",
      "☒",
      "[x]",
    ],
  },
  dropped: {
    nl: "Vervallen",
    en: "Dropped",
    also: ["geannuleerd", "cancelled", "canceled", "geschrapt", "removed", "afgevoerd", "gaat niet door"],
  },
};

export const PRIORITY_WORDS: Vocabulary<Priority> = {
  high: {
    nl: "Hoog",
    en: "High",
    also: [
      "urgent",
      "dringend",
      "belangrijk",
      "important",
      "h",
      "p1",
      "1",
      "must",
      "must have",
      "★★★",
      "highest",
      "critical",
      "kritiek",
      "zeer hoog",
    ],
  },
  normal: {
    nl: "Normaal",
    en: "Normal",
    also: ["gemiddeld", "medium", "middel", "midden", "m", "p2", "2", "should", "should have", "★★"],
  },
  low: { nl: "Laag", en: "Low", also: ["l", "p3", "3", "could", "could have", "★", "lowest", "zeer laag"] },
};

export const RISK_WORDS: Vocabulary<RiskLevel> = {
  low: { nl: "Laag", en: "Low" },
  medium: { nl: "Middel", en: "Medium", also: ["gemiddeld", "normaal"] },
  high: { nl: "Hoog", en: "High", also: ["groot"] },
};

export const DECISION_WORDS: Vocabulary<DecisionStatus> = {
  open: { nl: "Open", en: "Open", also: ["te nemen", "nieuw"] },
  prepared: { nl: "Voorbereid", en: "Prepared" },
  advice: { nl: "Ter advies", en: "Out for advice", also: ["advies", "advice"] },
  decided: { nl: "Besloten", en: "Decided", also: ["genomen", "besluit genomen", "akkoord", "vastgesteld"] },
  returned: { nl: "Teruggelegd", en: "Returned", also: ["terug", "afgewezen", "aangehouden"] },
};

export const KIND_WORDS: Vocabulary<CommunicationKind> = {
  align: { nl: "Afstemmen", en: "Align", also: ["afstemming", "overleg"] },
  feedback: { nl: "Terugkoppelen", en: "Report back", also: ["terugkoppeling", "feedback", "feed back"] },
  inform: { nl: "Informeren", en: "Inform", also: ["informatie", "informatief"] },
};

export const PARTY_WORDS: Vocabulary<PartyKind> = {
  team: { nl: "Team", en: "Team", also: ["afdeling"] },
  body: { nl: "Orgaan", en: "Body", also: ["commissie", "raad"] },
  function: { nl: "Functie", en: "Function", also: ["rol", "role"] },
  supplier: { nl: "Leverancier", en: "Supplier", also: ["vendor"] },
};

export const CIRCLE_WORDS: Vocabulary<Circle> = {
  examenorganisatie: { nl: "Examenorganisatie", en: "Exam organisation", also: ["examens", "examenbureau"] },
  ict: { nl: "ICT", en: "ICT", also: ["it"] },
  informatiemanagement: { nl: "Informatiemanagement", en: "Information management", also: ["im"] },
  onderwijs: { nl: "Onderwijs", en: "Education" },
  bestuur: { nl: "Bestuur", en: "Board", also: ["directie", "management"] },
};

export const SLOT_WORDS: Vocabulary<RoleSlot> = {
  sponsor: { nl: "Opdrachtgever", en: "Sponsor" },
  executor: { nl: "Uitvoerder", en: "Executor" },
  codecider: { nl: "Beslist mee", en: "Co-decides" },
  consulted: { nl: "Geraadpleegd", en: "Consulted" },
  informed: { nl: "Geïnformeerd", en: "Informed" },
};

export const FLOW_WORDS: Vocabulary<Flow> = {
  "0": { nl: "0 Toetscatalogus", en: "0 Test catalogue" },
  "1": { nl: "1 Toetsdeelnemers", en: "1 Test participants" },
  "2": { nl: "2 Zittingsplan", en: "2 Session plan" },
  "3": { nl: "3 Toetsdeelnemersresultaat", en: "3 Participant test result" },
  "4": { nl: "4 Zittingsverslag", en: "4 Session report" },
  "5": { nl: "5 Studentresultaat", en: "5 Student result" },
  "6": { nl: "6 Analyse", en: "6 Analysis" },
};

export const YES_WORDS: Vocabulary<"yes" | "no"> = {
  yes: { nl: "Ja", en: "Yes", also: ["x", "true", "waar", "1", "y", "j"] },
  no: { nl: "Nee", en: "No", also: ["false", "onwaar", "0", "n", "-"] },
};

/** The value that a word stands for in either language; null for none. */
export function valueOfWord<Value extends string>(words: Vocabulary<Value>, text: string): Value | null {
  return valueOfKey(words, nameKey(text)) ?? valueOfKey(words, bareWord(text));
}

/** Marks and a share that people put beside a word: *✔ gereed*, *Loopt!*, *voltooid 100%*. */
const BEFORE_WORD = /^(?:\d{1,2} ?[-–.):] ?)?[^\p{L}\p{N}]*/u;
const IN_WORD = /[\p{L}\p{N}]/u;
const SHARE = /^\d{1,3} ?% | \(?\d{1,3} ?%\)?$/gu;

function bareWord(text: string): string {
  const word = nameKey(text.slice(0, WORD_MAX_LENGTH)).replace(SHARE, "").replace(BEFORE_WORD, "");
  return trimEndOf(word, (character) => !IN_WORD.test(character));
}

/** No word of a list is longer. */
const WORD_MAX_LENGTH = 80;

function valueOfKey<Value extends string>(words: Vocabulary<Value>, key: string): Value | null {
  return (keysOf(words).get(key) as Value | undefined) ?? null;
}

/** The value for each word of a vocabulary as it is compared: cells are many, and vocabularies few. */
const KEYS = new WeakMap<Vocabulary<string>, ReadonlyMap<string, string>>();

function keysOf(words: Vocabulary<string>): ReadonlyMap<string, string> {
  const known = KEYS.get(words);
  if (known !== undefined) return known;
  const keys = new Map<string, string>();
  for (const [value, { nl, en, also = [] }] of Object.entries(words))
    for (const word of [value, nl, en, ...also].map(nameKey))
      if (word !== "" && !keys.has(word)) keys.set(word, value);
  KEYS.set(words, keys);
  return keys;
}

/** The words of a kind in one language, in order. */
export function wordList(words: Vocabulary<string>, language: Language): string[] {
  return Object.values(words).map((word) => word[language]);
}
