import type { Known } from "@planwand/server/relay/admission.ts";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";
import { Places } from "@planwand/server/relay/places.ts";

/** What a room knows of a plan in which nobody wrote yet. */
export function knownNothing(): Known {
  return { vector: new Map(), deletes: new IdRanges(), owners: new Map(), places: new Places() };
}
