import data from "./example.json" with { type: "json" };
import type { PlanTemplate } from "./plan-template.ts";

/** The example plan as it is written down. Not parsed again: a test does that, so that a page may load it without the parser. */
export const EXAMPLE_PLAN = data as PlanTemplate;
