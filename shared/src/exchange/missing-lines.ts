import { checkPlan } from "../checks/check-plan.ts";
import type { Finding } from "../checks/finding.ts";
import type { Rule, Severity } from "../checks/rules.ts";
import type { Journal } from "../journal/journal.ts";
import type { LocalDate } from "../kernel/clock.ts";
import type { Language, Plan } from "../plan/schema.ts";
import { labelsOf, type Labels } from "./labels.ts";
import type { MissingLine } from "./plan-tables.ts";

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  M: { nl: "Nodig", en: "Still needed" },
  A: { nl: "Controleer", en: "Attention" },
  T: { nl: "Tip", en: "Tip" },
};

/** What each rule says, in a column beside what it is about. */
const SAYS: Readonly<Record<Rule, Readonly<Record<Language, string>>>> = {
  K01: { nl: "Het plan heeft nog geen ambitie.", en: "The plan has no ambition yet." },
  K02: {
    nl: "Beschrijf wat er verandert door de koppelvlakken.",
    en: "Describe what the interfaces change.",
  },
  K03: { nl: "De fase heeft nog geen doel of periode.", en: "The phase has no goal or period yet." },
  K04: { nl: "In deze cel staat niets. Klopt dat?", en: "There is nothing in this cell. Is that right?" },
  K05: { nl: "Beschrijf wat er gebeurt.", en: "Describe what happens." },
  K06: { nl: "Leg uit waarom dit nodig is voor OKE.", en: "Explain why this is needed for OKE." },
  K07: { nl: "Welk resultaat levert dit op?", en: "What result does this give?" },
  K08: { nl: "Waaraan zie je dat dit klaar is?", en: "How can one see that this is done?" },
  K09: { nl: "Er is geen opdrachtgever, of meer dan één.", en: "There is no sponsor, or more than one." },
  K10: { nl: "Wie voert dit uit?", en: "Who carries this out?" },
  K11: { nl: "Wie beslist mee?", en: "Who co-decides?" },
  K12: { nl: "Alleen één kring is betrokken.", en: "Only one circle is involved." },
  K13: { nl: "Er staat nog niet wie beslist, of wanneer.", en: "Who decides, or when, is not there yet." },
  K14: {
    nl: "Dit raakt de examinering. Betrek de examencommissie.",
    en: "This concerns examining. Involve the examination board.",
  },
  K15: { nl: "Dit had al besloten moeten zijn.", en: "This should have been decided." },
  K16: {
    nl: "Binnenkort is een besluit nodig. Bereid het voor.",
    en: "A decision is needed soon. Prepare it.",
  },
  K17: {
    nl: "Leg vast wat er is besloten, waarom en wanneer.",
    en: "Write down what was decided, why and when.",
  },
  K18: {
    nl: "De fase mist een moment van afstemmen, terugkoppelen of informeren.",
    en: "The phase lacks a moment to align, feed back or inform.",
  },
  K19: { nl: "Is dit moment geweest?", en: "Did this moment take place?" },
  K20: { nl: "Partijen die meewerken horen hier niets.", en: "Parties that take part hear nothing here." },
  K21: { nl: "De periode ontbreekt of klopt niet.", en: "The period is missing or wrong." },
  K22: { nl: "De periode valt buiten de fase.", en: "The period lies outside the phase." },
  K23: {
    nl: "Dit begint voordat klaar is waar het op wacht.",
    en: "This begins before what it waits for is done.",
  },
  K24: { nl: "Dit had al klaar moeten zijn.", en: "This should have been done." },
  K25: { nl: "Waarop wacht dit?", en: "What is this waiting for?" },
  K26: {
    nl: "Dit staat op afgerond, maar is niet compleet.",
    en: "This is called done, but is not complete.",
  },
  K27: { nl: "Waarom is dit vervallen?", en: "Why was this dropped?" },
  K28: { nl: "Dit is belangrijk, maar nog niet gepland.", en: "This is important, but not planned yet." },
  K29: {
    nl: "Bijna alles is hoog. Kies wat echt voorgaat.",
    en: "Nearly everything is high. Choose what really goes first.",
  },
  K30: {
    nl: "Doel zonder activiteiten, of activiteiten zonder doel.",
    en: "A goal without activities, or activities without a goal.",
  },
  K31: { nl: "Deze partij voert veel tegelijk uit.", en: "This party carries out much at once." },
  K32: {
    nl: "Begin of einde valt in een vakantie of examenweek.",
    en: "Start or end lies in a holiday or exam week.",
  },
  K33: { nl: "Maak dit concreter.", en: "Make this more concrete." },
  K34: { nl: "Deze partij staat nog nergens.", en: "This party is named nowhere yet." },
  K35: { nl: "Staat hier een persoonsgegeven?", en: "Is this personal data?" },
};

/** All that the plan lacks on a day, the heaviest first, as rows of a table. */
export function missingLines(
  plan: Plan,
  journal: Journal,
  day: LocalDate,
  language: Language,
): MissingLine[] {
  const labels = labelsOf(plan);
  return checkPlan(plan, journal, day).findings.map((finding) => ({
    weight: SEVERITY[finding.severity][language],
    about: aboutOf(finding, plan, labels),
    text: SAYS[finding.rule][language],
  }));
}

function aboutOf({ subject: { kind, id } }: Finding, plan: Plan, labels: Labels): string {
  const all = [...Object.values(labels), extraLabels(plan)];
  if (kind === "plan") return plan.title;
  return all.map((known) => known.get(id)).find((label) => label !== undefined) ?? cellLabel(id, labels);
}

function extraLabels({ communications, parking, blackouts }: Plan): ReadonlyMap<string, string> {
  return new Map([
    ...communications.map(({ id, message }) => [id, message] as const),
    ...parking.map(({ id, text }) => [id, text] as const),
    ...blackouts.map(({ id, name }) => [id, name] as const),
  ]);
}

function cellLabel(cell: string, { phases, domains }: Labels): string {
  const phase = [...phases].find(([id]) => cell.startsWith(id));
  const domain = [...domains].find(([id]) => cell.endsWith(id));
  return [phase?.[1], domain?.[1]].filter((label) => label !== undefined).join(" × ");
}
