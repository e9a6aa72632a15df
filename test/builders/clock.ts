import type { Clock, LocalDate } from "@planwand/shared/kernel/clock.ts";
import { momentOf, wallTimeAt } from "../setup/moment.ts";

/** From when the time of this file runs on; null for the machine's own time. The run says it, or `onDay`. */
const asked = process.env["PLANWAND_DAY"] ?? "";
let shiftMs = asked === "" ? null : momentOf(asked) - Date.now();
let isDaySaid = false;

/** The time it is for the tests of this file, their servers and their pages, in milliseconds since 1970. */
export const now: Clock = () => Date.now() + (shiftMs ?? 0);

/** Whether that is another time than the machine's. */
export const isMoved = (): boolean => shiftMs !== null;

/** The variable by which a child process lives at this time too; none when that is the machine's. */
export const timeForChild = (): { readonly PLANWAND_DAY?: string } =>
  isMoved() ? { PLANWAND_DAY: new Date(now()).toISOString() } : {};

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
