/** How much a finding asks: *moet nog*, *aandacht* or *tip*. In order of weight. */
export const SEVERITIES = ["M", "A", "T"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Every rule of *Wat ontbreekt nog?* with its weight and the requirement that it comes from. An id never changes its meaning: it
 * stands in the waivers of plans.
 */
export const RULES = {
  K01: { severity: "M", source: "W1a" },
  K02: { severity: "M", source: "T1b" },
  K03: { severity: "A", source: "T2a" },
  K04: { severity: "A", source: "H1b" },
  K05: { severity: "M", source: "T3a" },
  K06: { severity: "M", source: "T3b" },
  K07: { severity: "M", source: "T3c" },
  K08: { severity: "M", source: "T3c" },
  K09: { severity: "M", source: "T4" },
  K10: { severity: "M", source: "T4" },
  K11: { severity: "A", source: "T4" },
  K12: { severity: "T", source: "T4" },
  K13: { severity: "M", source: "T5b" },
  K14: { severity: "A", source: "T5c" },
  K15: { severity: "M", source: "A7" },
  K16: { severity: "A", source: "A7" },
  K17: { severity: "M", source: "W7a" },
  K18: { severity: "A", source: "T6a" },
  K19: { severity: "A", source: "T6a" },
  K20: { severity: "T", source: "T6b" },
  K21: { severity: "M", source: "W2a" },
  K22: { severity: "A", source: "T2b" },
  K23: { severity: "M", source: "W4b" },
  K24: { severity: "M", source: "A7" },
  K25: { severity: "A", source: "T7a" },
  K26: { severity: "A", source: "T3c" },
  K27: { severity: "A", source: "W7b" },
  K28: { severity: "T", source: "W4a" },
  K29: { severity: "T", source: "W4a" },
  /** A goal without activities; the one tip about activities without a goal is lighter. */
  K30: { severity: "A", source: "W1b" },
  K31: { severity: "T", source: "W3a" },
  K32: { severity: "T", source: "T2b" },
  K33: { severity: "T", source: "T3a" },
  K34: { severity: "T", source: "A3" },
  K35: { severity: "A", source: "X7" },
} as const satisfies Record<`K${number}`, { readonly severity: Severity; readonly source: string }>;
export type Rule = keyof typeof RULES;

/** The rules in their order. */
export const RULE_IDS = Object.keys(RULES) as readonly Rule[];
