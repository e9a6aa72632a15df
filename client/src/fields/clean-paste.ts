/** Nothing of these is kept: a rich field holds paragraphs, lists, bold, italic and links. */
const DROPPED =
  "script, style, img, picture, svg, object, embed, iframe, video, audio, meta, link, title, xml";

/**
 * What a word processor or a page put on the clipboard, as plain markup: without scripts, pictures, styles and comments, and with
 * Word's lists, which it writes as paragraphs, as lists. Parsed apart from the page, so that nothing in it runs.
 */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  makeLists(body);
  for (const element of body.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name !== "href" || element.tagName !== "A") element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/** Word marks a paragraph of a list in its style, and writes its bullet or number as text. */
function makeLists(body: HTMLElement): void {
  let list: HTMLElement | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>("p[style*='mso-list']")) {
    const marker = paragraph.querySelector("[style*='mso-list']");
    const kind = /^\s*(\d+|[a-z]+)[.)]/i.test(marker?.textContent ?? "") ? "ol" : "ul";
    marker?.remove();
    if (list === null || list.localName !== kind || paragraph.previousElementSibling !== list) {
      list = body.ownerDocument.createElement(kind);
      paragraph.before(list);
    }
    const item = body.ownerDocument.createElement("li");
    item.append(paragraph);
    list.append(item);
  }
}
