import { parseApart } from "./parse-apart.ts";
import { gridOf } from "./table-grid.ts";
import { makeLists } from "./word-lists.ts";

/** Stands between the cells of a row; a tab would become a space. */
const CELL_GAP = "\u2003";

/** Nothing of these is kept: a rich field holds paragraphs, lists, bold, italic and links. */
const DROPPED =
  "script, template, img, picture, svg, object, embed, iframe, video, audio, meta, link, title, xml";

/** What begins a line of its own, of which a line of a table has one only. */
const BLOCKS = "p, div, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, dl, dt, dd, section";

/**
 * What a word processor or a page put on the clipboard, as plain markup: without scripts, pictures, styles and comments, with the lists of
 * Word, Google Docs, Outlook and Teams as lists, and tables as lines.
 */
export function cleanPaste(html: string): string {
  const body = parseApart(html);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  makeLists(body);
  makeLines(body);
  makeMarks(body);
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name !== "href" || element.tagName !== "A") element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/** A field holds no tables: each row becomes a line, its cells apart. A row of one cell, as layouts of messages have, is what it holds. */
function makeLines(body: HTMLElement): void {
  // What lies within another goes first, so that it is lines by then.
  for (const table of [...body.querySelectorAll("table")].toReversed()) {
    const lines = gridOf(table).flatMap((row): Node[] => {
      const cells = row.filter((cell) => cell !== null);
      while (cells.at(-1)?.textContent?.trim() === "") cells.pop();
      const [only, ...more] = cells;
      if (only === undefined) return [];
      if (more.length === 0) return blocksOf(only);
      const line = body.ownerDocument.createElement("p");
      line.append(...cells.flatMap((cell, at) => [...(at === 0 ? [] : [CELL_GAP]), ...inlineOf(cell)]));
      return [line];
    });
    table.replaceWith(...lines);
  }
}

/** What a cell holds, as it stands; loose words become a paragraph, so that they do not run into what is above or below. */
function blocksOf(cell: HTMLElement): Node[] {
  const copy = copyOf(cell);
  if (copy.querySelector(`${BLOCKS}, table`) !== null) return [...copy.childNodes];
  const line = cell.ownerDocument.createElement("p");
  line.append(...copy.childNodes);
  return [line];
}

/** What a cell holds, on one line, with its bold, italic and links. */
function inlineOf(cell: HTMLElement): Node[] {
  const copy = copyOf(cell);
  for (const end of copy.querySelectorAll("br")) end.replaceWith(" ");
  for (const item of copy.querySelectorAll("li")) item.replaceWith(" • ", ...item.childNodes);
  for (const block of copy.querySelectorAll(BLOCKS)) block.replaceWith(" ", ...block.childNodes, " ");
  const [first, last] = [copy.firstChild, copy.lastChild];
  if (first instanceof Text) first.data = first.data.trimStart();
  if (last instanceof Text) last.data = last.data.trimEnd();
  return [...copy.childNodes];
}

/** A cell that goes on for several rows is in each of their lines. */
function copyOf(cell: HTMLElement): HTMLElement {
  const copy = cell.ownerDocument.createElement("div");
  copy.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  copy.normalize();
  return copy;
}

/** Google Docs writes bold and italic as styles, and puts all that it copies in a `b` that is not bold. */
function makeMarks(body: HTMLElement): void {
  for (const element of body.querySelectorAll("[data-style]")) {
    const style = (element.getAttribute("data-style") ?? "").replace(/\s+/gu, "");
    const isPlain = /font-weight:(?:normal|400)/u.test(style);
    if (isPlain && (element.localName === "b" || element.localName === "strong"))
      element.replaceWith(...element.childNodes);
    if (element.localName !== "span") continue;
    if (/font-weight:(?:bold|[6-9]00)/u.test(style)) wrap(element, "strong");
    if (/font-style:italic/u.test(style)) wrap(element, "em");
  }
}

function wrap(element: Element, mark: "strong" | "em"): void {
  const wrapped = element.ownerDocument.createElement(mark);
  wrapped.append(...element.childNodes);
  element.append(wrapped);
}
