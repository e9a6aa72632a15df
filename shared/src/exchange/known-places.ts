import type { Plan } from "../plan/schema.ts";
import { LikelyNames } from "./likely-name.ts";

/** What plans of this kind mostly call their phases and domains. */
const PHASES = [
  "Analyse",
  "Analysis",
  "Ontwerp",
  "Design",
  "Inrichting",
  "Uitvoering",
  "Borging",
  "Verkenning",
  "Voorbereiding",
  "Initiatie",
  "Definitie",
  "Realisatie",
  "Bouw",
  "Testen",
  "Implementatie",
  "Invoering",
  "Livegang",
  "Nazorg",
  "Evaluatie",
  "Beheer",
  "Afronding",
];
const DOMAINS = [
  "Processen",
  "Proces",
  "Processes",
  "Organisatie",
  "Organisation",
  "Beleid",
  "Policy",
  "ICT en systemen",
  "ICT",
  "ICT and systems",
  "Systemen",
  "Informatie",
  "Communicatie",
  "Techniek",
];
/** A name that says of itself what it is: *Fase 2: Ontwerp*. */
const PHASE = /^(?:fase|phase) ?\d{0,2}\b/iu;
const PREFIX = /^(?:fase|phase|domein|domain) ?\d{0,2} ?[:.\-–—]? ?(?=\p{L})/iu;

const PARTIES = [
  "Projectleider",
  "Projectgroep",
  "Werkgroep",
  "Stuurgroep",
  "Managementteam",
  "MT",
  "Directie",
  "Bestuur",
  "Teamleider",
  "Teams",
  "Docenten",
  "Examenbureau",
  "Examencommissie",
  "Functioneel beheer",
  "ICT",
  "Roostering",
  "Leverancier",
];

/** What is known of the names of phases and domains, and of who does what. */
export interface KnownPlaces {
  readonly isParty: (text: string) => boolean;
  readonly isPhase: (text: string) => boolean;
  readonly isDomain: (text: string) => boolean;
}

/** The phases, domains and parties of a plan, and those that such plans mostly have. */
export function knownPlaces(plan: Pick<Plan, "phases" | "domains" | "parties">): KnownPlaces {
  const phases = namesOf(PHASES, plan.phases);
  const domains = namesOf(DOMAINS, plan.domains);
  const parties = namesOf(PARTIES, plan.parties);
  return {
    isPhase: (text) => PHASE.test(text.trim()) || phases.has(text),
    isDomain: (text) => domains.has(text),
    isParty: (text) => parties.has(text),
  };
}

function namesOf(usual: readonly string[], own: readonly { readonly name: string }[]): LikelyNames {
  const names = new LikelyNames();
  for (const name of usual) names.add(name, name);
  for (const { name } of own) names.add(name, name);
  return names;
}

/** Whether a name says of itself that it is a phase, by its number. */
export function isPhaseNumbered(name: string): boolean {
  return /^(?:fase|phase) ?\d/iu.test(name.trim());
}

/** The name of a phase or domain in a line that stands above its rows: *FASE 1: ANALYSE* is Analyse. */
export function placeName(line: string): string {
  const bare = line.trim().replace(PREFIX, "").replace(/[:.]$/u, "").trim();
  const name = bare === "" ? line.trim() : bare;
  const isShouted = name.length > 3 && name === name.toUpperCase();
  return isShouted ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}
