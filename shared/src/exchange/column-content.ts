import { nameKey } from "../kernel/name-key.ts";
import { isEmptyRow, lacksValue, type RawCell, textOf } from "./cell.ts";
import { areBareWeeks } from "./bare-week.ts";
import { isTwin } from "./headings.ts";
import { isCompletedAt, isEmptyBox } from "./status-signs.ts";
import { nameParts } from "./name-parts.ts";
import type { KnownPlaces } from "./known-places.ts";
import { withoutListSign } from "./list-sign.ts";
import { readDay } from "./read-date.ts";
import { readPeriod, readRange } from "./read-period.ts";
import type { Sheet } from "./sheets.ts";
import { STATUS_WORDS, valueOfWord, YES_WORDS } from "./words.ts";

/* What a column is by what stands in it, where its heading does not say so. A person sees it and can put it right. */

type Rows = readonly (readonly RawCell[])[];

/** So many cells of a column must be alike for it to be of their kind. */
const MOST = 0.7;
/** A title is no number and no essay. */
const TITLE_LENGTH = { least: 4, most: 120 };
/** Rows beyond these say nothing new. */
const LOOKED_AT = 200;

/** The columns of a table, those by heading filled up with those that what stands below them tells; of `isSaid` a person said what they are, `isLeft` are no column. */
export function columnsByContent(
  body: Rows,
  keys: readonly (string | null)[],
  {
    sheet,
    headings,
    places,
    isSaid,
    isLeft,
  }: {
    readonly sheet: Sheet;
    readonly headings: readonly string[];
    readonly places: KnownPlaces;
    readonly isSaid: (at: number) => boolean;
    readonly isLeft: (at: number) => boolean;
  },
): (string | null)[] {
  const isOwn = keys.includes("id");
  const all = keys.map((key) => (isOwn || key === null ? key : standInFor(key)));
  const numbered = sheet.name === "activities" && !isOwn ? all.indexOf(sheet.titleKey) : -1;
  if (numbered !== -1 && !isSaid(numbered) && areNumbers(textsIn(body, numbered)))
    all[numbered] = all.includes("nr") ? null : "nr";
  if (!all.includes(sheet.titleKey)) {
    const standIn = sheet.standInTitle === undefined ? -1 : all.indexOf(sheet.standInTitle);
    const at = standIn === -1 && sheet.name === "activities" ? (titleByContent(body, all) ?? -1) : standIn;
    if (at !== -1 && !isLeft(at)) all[at] = sheet.titleKey;
  }
  if (sheet.name !== "activities" || isOwn) return all;
  const free = (key: string): boolean => !all.includes(key);
  // *Gereed* and *Klaar* are how far something is, or by when; a *Lijst* is a phase, or how far something is.
  const [status, phase] = [all.indexOf("status"), all.indexOf("phase")];
  if (status !== -1 && !isSaid(status) && free("end") && saysDays(textsIn(body, status))) all[status] = "end";
  if (status !== -1 && !isSaid(status) && free("progress") && areShares(textsIn(body, status)))
    all[status] = "progress";
  if (phase !== -1 && !isSaid(phase) && free("status") && areStatuses(textsIn(body, phase)))
    all[phase] = "status";
  const finished = headings.findIndex((heading, at) => isCompletedAt(heading) && !isSaid(at));
  if (finished !== -1 && free("status") && free("progress")) all[finished] = "status";
  // A *Periode* may be of a school's own year, with the weeks beside it; and *Akkoord* may be a yes.
  const end = all.indexOf("end");
  const isNever = end !== -1 && !isSaid(end) && !textsIn(body, end).some((text) => saysDays([text]));
  const weeks = headings.findIndex(
    (heading, at) => all[at] === null && !isLeft(at) && areBareWeeks(heading, textsIn(body, at)),
  );
  // Beside a column of weeks, the days from which to which say more.
  const stretch = headings.findIndex(
    (_, at) => all[at] === null && !isLeft(at) && areRanges(textsIn(body, at)),
  );
  if (end !== -1 && !isSaid(end) && stretch !== -1 && areBareWeeks(headings[end] ?? "", textsIn(body, end)))
    [all[end], all[stretch]] = [null, "end"];
  if (isNever && weeks !== -1 && !areBareWeeks(headings[end] ?? "", textsIn(body, end)))
    [all[end], all[weeks]] = [null, "end"];
  all.forEach((key, at) => {
    const texts = key?.startsWith("roles.") === true && !isSaid(at) ? textsIn(body, at) : [];
    const said = texts.map((text) => valueOfWord(YES_WORDS, text));
    if (said.includes("yes") && !said.includes(null)) all[at] = null;
    const areNames = texts.length > 1 && !texts.some(places.isParty);
    if (areNames && free("domain") && texts.every(places.isDomain)) all[at] = "domain";
    else if (areNames && free("phase") && texts.every(places.isPhase)) all[at] = "phase";
  });
  // Days below three names or more are of as many things: a person says which of them counts.
  const unknown = all.flatMap((key, at) => (key === null && !isLeft(at) ? at : []));
  const areMany =
    unknown.filter(
      (at) => maySay(headings[at] ?? "", "end") && textsIn(body, at).some((text) => saysDays([text])),
    ).length >= MANY_DAYS;
  // *Gereed* beside a status is by when, in whatever words.
  const due = headings.findIndex(
    (heading, at) => all[at] === null && !isLeft(at) && OF_DUE.test(nameKey(heading)),
  );
  const said = due === -1 ? [] : textsIn(body, due);
  const isWorded =
    said.length > 0 && said.every((text) => /\p{L}{3}/u.test(text) && valueOfWord(YES_WORDS, text) === null);
  if (free("end") && all.includes("status") && isWorded && !areStatuses(said)) all[due] = "end";
  const guessed = all.map((key, at) => {
    if (key !== null || isLeft(at) || isTwin(headings, at)) return key;
    const found = kindOf(textsIn(body, at), places).find(
      (kind) => free(kind) && !(areMany && OF_DAYS.has(kind)) && maySay(headings[at] ?? "", kind),
    );
    if (found !== undefined) all[at] = found;
    return found ?? null;
  });
  return all.every((key, at) => !OF_DAYS.has(key ?? "") || keys[at] === null)
    ? inOrder(body, guessed)
    : guessed;
}

