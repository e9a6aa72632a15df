import { parseApart } from "./parse-apart.ts";
import { makeLists } from "./word-lists.ts";

/** Stands between the cells of a row; a tab would become a space. */
const CELL_GAP = "\u2003";

/** Nothing of these is kept: a rich field holds paragraphs, lists, bold, italic and links. */
const DROPPED =
  "script, template, img, picture, svg, object, embed, iframe, video, audio, meta, link, title, xml";

/**
 * What a word processor or a page put on the clipboard, as plain markup: without scripts, pictures, styles and comments, and with
 * Word's lists, which it writes as paragraphs, as lists, and tables as lines.
 */
export function cleanPaste(html: string): string {
  const body = parseApart(html);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  makeLists(body);
  makeLines(body);
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name !== "href" || element.tagName !== "A") element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/** A field holds no tables: each row becomes a line, its cells apart. */
function makeLines(body: HTMLElement): void {
  for (const table of body.querySelectorAll("table")) {
    const lines = [...table.rows].map((row) => {
      const line = body.ownerDocument.createElement("p");
      line.textContent = [...row.cells]
        .map((cell) => (cell.textContent ?? "").replace(/\s+/gu, " ").trim())
        .join(CELL_GAP);
      return line;
    });
    table.replaceWith(...lines);
  }
}
