import type { LocalDate } from "@planwand/shared/kernel/clock.ts";

/** Tells the local date of moments (milliseconds since 1970) by the clock of a zone. @throws RangeError for a zone that is none */
export function dayIn(zone: string): (at: number) => LocalDate {
  // Swedish dates are written as ours are kept: 2026-11-23.
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (at) => format.format(at);
}

/** Whether this is the name of a time zone, such as Europe/Amsterdam. */
export function isZone(name: string): boolean {
  try {
    return dayIn(name)(0) !== "";
  } catch {
    return false;
  }
}
