import type { Activity } from "../plan/schema.ts";
import { textOf } from "./cell.ts";
import { choiceColumn, type Column } from "./column.ts";
import { STATUS_WORDS, valueOfWord, YES_WORDS } from "./words.ts";

/** How far an activity is, in per cent. */
export const progressColumn: Column<Activity> = {
  key: "progress",
  heading: {
    nl: "Voortgang",
    en: "Progress",
    also: [
      "% complete",
      "voltooid",
      "voltooid (%)",
      "voortgang (%)",
      "%",
      "percentage",
      "% gereed",
      "gereed %",
      "klaar %",
      "% klaar",
      "afgerond %",
      "% afgerond",
      "% done",
      "% voltooid",
      "percentage voltooid",
      "percent complete",
      "completion",
    ],
  },
  kind: "number",
  width: 11,
  show: (activity) => activity.progress,
  take(cell, on) {
    const text = textOf(cell).trim();
    if (text === "" || text === "-") return {};
    // Planner tells in words how far something is.
    const status = valueOfWord(STATUS_WORDS, text);
    if (status !== null && !/^\d/u.test(text)) return { status };
    const percent = typeof cell === "number" && cell >= 0 && cell <= 100 ? Math.round(cell) : percentOf(text);
    if (percent === null) on.problem(text === "1" ? "unclear-share" : "no-number", text);
    else if (/^\D/u.test(text)) on.problem("worked-out", text, `${String(percent)}%`);
    return percent === null ? {} : { progress: percent };
  },
};

const SHARE = /^(?:ca\.? ?|circa |± ?|~ ?)?(\d{1,3}(?:[.,]\d{1,2})?) ?(%|procent|percent|pct)?$/u;

/** A whole number of per cent, of `50`, `50%`, `0,5` and the like: a part of one without a sign is a part of the whole, and a bare 1 is unclear. */
function percentOf(text: string): number | null {
  const [, digits = "", sign = ""] = SHARE.exec(text) ?? [];
  if (digits === "") return null;
  const number = Number(digits.replace(",", "."));
  const percent = Math.round(sign === "" && number > 0 && number < 1 ? number * 100 : number);
  return percent >= 0 && percent <= 100 && !(sign === "" && number === 1) ? percent : null;
}

const WAITS_FOR = /^(?:wacht(?:en)? op|waiting (?:for|on)|geblokkeerd door|blocked by) (.{1,200})$/iu;

const status = choiceColumn<Activity, Activity["status"]>(
  "status",
  {
    nl: "Status",
    en: "Status",
    also: [
      "stand",
      "state",
      "stand van zaken",
      "stavaza",
      "sts",
      "afgedaan",
      "due complete",
      "voltooid?",
      "ok",
      "stoplicht",
      "verkeerslicht",
      "rag",
      "kleur",
    ],
    maybe: ["gereed", "klaar", "afgerond", "done", "af", "gedaan"],
    words: STATUS_WORDS,
  },
  ({ status: held }) => held,
);

/** A status, and what somebody waits for who says that as one: *wacht op leverancier*. */
export const statusColumn: Column<Activity> = {
  ...status,
  take(cell, on) {
    const text = textOf(cell).trim();
    const known = valueOfWord(STATUS_WORDS, text);
    const [, reason] = known === null ? (WAITS_FOR.exec(text) ?? []) : [];
    if (reason !== undefined) return { status: "blocked", "waiting.for": reason };
    const isDone = known === null ? valueOfWord(YES_WORDS, text) : null;
    // One letter may stand for any word of a school's own.
    if (isDone === "yes") return { status: "done" };
    if (isDone === "no" && !/^\p{L}$/u.test(text)) return {};
    return status.take?.(cell, on) ?? {};
  },
};
