/* A cell that names several at once, as people write it: *Jan / Piet, ICT*, *Examenbureau + ICT*, *Hoofd examenbureau, i.s.m. ICT*. */

/** In a text on one line. */
const BETWEEN =
  / ?[/+&] ?| (?:en|and|met|i\.s\.m\.?|ism|in samenwerking met) |, ?(?:i\.s\.m\.? |ism |en |and )?/giu;
/** Words between a first name and a name, of which *Vries, de, Anja* has one: its commas part no people. */
const PREFIXES = new Set([
  "de",
  "den",
  "der",
  "van",
  "van de",
  "van den",
  "van der",
  "te",
  "ter",
  "ten",
  "het",
  "el",
  "von",
]);
/** Words that are no name of their own beside another. */
const COMPANY = new Set(["team", "co", "anderen", "others", "collega's", "overigen", "e.a.", "ea"]);
const LONGEST = 200;
const WORD = /\p{L}{2}/u;

/** How much of somebody's time it takes, as programs write it behind a name, and the sign before those that are told of something. */
const BESIDE_NAME =
  /^@(?=\p{L})| ?<[^<>\s@]{1,64}@[^<>\s@]{3,80}>$|\[\d{1,3} ?%\]$| ?\(\d{4,12}\)$| ?\(https?:\/\/[^()\s]{1,400}\)$/gu;

/** The number of somebody in a list of SharePoint, behind each name; and the brackets that programs put around a list of names. */
const NUMBER_OF_NAME = /;#\d{1,9}(?=;#|$)/gu;
const AROUND_NAMES = /^\[([^[\]]{1,200})\]$/u;

/** The names of a list of SharePoint between semicolons, without their numbers: *Petra;#12;#Bram;#15*. */
export function withoutNumbers(names: string): string {
  return names.replace(NUMBER_OF_NAME, "").replaceAll(";#", ";");
}

/** A name without what programs write beside it: *@Anja*, *ICT[50%]*, *[Petra, Bram]*. */
export function plainName(name: string): string {
  return name
    .replace(AROUND_NAMES, "$1")
    .replace(/ @(?=\p{L})/gu, ", ")
    .replace(BESIDE_NAME, "")
    .trim();
}

/** The names in a text that seems to hold several; none when it is one name. */
export function nameParts(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  // What stands between brackets belongs to the name before it.
  const outside = text.replace(/\([^()]*\)/gu, (inner) => "\u0000".repeat(inner.length));
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: found } of outside.matchAll(BETWEEN)) {
    parts.push(text.slice(from, index).trim());
    from = index + found.length;
  }
  parts.push(text.slice(from).trim());
  const isOneName = parts.some((part) => PREFIXES.has(part.toLowerCase()));
  const isCompany = parts.slice(1).some((part) => COMPANY.has(part.toLowerCase()));
  if (parts.length < 2 || isOneName || isCompany) return [];
  return parts.every((part) => WORD.test(part)) ? parts : [];
}
