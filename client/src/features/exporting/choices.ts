import type { ReportOptions } from "@planwand/shared/report/options.ts";

/** What can be made, in the order in which it is offered; the documents are those of the report. */
export const KINDS = [
  "plan",
  "accountability",
  "decisions",
  "agenda",
  "products",
  "wall",
  "calendar",
  "data",
] as const;
export type Kind = (typeof KINDS)[number];

const DOCUMENT = ["docx", "pdf", "md"] as const;

/** The formats of each, as they stand in the address; the first is the one that most people want. */
export const FORMATS_OF = {
  plan: DOCUMENT,
  accountability: DOCUMENT,
  decisions: DOCUMENT,
  agenda: DOCUMENT,
  products: DOCUMENT,
  wall: ["poster.pdf", "svg", "png"],
  calendar: ["ics"],
  data: ["xlsx", "csv", "json"],
} as const satisfies Record<Kind, readonly string[]>;
export type Format = (typeof FORMATS_OF)[Kind][number];

type Part = "phase" | "domain" | "party" | "body" | "goal";

/** Of what it can be a part; a body is a party that decides. */
export const PARTS_OF: Readonly<Record<Kind, readonly Part[]>> = {
  plan: ["phase", "domain", "party"],
  accountability: ["goal"],
  decisions: ["body", "phase"],
  agenda: ["body"],
  products: ["phase", "domain", "party"],
  wall: ["phase", "domain", "party"],
  calendar: ["phase", "domain", "party"],
  data: [],
};

/** All that is chosen in the window; empty for everything. */
export interface Chosen {
  /** A snapshot's id or the number of an update; null for the plan as it is now. */
  readonly moment: string | null;
  readonly kind: Kind;
  readonly format: Format;
  readonly language: "nl" | "en";
  readonly phase: string;
  readonly domain: string;
  readonly party: string;
  readonly goal: string;
  /** The day of the meeting, and of the one after that. */
  readonly on: string;
  readonly next: string;
  readonly paper: ReportOptions["paper"];
  readonly archive: boolean;
}

/** What is asked of the report; what the kind cannot be a part of is left out. */
export function optionsFrom(chosen: Chosen): ReportOptions {
  const { kind, language, phase, domain, party, goal, on, next, paper, archive, format } = chosen;
  const parts = PARTS_OF[kind];
  const has = (part: Part, value: string): boolean => value !== "" && parts.includes(part);
  return {
    document: kind === "wall" || kind === "calendar" || kind === "data" ? "plan" : kind,
    language,
    ...(has("phase", phase) ? { phase } : {}),
    ...(has("domain", domain) ? { domain } : {}),
    ...(has("party", party) || has("body", party) ? { party } : {}),
    ...(has("goal", goal) ? { goal } : {}),
    ...(kind === "agenda" && on !== "" ? { on } : {}),
    ...(kind === "agenda" && next !== "" ? { next } : {}),
    paper,
    archive: archive && (format === "pdf" || format === "poster.pdf"),
  };
}

/** Where the server makes this file, of the plan at a moment. */
export function addressOf(
  planId: string,
  { format, moment }: Pick<Chosen, "format" | "moment">,
  options: ReportOptions,
): string {
  const query = new URLSearchParams(moment === null ? {} : { snapshot: moment });
  for (const [name, value] of Object.entries(options)) query.set(name, String(value));
  return `/api/plans/${encodeURIComponent(planId)}/export/${format}?${query.toString()}`;
}