const OF_DUE = /^(?:gereed|klaar|af)$/u;

/** Headings of shares that are no progress are many; those of days that were put off or came true are these. */
const OF_PROGRESS = /voortgang|gereed|klaar|compleet|voltooid|afgerond|gevorderd|progress|complete|done|%/u;
const OF_LATER =
  /bijgesteld|herzien|nieuwe? (?:datum|planning)|werkelijk|gerealiseerd|revised|actual|baseline/u;

/** Whether a column under this heading may be what its cells look like. */
function maySay(heading: string, kind: string): boolean {
  const key = nameKey(heading.slice(0, TITLE_LENGTH.most));
  if (kind === "progress") return key === "" || OF_PROGRESS.test(key);
  if (kind === "roles.executor") return !OF_OTHERS.test(key);
  return !OF_DAYS.has(kind) || !OF_LATER.test(key);
}

/** Who wrote something down or reported it does not do it. */
const OF_OTHERS =
  /^naam$|^name$|aanmeld|gemeld|melder|indiener|aanvrager|auteur|author|reporter|created|gemaakt|opgesteld|locatie|location|afdeling|school|opleiding|doelgroep|voor wie|akkoord|ogen/u;
const MANY_DAYS = 3;

const OF_DAYS = new Set(["start", "end"]);

/** Of two columns of days that nothing is known of, the earlier is when it begins. */
function inOrder(body: Rows, keys: readonly (string | null)[]): (string | null)[] {
  const [start, end] = [keys.indexOf("start"), keys.indexOf("end")];
  const dayIn = (cells: readonly RawCell[], at: number): string => {
    const cell = cells[at] ?? null;
    return !lacksValue(cell) ? (readDay(cell) ?? "") : "";
  };
  const both = body.filter((cells) => dayIn(cells, start) !== "" && dayIn(cells, end) !== "");
  const isTurned = both.filter((cells) => dayIn(cells, start) > dayIn(cells, end)).length * 2 > both.length;
  return isTurned ? keys.map((key) => (key === "start" ? "end" : key === "end" ? "start" : key)) : [...keys];
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
    const text = !lacksValue(cell) ? textOf(cell).trim() : "";
    return text === "" ? [] : [text];
  });
}

