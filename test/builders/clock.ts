import type { Clock, LocalDate } from "@planwand/shared/kernel/clock.ts";
import { momentOf, wallTimeAt } from "../setup/moment.ts";

/** By how much the time here is later than the machine's; null on the machine's own. The run says when a file starts, or `onDay`. */
let shiftMs = shiftOfRun();
let isDaySaid = false;

function shiftOfRun(): number | null {
  const { PLANWAND_SHIFT_MS: shift = "", PLANWAND_DAY: day = "" } = process.env;
  if (shift !== "") return Number(shift);
  return day === "" ? null : momentOf(day) - Date.now();
}

/** Back to the day of the run, from where its time runs on anew: each file begins so, whatever the one before it said. */
export function forgetDay(): void {
  shiftMs = shiftOfRun();
  isDaySaid = false;
}

/** The time it is for the tests of this file, their servers and their pages, in milliseconds since 1970. */
export const now: Clock = () => Date.now() + (shiftMs ?? 0);

/** Whether that is another time than the machine's. */
export const isMoved = (): boolean => shiftMs !== null;

/** The variable by which a child process has the same time; none when that is the machine's. */
export const timeForChild = (): { readonly PLANWAND_SHIFT_MS?: string } =>
  shiftMs === null ? {} : { PLANWAND_SHIFT_MS: String(shiftMs) };

/** The tests of this file take place at `at` (see `momentOf`), whatever the day of the run. Said before anything is started. */
export function onDay(at: string): void {
  shiftMs = momentOf(at) - Date.now();
  isDaySaid = true;
}

/** The tests of this file follow the day of the run: the long run does them on each of its days. */
export function onEveryDay(): void {
  isDaySaid = true;
}

/** The day it is where the schools are. @throws Error in a file that does not say on which day it takes place */
export function today(): LocalDate {
  if (!isDaySaid) throw new Error("a test that depends on a day says which: onDay(…) or onEveryDay()");
  return wallTimeAt(now()).toPlainDate().toString();
}
