import type { z } from "zod";
import type { Language } from "../plan/schema.ts";
import exampleData from "./example.json" with { type: "json" };
import formatData from "./format.json" with { type: "json" };
import { formatTemplate, type PlanTemplate, planTemplate } from "./plan-template.ts";

/** What a plan can start from: the filled-in example, the format with its parties, or only phases and domains. */
export type TemplateName = "example" | "format" | "blank";

/** The template of that name in that language; the example is in Dutch only. */
export function templateOf(name: TemplateName, language: Language): PlanTemplate {
  switch (name) {
    case "example":
      return planTemplate.parse(exampleData);
    case "format":
      return formatIn(language);
    case "blank": {
      const format = formatIn(language);
      return { ...format, phases: format.phases.map((phase) => ({ ...phase, goal: "" })), parties: [] };
    }
  }
}

function formatIn(language: Language): PlanTemplate {
  return inLanguage(formatTemplate.parse(formatData), language);
}

/** A format in one of its languages. */
export function inLanguage(format: z.infer<typeof formatTemplate>, language: Language): PlanTemplate {
  return {
    ambition: "",
    goals: [],
    phases: format.phases.map((phase) => ({
      ...phase,
      name: phase.name[language],
      goal: phase.goal[language],
    })),
    domains: format.domains.map((domain) => ({ ...domain, name: domain.name[language] })),
    parties: format.parties.map((party) => ({ ...party, name: party.name[language] })),
    activities: [],
    decisions: [],
    communications: [],
    comments: [],
  };
}
