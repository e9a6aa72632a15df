/** Where the schools are: the days and times of tests are by the clock there. */
export const ZONE = "Europe/Amsterdam";

/**
 * Milliseconds since 1970 when the clock of the schools says `at`: `2027-03-28T01:30`, or a day, for ten in the morning. Of an hour that
 * comes twice it is the first; of one that is skipped, the one after.
 * @throws RangeError for anything else
 */
export function momentOf(at: string): number {
  return Temporal.PlainDateTime.from(at.includes("T") ? at : `${at}T10:00`).toZonedDateTime(ZONE)
    .epochMilliseconds;
}

/** What the clock of the schools says at a moment (milliseconds since 1970). */
export function wallTimeAt(moment: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(ZONE).toPlainDateTime();
}