/** When a program wrote something down, which says nothing of when it is done. */
const OF_RECORD =
  /^(?:tijdstempel|timestamp|begintijd|starttijd|start time|completion time|tijd van voltooien|ingevuld|ingediend|gesloten|closed|created|updated|modified|last |laatst|gemaakt|aangemaakt|gewijzigd|bijgewerkt|resolved|completed|voltooi|datum van)/u;

/** Whether a column is of what a program keeps of its rows: its days are not those of what is done. */
export function isOfRecord(heading: string): boolean {
  return OF_RECORD.test(nameKey(heading.slice(0, TITLE_LENGTH.most)));
}

/** Whether these are days, or weeks, months and the like. */
function saysDays(texts: readonly string[]): boolean {
  const isDay = (text: string): boolean => !/^\d{1,6}$/u.test(text) && readDay(text) !== null;
  const isPeriod = (text: string): boolean => (readPeriod(text, noYear) ?? readRange(text, noYear)) !== null;
  const lines = texts.flatMap((text) => (text.includes("\n") ? text.split("\n").map(withoutListSign) : text));
  return (
    lines.length > 0 && lines.filter((text) => isDay(text) || isPeriod(text)).length >= lines.length * MOST
  );
}

/** Whether these say from which day to which. */
function areRanges(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text) => readRange(text, noYear) !== null);
}

function areNumbers(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => /^(?:stap )?\d{1,4}(?:\.\d{1,3})*[.)]?$/iu.test(text));
}

/** Whether these are how far something is: numbers to a hundred, and more than the two that may stand for no and yes. */
function areShares(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/^(\d{1,3}) ?%?$/u.exec(text)?.[1] ?? Number.NaN));
  return numbers.length > 1 && numbers.every((one) => one <= 100) && numbers.some((one) => one > 1);
}

function areStatuses(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => valueOfWord(STATUS_WORDS, text) !== null);
}

const noYear = (): null => null;

/** The first row that holds something, when it is unlike those below it: words above days, numbers or statuses. Null when it is not. */
export function unlikeRow(rows: Rows): number | null {
  const at = rows.findIndex((cells) => !isEmptyRow(cells));
  const top = (rows[at] ?? []).map((cell) => textOf(cell).trim());
  const areWords = top.filter(Boolean).length > 1 && top.every((text) => text === "" || isName(text));
  const below = rows.slice(at + 1);
  const isUnlike = (column: number): boolean => {
    const texts = textsIn(below, column);
    return texts.length > 0 && (top[column] ?? "") !== "" && !texts.some(isName);
  };
  return areWords && below.length > 0 && top.some((_, column) => isUnlike(column)) ? at : null;
}

/** Whether a text is words, and no day, number, share or status. */
function isName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !saysDays([text]) && valueOfWord(STATUS_WORDS, text) === null;
}

/** What columns a column of such cells may be, the likeliest first. */
function kindOf(texts: readonly string[], places: KnownPlaces): readonly string[] {
  if (texts.length < 2) return [];
  const are = (test: (text: string) => boolean): boolean => texts.filter(test).length >= texts.length * MOST;
  if (saysDays(texts)) return ["end", "start"];
  if (are((text) => /^\d{1,3}(?:[.,]\d+)? ?%$/u.test(text))) return ["progress"];
  if (are((text) => isEmptyBox(text) || valueOfWord(STATUS_WORDS, text) !== null)) return ["status"];
  if (are(places.isDomain)) return ["domain"];
  if (are(places.isPhase)) return ["phase"];
  const isOfParties = (text: string): boolean =>
    [text, ...nameParts(text), ...text.split(/[,;\n]/u)].some((name) => places.isParty(name.trim()));
  return are(isOfParties) ? ["roles.executor"] : [];
}
