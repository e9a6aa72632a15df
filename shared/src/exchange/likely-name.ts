import { nameKey } from "../kernel/name-key.ts";

/* Which of the names of a plan somebody means who writes another: an abbreviation, a slip, a part of it. Always shown to a person. */

/** Longer names are sentences: they are compared whole. */
const LONGEST = 100;
const SHORTEST_STEM = 5;
/** How much longer a word may be than its stem: *proces*, *processen*. */
const LONGEST_ENDING = 4;

/** Abbreviations of the sector, as `coreKey` gives them, and what they stand for. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ec: ["examencommissie"],
  exc: ["examencommissie"],
  excie: ["examencommissie"],
  examencie: ["examencommissie"],
  mt: ["managementteam"],
  cvb: ["college van bestuur", "bestuur"],
  rvb: ["raad van bestuur", "bestuur"],
  or: ["ondernemingsraad"],
  sr: ["studentenraad"],
  eb: ["examenbureau"],
  fb: ["functioneel beheer", "functioneel beheerder"],
  fab: ["functioneel applicatiebeheer", "functioneel beheer"],
  fg: ["functionaris gegevensbescherming"],
  ap: ["autoriteit persoonsgegevens"],
  im: ["informatiemanagement", "informatiemanager"],
  pl: ["projectleider"],
  po: ["product owner", "proceseigenaar"],
  hr: ["human resources", "personeelszaken", "p en o"],
  "p en o": ["personeelszaken", "hr"],
  si: ["systemen en integratie", "systemen en infrastructuur", "ict en systemen", "ict"],
  it: ["ict"],
  org: ["organisatie"],
  bel: ["beleid"],
  proc: ["processen"],
};

/** What people write where nobody is known yet. */
const NOBODY =
  /^(?:[-–—?./x*]*|n\.?n\.?b\.?|n\.?t\.?b\.?|n\.?v\.?t\.?|n\/?a|tbd|tba|pm|onbekend|nog onbekend|nader te bepalen|nog te bepalen|niemand|unknown|nobody|none|geen)$/u;

/** Whether a name stands for nobody yet: *nnb*, *?*, *-*. */
export function isNobody(name: string): boolean {
  return NOBODY.test(nameKey(name));
}

const BRACKETED = /\(([^()]{0,60})\)/gu;
const NUMBERED =
  /^(?:(?:fase|phase|stap|step|domein|domain|deel|blok) ?\d{0,2}|\d{1,2})(?: ?[:.)\-–—] ?| )(?=\p{L})|^[a-z](?:[.)] ?| ?[:\-–—] )(?=\p{L}{2})/u;
const NOT_LETTERS = /[^\p{L}\p{N}&/+]+/gu;

/** A name without its number, what stands between brackets, and signs: by this it is compared. */
function coreKey(name: string): string {
  const key = nameKey(name.slice(0, LONGEST))
    .replace(BRACKETED, " ")
    .replace(NUMBERED, "")
    .replace(/&/gu, " en ")
    .replace(/\band\b/gu, "en")
    .replace(NOT_LETTERS, " ")
    .trim();
  const bare = key
    .replace(/^(?:fase|phase|team|afdeling|dienst) /u, "")
    .replace(/(?<=\p{L}{4})(?:fase| fase| phase)$/u, "");
  return bare.replace(/\s+/gu, " ");
}

interface Candidate {
  readonly id: string;
  readonly core: string;
  readonly initials: string;
  /** What stands between brackets behind it: often its abbreviation. */
  readonly between: readonly string[];
}

/** More names of a kind than a plan has: of those beyond it a text means one only that is called so. That keeps a lookup from growing with them. */
const MOST_LIKE = 300;

/** The names of one kind of entries, to look for what a text means among them. */
export class LikelyNames {
  readonly #byCore = new Map<string, Candidate[]>();
  /** Those that are looked at one by one. */
  readonly #candidates: Candidate[] = [];

