import type { ListedLine } from "./listed-line.ts";
import { actionsOf, areMinutes } from "./minutes.ts";
import { type Sign, signOf, withoutListSign } from "./list-sign.ts";

/*
 * Lists as programs put them on the clipboard and in files of plain text: a sign or a number before each item, then a tab or a space;
 * what stands under an item has another sign or stands further in. Around it stand greetings, headings and signatures.
 */

const SALUTATION = /^(?:beste|geachte|hallo|hoi|dag|goede(?:morgen|middag|navond)|dear|hi|hello)\b.{0,60}$/iu;
const CLOSING =
  /^(?:--$|(?:met )?(?:vriendelijke|hartelijke|warme|collegiale) groet|groet(?:en|jes)?\b|m\.?v\.?g\.?\b|vr\.? ?gr|h\.?gr\b|(?:alvast )?bedankt|(?:kind|best|warm) regards|regards\b|many thanks|thanks\b|sincerely)/iu;
/** The heading of a message that was passed on. */
const MESSAGE_HEAD = /^(?:van|aan|cc|verzonden|onderwerp|from|to|sent|subject): /iu;

/**
 * The items of the list in a text, each with what stands under it, and the lines around it. Null when it holds no list and nothing of a
 * message either: then each of its lines is one of a table.
 */
export function readList(text: string): readonly ListedLine[] | null {
  const lines = text.replace(/\r\n?/gu, "\n").split("\n").flatMap(headingApart);
  if (isTabled(lines)) return null;
  const signs = lines.filter((line) => signOf(line.trimStart()) !== null).length;
  const written = lines.filter((line) => line.trim() !== "");
  const isMessage =
    SALUTATION.test(written[0]?.trim() ?? "") || written.some((line) => CLOSING.test(line.trim()));
  const hasProse = isMessage || /\S[^\S\n]*\n[^\S\n]*\n\s*\S/u.test(lines.join("\n"));
  const isList = signs > 0 && (hasProse || written.some(endsAsLeadIn) || signs * 2 >= written.length);
  const isOfMeeting = areMinutes(written.map((line) => withoutListSign(line)));
  if (!isList && !isMessage && !isOfMeeting) return null;
  const read = new ListReader(isList || isOfMeeting).read(lines);
  return isOfMeeting ? actionsOf(read) : read;
}

/** A heading of Markdown as a line of its own. */
function headingApart(line: string): readonly string[] {
  const heading = /^#{1,6}[ \t]+(?=\S)/u.exec(line)?.[0];
  return heading === undefined ? [line] : ["", line.slice(heading.length).trim(), ""];
}

/** Cells beside each other, but for a sign before the first. */
function isTabled(lines: readonly string[]): boolean {
  return lines.some((line) => withoutListSign(line).includes("\t"));
}

function endsAsLeadIn(line: string): boolean {
  return /[:,]$/u.test(line.trim());
}

interface Level {
  readonly indent: number;
  kind: string;
}

/** A box as Markdown writes it. */
const BOX = /^\[(?<tick>[ xX])\]\s+/u;
const DRAWN_BOX = /^[☐☑☒✓✔✗✘]\s+/u;
const TICKED = "✓✔☑☒";
const EMPTY_BOXES = "☐✗✘";

function isTickedBy(kind: string, title: string): boolean | null {
  const tick = BOX.exec(title)?.groups?.["tick"];
  if (tick !== undefined) return tick !== " ";
  const box = title.charAt(0);
  if (box !== "" && TICKED.includes(box)) return true;
  if (box !== "" && EMPTY_BOXES.includes(box)) return false;
  if (TICKED.includes(kind)) return true;
  return EMPTY_BOXES.includes(kind) ? false : null;
}

class ListReader {
  readonly #isList: boolean;
  readonly #read: { title: string; below: string[]; isBeside: boolean; isTicked: boolean | null }[] = [];
  #levels: Level[] = [];
  /** Whether a list, or the lines that stand for one, has begun, and whether it goes on. */
  #hasBegun = false;
  #isBroken = false;
  #isClosed = false;

  constructor(isList: boolean) {
    this.#isList = isList;
  }

  read(lines: readonly string[]): readonly ListedLine[] {
    for (const line of lines) this.#take(line);
    return this.#read.flatMap(({ title, below, isBeside, isTicked }) => {
      const [first = "", ...rest] = title === "" ? below : [title, ...below];
      return first === "" ? [] : { title: first, below: rest, isBeside, isTicked };
    });
  }

  #take(line: string): void {
    const bare = line.trimStart();
    const indent = line.slice(0, line.length - bare.length).replaceAll("\t", "    ").length;
    const sign = signOf(bare);
    if (bare === "") this.#isBroken = true;
    else if (sign === null) this.#plain(bare.trim(), indent);
    else this.#item(bare.slice(sign.length).trim(), indent, sign);
  }

  #item(title: string, indent: number, sign: Sign): void {
    if (this.#isBroken && !sign.isLower && indent === 0) this.#levels = [];
    this.#hasBegun = true;
    this.#isBroken = false;
    const level = this.#levelOf(indent, sign);
    const last = this.#read.at(-1);
    if (level === 0 || last === undefined || last.isBeside)
      this.#read.push({
        title: title.replace(BOX, "").replace(DRAWN_BOX, ""),
        below: [],
        isBeside: false,
        isTicked: isTickedBy(sign.kind, title),
      });
    else if (title !== "") last.below.push(title);
  }

  #levelOf(indent: number, { kind, isLower }: Sign): number {
    while (this.#levels.length > 1 && (this.#levels.at(-1)?.indent ?? 0) > indent) this.#levels.pop();
    const same = this.#levels.findLastIndex((one) => one.indent === indent && one.kind === kind);
    const top = this.#levels.at(-1);
    if (same !== -1) this.#levels.length = same + 1;
    else if (top === undefined || indent > top.indent + 1 || isLower) this.#levels.push({ indent, kind });
    else top.kind = kind;
    return this.#levels.length - 1;
  }

  #plain(title: string, indent: number): void {
    const last = this.#read.at(-1);
    const isMiddle = this.#hasBegun && !this.#isBroken && last !== undefined && !last.isBeside;
    if (CLOSING.test(title)) this.#isClosed = true;
    // The rest of an item on a line of its own.
    if (isMiddle && !this.#isClosed && (indent > 1 || /^\p{Ll}/u.test(title)) && this.#isList) {
      const below = last.below.pop();
      if (below === undefined) last.title = `${last.title} ${title}`.trimStart();
      else last.below.push(`${below} ${title}`);
      return;
    }
    const isLine = this.#isList ? isMiddle : !(SALUTATION.test(title) || endsAsLeadIn(title));
    const isBeside = this.#isClosed || !isLine || MESSAGE_HEAD.test(title);
    if (!isBeside) this.#levels = [];
    this.#isBroken = false;
    this.#read.push({ title, below: [], isBeside, isTicked: null });
  }
}
