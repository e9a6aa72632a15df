/** A tag with its attributes, as far as the next tag. */
const TAG = /<[a-z][^<>]*/giu;
const STYLE_ATTRIBUTE = /(?<=[\s"'/])style(?=\s*=)/giu;
const STYLE_ELEMENT = /(?<=<\/?)style\b/giu;

/**
 * What was on the clipboard as HTML, parsed apart from the page: nothing in it is shown, fetched or run. A style attribute is called
 * `data-style` and a style element is a template, since the content policy of the page refuses styles wherever they are parsed.
 */
export function parseApart(html: string): HTMLElement {
  const styleless = html
    .replace(TAG, (tag) => tag.replace(STYLE_ATTRIBUTE, "data-style"))
    .replace(STYLE_ELEMENT, "template");
  return new DOMParser().parseFromString(styleless, "text/html").body;
}