  add(id: string, name: string): void {
    const core = coreKey(name);
    const between = [...name.slice(0, LONGEST).matchAll(BRACKETED)].map(([, inner = ""]) => coreKey(inner));
    const initials = core
      .split(" ")
      .map((word) => word.charAt(0))
      .join("");
    const candidate = { id, core, initials, between };
    const alike = this.#byCore.get(core);
    if (alike === undefined) this.#byCore.set(core, [candidate]);
    else alike.push(candidate);
    if (this.#candidates.length < MOST_LIKE) this.#candidates.push(candidate);
  }

  /** Whether a text means at least one of them. */
  has(text: string): boolean {
    return this.#alike(text).length > 0;
  }

  /** The id of the one name that a text most likely means; null when none is like it, or several are. */
  find(text: string): string | null {
    const [first, ...more] = this.#alike(text);
    return first === undefined || more.length > 0 ? null : first.id;
  }

  /** The id of the one name that begins with this letter; null when it is no letter, or of several. */
  initial(text: string): string | null {
    const letter = coreKey(text);
    const [first, ...more] =
      letter.length === 1 ? this.#candidates.filter(({ core }) => core.startsWith(letter)) : [];
    return first === undefined || more.length > 0 ? null : first.id;
  }

  /** Those that are like it in the surest way in which any is. */
  #alike(text: string): readonly Candidate[] {
    const core = coreKey(text);
    if (core === "" || /[/+]/u.test(core)) return [];
    const same = this.#byCore.get(core);
    if (same !== undefined) return same;
    const meant = (Object.hasOwn(ABBREVIATIONS, core) ? ABBREVIATIONS[core] : null) ?? [];
    const tests: readonly ((one: Candidate) => boolean)[] = [
      (one) => one.between.includes(core),
      (one) => meant.includes(one.core),
      (one) => core.length >= 2 && one.initials.length >= 2 && one.initials === core,
      (one) => [core, ...meant].some((said) => isPartOf(said, one.core) || isPartOf(one.core, said)),
      (one) => isShortenedTo(core, one.core),
      (one) => isSlip(core, one.core),
    ];
    for (const test of tests) {
      const found = this.#candidates.filter(test);
      if (found.length > 0) return found;
    }
    return [];
  }
}

/** Whether a name is the beginning of another: its first words, or the stem of its only word. */
function isPartOf(part: string, whole: string): boolean {
  if (part.length < 2 || !whole.startsWith(part)) return false;
  const rest = whole.slice(part.length);
  if (rest.startsWith(" en ") || rest.startsWith(" (")) return true;
  return part.length >= SHORTEST_STEM && rest.length <= LONGEST_ENDING && !rest.includes(" ");
}

/** Whether two words differ by one letter that is wrong, missing or double, or by two in longer ones. */
function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 6 || Math.abs(one.length - other.length) > 2) return false;
  // *Sprint 1* and *Sprint 3* are two.
  return numbersIn(one) === numbersIn(other) && isWithin(one, other, shorter < 10 ? 1 : 2);
}

function numbersIn(name: string): string {
  return (name.match(/\d+/gu) ?? []).join(" ");
}

/** Whether the first of these words are the initials of the first of those, and the rest is the same: *fb sis*. */
function isShortenedTo(short: string, whole: string): boolean {
  const [letters = "", ...rest] = short.split(" ");
  const words = whole.split(" ");
  const isSame = rest.length > 0 && rest.join(" ") === words.slice(letters.length).join(" ");
  return (
    isSame && letters.length > 1 && Array.from(letters).every((letter, at) => words[at]?.startsWith(letter))
  );
}

/** Whether two words are at most so few edits apart: what is alike at their beginning stays, and the first difference is one of three edits. */
function isWithin(one: string, other: string, edits: number): boolean {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at++;
  const [left, right] = [one.slice(at), other.slice(at)];
  if (left === "" || right === "") return left.length + right.length <= edits;
  if (edits === 0) return false;
  const [laterLeft, laterRight] = [left.slice(1), right.slice(1)];
  return [
    [laterLeft, right],
    [left, laterRight],
    [laterLeft, laterRight],
  ].some(([a = "", b = ""]) => isWithin(a, b, edits - 1));
}
