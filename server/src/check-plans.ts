import type { FindingCode } from "@planwand/shared/plan/doctor-fields.ts";
import { examineLog } from "./plans/examine-log.ts";
import { readPlans } from "./storage/sqlite/read-plans.ts";

/** What a check of all plans of a data folder found: lines in Dutch. */
export interface PlanCheck {
  readonly plans: number;
  /** What people bring about together in an ordinary way, and the product shows. */
  readonly notes: readonly string[];
  /** What the product would not have written. */
  readonly faults: readonly string[];
}

/** What each finding says, and whether it is a fault. */
const FINDINGS: Readonly<Record<FindingCode, { readonly says: string; readonly isFault: boolean }>> = {
  pending: { says: "mist wijzigingen waarop andere wachten", isFault: true },
  "not-an-entry": { says: "is geen onderdeel van een plan", isFault: true },
  "wrong-type": { says: "is niet bewaard zoals het hoort, of ontbreekt", isFault: true },
  "invalid-value": { says: "heeft een waarde die niet mag", isFault: true },
  "invalid-key": { says: "noemt iets wat niet mag", isFault: true },
  "unknown-field": { says: "is een onbekend veld", isFault: true },
  dangling: { says: "verwijst naar iets wat er niet is", isFault: false },
  unplaced: { says: "staat in Niet ingedeeld", isFault: false },
  "rank-tie": { says: "heeft dezelfde plek in de volgorde als een ander", isFault: false },
  cycle: { says: "wacht in een kring op zichzelf", isFault: false },
};

/** Checks the document of every plan in a data folder, without writing. What cannot be read is a fault too. */
export function checkPlans(directory: string): PlanCheck {
  let plans = 0;
  const notes: string[] = [];
  const faults: string[] = [];
  try {
    for (const { planId, updates } of readPlans(directory)) {
      plans++;
      const { version, findings } = examineLog(updates);
      if (version !== null) faults.push(`plan ${planId}: ${VERSIONS[version]}`);
      for (const { code, root, id, field } of findings) {
        const { says, isFault } = FINDINGS[code];
        const where = [root, id, field].filter((part) => part !== "").join("/");
        (isFault ? faults : notes).push(`plan ${planId}: ${where} ${says}`);
      }
    }
  } catch (error) {
    faults.push(`De plannen zijn niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { plans, notes, faults };
}

const VERSIONS = {
  "not-a-plan": "heeft geen versie: het is geen plan",
  "too-new": "is van een nieuwere versie van Planwand",
} as const;
