import { isPlainCell, type RawCell, textOf } from "./cell.ts";
import type { KnownPlaces } from "./known-places.ts";
import { readDay } from "./read-date.ts";
import type { Sheet } from "./sheets.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/* What a column is by what stands in it, where its heading does not say so. A person sees it and can put it right. */

type Rows = readonly (readonly RawCell[])[];

/** So many cells of a column must be alike for it to be of their kind. */
const MOST = 0.7;
/** A title is no number and no essay. */
const TITLE_LENGTH = { least: 4, most: 120 };
/** Rows beyond these say nothing new. */
const LOOKED_AT = 200;

/** The columns of a table, those by heading filled up with those that what stands below them tells; `isLeft` are those that a person left out. */
export function columnsByContent(
  body: Rows,
  keys: readonly (string | null)[],
  {
    sheet,
    places,
    isLeft,
  }: { readonly sheet: Sheet; readonly places: KnownPlaces; readonly isLeft: (at: number) => boolean },
): (string | null)[] {
  const isOwn = keys.includes("id");
  const all = keys.map((key) => (isOwn || key === null ? key : standInFor(key)));
  if (!all.includes(sheet.titleKey)) {
    const standIn = sheet.standInTitle === undefined ? -1 : all.indexOf(sheet.standInTitle);
    const at = standIn === -1 && sheet.name === "activities" ? (titleByContent(body, all) ?? -1) : standIn;
    if (at !== -1 && !isLeft(at)) all[at] = sheet.titleKey;
  }
  if (sheet.name !== "activities" || isOwn) return all;
  const free = (key: string): boolean => !all.includes(key);
  all.forEach((key, at) => {
    if (key !== null || isLeft(at)) return;
    const found = kindOf(textsIn(body, at), places).find(free);
    if (found !== undefined) all[at] = found;
  });
  return all;
}

/** In a table of somebody's own, remarks are a description; what is worked out from elsewhere has no place. */
function standInFor(key: string): string | null {
  if (key === "comments") return "what";
  return key === "communications" || key === "decisions" ? null : key;
}

/** The column that reads like the titles of rows, among those that are nothing else; null when none does. */
export function titleByContent(body: Rows, keys: readonly (string | null)[]): number | null {
  const width = Math.max(keys.length, ...body.slice(0, LOOKED_AT).map(({ length }) => length), 0);
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let at = 0; at < width; at++) {
    if ((keys[at] ?? null) !== null) continue;
    const score = titleScore(textsIn(body, at), Math.min(body.length, LOOKED_AT));
    if (score > (best?.score ?? 0) * 1.2) best = { at, score };
  }
  return best?.at ?? null;
}

function titleScore(texts: readonly string[], rows: number): number {
  const worded = texts.filter(
    (text) => /\p{L}{3}/u.test(text) && readDay(text) === null && valueOfWord(STATUS_WORDS, text) === null,
  );
  if (worded.length * 2 < rows || worded.length === 0) return 0;
  const length = worded.reduce((sum, text) => sum + text.length, 0) / worded.length;
  const distinct = new Set(worded).size / worded.length;
  const isLong = length > TITLE_LENGTH.most;
  return length < TITLE_LENGTH.least ? 0 : distinct * (isLong ? 10 : Math.min(length, 40));
}

function textsIn(body: Rows, at: number): readonly string[] {
  return body.slice(0, LOOKED_AT).flatMap((cells) => {
    const cell = cells[at] ?? null;
    const text = isPlainCell(cell) ? textOf(cell).trim() : "";
    return text === "" ? [] : [text];
  });
}

/** What columns a column of such cells may be, the likeliest first. */
function kindOf(texts: readonly string[], places: KnownPlaces): readonly string[] {
  if (texts.length < 2) return [];
  const are = (test: (text: string) => boolean): boolean => texts.filter(test).length >= texts.length * MOST;
  if (are((text) => !/^\d{1,6}$/u.test(text) && readDay(text) !== null)) return ["end", "start"];
  if (are((text) => /^\d{1,3}(?:[.,]\d+)? ?%$/u.test(text))) return ["progress"];
  if (are((text) => valueOfWord(STATUS_WORDS, text) !== null)) return ["status"];
  if (are(places.isDomain)) return ["domain"];
  return are(places.isPhase) ? ["phase"] : [];
}
