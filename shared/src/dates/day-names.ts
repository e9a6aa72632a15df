/** What each month is called, in Dutch and in English, in full and in short. */
const MONTHS = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mrt", "maart", "mar", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["aug", "augustus", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
] as const;

/** What each day of the week is called, from Monday. */
const WEEKDAYS = [
  ["ma", "maandag", "mon", "monday"],
  ["di", "dinsdag", "tue", "tues", "tuesday"],
  ["wo", "woensdag", "wed", "wednesday"],
  ["do", "donderdag", "thu", "thur", "thurs", "thursday"],
  ["vr", "vrijdag", "fri", "friday"],
  ["za", "zaterdag", "sat", "saturday"],
  ["zo", "zondag", "sun", "sunday"],
] as const;

/** What each month is called for short in Dutch, from January. */
export const SHORT_MONTHS: readonly string[] = MONTHS.map(([short]) => short);

/** Which month a word in small letters names, 1 to 12; null when it names none. */
export function monthNamed(word: string): number | null {
  const at = MONTHS.findIndex((names) => names.some((name) => name === word));
  return at === -1 ? null : at + 1;
}

/** How many days after Monday the day comes that a word in small letters names, 0 to 6; null when it names none. */
export function weekdayNamed(word: string): number | null {
  const at = WEEKDAYS.findIndex((names) => names.some((name) => name === word));
  return at === -1 ? null : at;
}
