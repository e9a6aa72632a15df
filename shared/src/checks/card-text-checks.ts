import type { Activity } from "../plan/schema.ts";
import type { CheckContext } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** Which rule asks for which text. */
const TEXTS = { what: "K05", why: "K06", result: "K07", criterion: "K08" } as const;
const TEXT_FIELDS = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];

/** A description shorter than this says too little (K33), in characters. */
const SHORT_WHAT = 40;

/** K05 to K08 and K33: what an activity says of itself. */
export function checkTexts({ live }: CheckContext): Draft[] {
  return live.flatMap((activity) => [...lacking(activity), ...short(activity)]);
}

function lacking(activity: Activity): Draft[] {
  return TEXT_FIELDS.filter((field) => activity[field].trim() === "").map((field) => ({
    rule: TEXTS[field],
    subject: { kind: "activity", id: activity.id, field },
    words: { title: activity.title },
  }));
}

function short({ id, title, what }: Activity): Draft[] {
  const { length } = what.trim();
  if (length === 0 || length >= SHORT_WHAT) return [];
  return [{ rule: "K33", subject: { kind: "activity", id, field: "what" }, words: { title } }];
}
