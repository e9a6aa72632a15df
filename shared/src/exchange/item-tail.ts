import { readDate } from "./read-date.ts";

/* What people write behind what is done: *(Anja, 30-10-2026)*, *– ICT – uiterlijk 6 november*. */

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

const BEFORE_ACTION =
  /^(?<who>\p{Lu}[\p{L}.' -]{1,40}): (?<title>.{4,300}?)[,;]? (?:uiterlijk|deadline:?|voor|vóór|by|before) (?<when>[^,;:]{3,40})$/u;
/** Words before a colon that name nobody. */
const NO_NAME = /^(?:actie|action|besluit|let op|nb|todo|to do|vraag|afspraak|fase|stap)\b/iu;

/**
 * Who does an item and by when, where a day stands at its end between brackets or behind dashes, with at most one name before it; or a name with a colon before all of it. Null for
 * any other item: then all of it is its title.
 */
export function itemParts(text: string): ItemParts | null {
  if (text.length > LONGEST) return null;
  const { who, title: action, when } = BEFORE_ACTION.exec(text.trim())?.groups ?? {};
  if (who !== undefined && action !== undefined && when !== undefined && !NO_NAME.test(who) && isDay(when))
    return { title: action, who, when };
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
  return /\d/u.test(text) && readDate(text, () => null) !== null;
}
