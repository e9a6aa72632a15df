import { readDate } from "./read-date.ts";
import { readPeriod } from "./read-period.ts";

/* What people write before and behind what is done: *(Anja, 30-10-2026)*, *– ICT – uiterlijk 6 november*, *Petra: …*, *@Bram 📅 2026-10-09*. */

/** An item of a list in its parts. */
export interface ItemParts {
  readonly title: string;
  readonly who: string;
  readonly when: string;
}

const LONGEST = 400;
const LONGEST_NAME = 60;
const BRACKETED = /^([^()]*[^()\s])\s*\(([^()]{3,100})\)[.;]?$/u;
const BEFORE_DAY =
  /^(?:uiterlijk|deadline:?|klaar op|klaar|gereed op|gereed:?|op|by|before|voor|vóór|t\/m|due:?)\s+/iu;

const NAMED = /^(?<who>\p{Lu}[\p{L}\p{M}.'’ &+,/-]{1,60}): (?<rest>\S.{3,})$/u;
/** Words before a colon that name nobody. */
const NO_NAME = /^(?:actie|action|besluit|let op|nb|todo|to do|vraag|afspraak|fase|stap)\b/iu;
/** Whether a text is written as names are. */
function isName(text: string): boolean {
  return text.split(/[\s+&,/]+/u).every((word) => word === "" || /^\p{Lu}/u.test(word) || SMALL.test(word));
}

/** Words in a name that begin small. */
const SMALL = /^(?:van|de|den|der|el|en|het|ten|ter|'t|beheer|bureau|team)$/u;
/** A day at the end, behind a word or a comma that says so. */
const DAY_BEHIND =
  /^(?<title>.{3,300}?)(?:[,;]? (?:uiterlijk|deadline:?|voor|vóór|by|before)|[,;]) (?<when>[^,;:]{3,40})$/u;
const DAY_SIGN = /(?:📅|🗓️?|⏰|⏳|(?<!\p{L})due:) ?(?<when>\d[\d./-]{5,9})/u;
const MENTION = /(?<!\S)@(?<who>\p{Lu}[\p{L}\p{M}.-]{0,30}(?: \p{Lu}[\p{L}\p{M}-]{1,30}){0,2})/gu;

/** Whether most of these items begin with who does them, and a colon. */
export function areNamed(items: readonly string[]): boolean {
  const named = items.filter((item) => nameBefore(item) !== null);
  return named.length > 1 && named.length * 5 >= items.length * 3;
}

function nameBefore(text: string): { readonly who: string; readonly rest: string } | null {
  if (text.length > LONGEST) return null;
  const { who, rest } = NAMED.exec(text.trim())?.groups ?? {};
  return who === undefined || rest === undefined || !isName(who) || NO_NAME.test(who) ? null : { who, rest };
}

/**
 * Who does an item and by when: a day at its end between brackets, behind dashes or behind a word that says so, with at most one name
 * before it; a name with a colon before all of it, where most of the list has one (`areNamed`) or a day follows; or a mention and a day as
 * programs sign them. Null for any other item: then all of it is its title.
 */
export function itemParts(
  text: string,
  {
    isNamed = false,
    isBracketed = false,
  }: { readonly isNamed?: boolean; readonly isBracketed?: boolean } = {},
): ItemParts | null {
  if (text.length > LONGEST) return null;
  const signed = signedParts(text);
  if (signed !== null) return signed;
  const named = nameBefore(text);
  if (named !== null) {
    const dated = tailParts(named.rest) ?? dayBehind(named.rest);
    if (dated !== null && dated.who === "") return { ...dated, who: named.who };
    if (isNamed) return { title: named.rest, who: named.who, when: "" };
  }
  const dated = tailParts(text);
  const bare = dated?.who === "" ? dated.title : text;
  const { title, who, more = "" } = BEHIND.exec(bare.trim())?.groups ?? {};
  if (!isBracketed || title === undefined || who === undefined) return dated;
  return { title: `${title}${more}`, who, when: dated?.when ?? "" };
}

/** A name between brackets or strokes behind all of it. */
const BEHIND = /^(?<title>\S.{2,300}?)\s*[(/](?<who>\p{L}[^()/\d]{1,60})[)/](?<more> [-–—] [^()\d]{3,60})?$/u;

/** Whether most of these items end with who does them, between brackets or strokes. */
export function areBracketed(items: readonly string[]): boolean {
  const bare = items.map((item) => (item.length > LONGEST ? "" : (tailParts(item)?.title ?? item)));
  const behind = bare.flatMap((item) => BEHIND.exec(item.trim())?.groups?.["who"] ?? []);
  const least = behind.every(isName) ? 3 : 4;
  return behind.length > 2 && behind.length * 5 >= items.length * least;
}

function signedParts(text: string): ItemParts | null {
  const when = DAY_SIGN.exec(text)?.groups?.["when"] ?? "";
  const who = [...text.matchAll(MENTION)].map(({ groups }) => groups?.["who"] ?? "");
  if (who.length === 0 && !isDay(when)) return null;
  const title = text.replace(DAY_SIGN, " ").replace(MENTION, " ").replace(/\s+/gu, " ").trim();
  return title === "" ? null : { title, who: who.join(", "), when };
}

function dayBehind(text: string): ItemParts | null {
  const { title, when } = DAY_BEHIND.exec(text)?.groups ?? {};
  if (title === undefined || when === undefined || !isDay(when)) return null;
  return { title: title.replace(/ [-–—]$/u, ""), who: "", when };
}

function tailParts(text: string): ItemParts | null {
  const [, before, inner] = BRACKETED.exec(text.trim()) ?? [];
  if (before !== undefined && inner !== undefined) return partsOf(before, inner.split(/[,;]/u));
  const [title = "", ...rest] = text.trim().split(/ [-–—] /u);
  return partsOf(title, rest);
}

function partsOf(title: string, tail: readonly string[]): ItemParts | null {
  const [first, second, ...more] = tail.map((part) => part.trim());
  const when = (second ?? first ?? "").replace(BEFORE_DAY, "");
  const who = second === undefined ? "" : (first ?? "");
  const isName = second === undefined || (/\p{L}{2}/u.test(who) && who.length <= LONGEST_NAME && !isDay(who));
  return more.length === 0 && title !== "" && isName && isDay(when) ? { title, who, when } : null;
}

function isDay(text: string): boolean {
  return (/\d/u.test(text) || readPeriod(text, () => null) !== null) && readDate(text, () => null) !== null;
}
