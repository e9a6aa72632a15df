import { readXml, type XmlAttribute } from "./read-xml.ts";

/** What says of a paragraph that it is an item of a list, and how far in it stands. */
export interface Numbering {
  numId: string | null;
  level: number;
  /** In twentieths of a point; null when nothing is said. */
  left: number | null;
}

interface Style extends Numbering {
  name: string;
  basedOn: string;
  isOutline: boolean;
}

/** A list within a list within a list, and so on: Word has nine levels. */
const MAX_LEVEL = 8;
const MAX_LEFT = 14_400;
/** Styles that follow each other in a circle end somewhere. */
const MAX_CHAIN = 20;
const LEVEL_LEFT = 720;
/** So much of the left margin is a space. */
const SPACE = 180;

/** The styles and lists of a document of Word (ECMA-376 part 1, 17.7 and 17.9), as far as they make items of paragraphs. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;

  constructor(styles: Buffer | undefined, numbering: Buffer | undefined) {
    if (styles !== undefined) this.#readStyles(styles);
    this.#lists = numbering === undefined ? new Map() : readLists(numbering);
  }

  /** Whether a paragraph of this style is a heading, numbered or not. */
  isHeading(id: string): boolean {
    return this.#chain(id).some(({ name, isOutline }) => isOutline || HEADING.test(name)) || HEADING.test(id);
  }

  /** Whether a paragraph of this style is a line of the table of contents. */
  isContents(id: string): boolean {
    return CONTENTS.test(id) || CONTENTS.test(this.#styles.get(id)?.name ?? "");
  }

  /** How many spaces before the sign of an item; null for a paragraph that is none. */
  indentOf(style: string, said: Numbering): number | null {
    const chain = this.#chain(style);
    const styled = chain.find(({ numId }) => numId !== null);
    const numId = said.numId ?? styled?.numId ?? null;
    if (numId === null || numId === "0") return null;
    const level = said.numId === null ? (styled?.level ?? 0) : said.level;
    const { left, isNone } = this.#lists.get(numId)?.get(level) ?? { left: null, isNone: false };
    if (isNone) return null;
    const ofStyle = chain.find((one) => one.left !== null)?.left ?? null;
    const ofList = said.numId === null ? (ofStyle ?? left) : left;
    const twips = said.left ?? ofList ?? (level + 1) * LEVEL_LEFT;
    return Math.round(Math.min(Math.max(twips, 0), MAX_LEFT) / SPACE) + level * 2;
  }

  #chain(id: string): readonly Style[] {
    const chain: Style[] = [];
    let style = this.#styles.get(id);
    while (style !== undefined && chain.length < MAX_CHAIN) {
      chain.push(style);
      style = this.#styles.get(style.basedOn);
    }
    return chain;
  }

  #readStyles(part: Buffer): void {
    let style: Style | null = null;
    readXml(part, {
      opened: (tag, attribute) => {
        if (tag === "style") {
          style = { ...newNumbering(), name: "", basedOn: "", isOutline: false };
          if (attribute("type") === "paragraph") this.#styles.set(attribute("styleId") ?? "", style);
        }
        if (style === null) return;
        if (tag === "name") style.name = attribute("val") ?? "";
        else if (tag === "basedOn") style.basedOn = attribute("val") ?? "";
        else if (tag === "outlineLvl") style.isOutline = attribute("val") !== "9";
        else readNumbering(style, tag, attribute);
      },
      closed(tag) {
        if (tag === "style") style = null;
      },
    });
  }
}

const HEADING = /^(?:heading|kop|title|titel|subtitle|ondertitel)\b|^(?:heading|kop)\d/iu;
const CONTENTS = /^(?:toc|inhopg)/iu;

export function newNumbering(): Numbering {
  return { numId: null, level: 0, left: null };
}

/** Takes in what an element in the properties of a paragraph says of its place in a list. */
export function readNumbering(into: Numbering, tag: string, attribute: XmlAttribute): void {
  if (tag === "numId") into.numId = attribute("val") ?? null;
  else if (tag === "ilvl") into.level = levelOf(attribute("val"));
  else if (tag === "ind") into.left = leftOf(attribute) ?? into.left;
}

function levelOf(written: string | undefined): number {
  const level = Number(written ?? 0);
  return level >= 0 && level <= MAX_LEVEL ? Math.floor(level) : 0;
}

function leftOf(attribute: XmlAttribute): number | null {
  const left = Number(attribute("left") ?? attribute("start") ?? Number.NaN);
  return Number.isFinite(left) ? left : null;
}

interface ListLevel {
  left: number | null;
  isNone: boolean;
}

/** The levels of each list, by its number. */
function readLists(part: Buffer): ReadonlyMap<string, ReadonlyMap<number, ListLevel>> {
  const abstract = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, ReadonlyMap<number, ListLevel>>();
  let levels: Map<number, ListLevel> | null = null;
  let level: ListLevel | null = null;
  let numId: string | null = null;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "abstractNum") {
        levels = new Map();
        abstract.set(attribute("abstractNumId") ?? "", levels);
      } else if (tag === "lvl" && levels !== null) {
        level = { left: null, isNone: false };
        levels.set(levelOf(attribute("ilvl")), level);
      } else if (tag === "ind" && level !== null) level.left = leftOf(attribute);
      else if (tag === "numFmt" && level !== null) level.isNone = attribute("val") === "none";
      else if (tag === "num") numId = attribute("numId") ?? null;
      else if (tag === "abstractNumId" && numId !== null) {
        const found = abstract.get(attribute("val") ?? "");
        if (found !== undefined) lists.set(numId, found);
      }
    },
    closed(tag) {
      if (tag === "abstractNum") levels = null;
      if (tag === "lvl") level = null;
      if (tag === "num") numId = null;
    },
  });
  return lists;
}
