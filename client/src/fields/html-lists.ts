/**
 * Makes lists well-formed: Google Docs puts a list beside the item that it belongs to, Outlook in an item of its own, and Word on the web
 * writes each level as a list of its own that says how deep it lies.
 */
export function nestLoose(body: HTMLElement): void {
  for (const item of body.querySelectorAll<HTMLElement>("li[data-aria-level]")) asParagraph(item);
  for (const list of body.querySelectorAll("ul, ol")) {
    const place = list.parentElement;
    if (place === null) continue;
    const holder = place.localName === "li" && isBare(place) ? place : null;
    const isLoose = place.localName === "ul" || place.localName === "ol";
    const above = (holder ?? (isLoose ? list : null))?.previousElementSibling;
    if (above?.localName !== "li") continue;
    above.append(list);
    if (holder?.childElementCount === 0) holder.remove();
  }
}

/** Whether an item says nothing of its own. */
function isBare(item: Element): boolean {
  return [...item.childNodes].every(
    (node) =>
      (node instanceof Element && (node.localName === "ul" || node.localName === "ol")) ||
      (node.textContent ?? "").trim() === "",
  );
}

/** Word on the web: the item as the paragraph that Word itself would write, level and number with it. */
function asParagraph(item: HTMLElement): void {
  const list = item.parentElement;
  if (list === null) return;
  const level = item.getAttribute("data-aria-level") ?? "1";
  const paragraph = item.ownerDocument.createElement("p");
  paragraph.setAttribute("data-style", `mso-list:l0 level${level}`);
  const marker = item.ownerDocument.createElement("span");
  marker.setAttribute("data-style", "mso-list:Ignore");
  marker.textContent = list.localName === "ul" ? "•" : `${item.getAttribute("data-aria-posinset") ?? "1"}.`;
  for (const block of item.querySelectorAll("p")) block.replaceWith(...block.childNodes);
  paragraph.append(marker, ...item.childNodes);
  const wrapper = list.parentElement;
  const place = wrapper?.localName === "div" && wrapper.childElementCount === 1 ? wrapper : list;
  place.before(paragraph);
  item.remove();
  if (list.childElementCount === 0) place.remove();
}

/** A list of numbers that does not begin at 1 becomes lines with their numbers: a list of a field counts from 1. */
export function keepNumbers(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ol")) {
    const first = Number(list.firstElementChild?.getAttribute("value") ?? list.getAttribute("start") ?? 1);
    if (!Number.isSafeInteger(first) || first === 1) continue;
    const lines = [...list.children].flatMap((item, at) => numbered(item, `${String(first + at)}. `));
    list.replaceWith(...lines);
  }
}

function numbered(item: Element, number: string): Node[] {
  const nodes = [...item.childNodes].filter((node) => (node.textContent ?? "").trim() !== "");
  const [first, ...rest] = nodes;
  if (first instanceof Element && /^(?:p|div)$/u.test(first.localName)) {
    first.prepend(number);
    return [first, ...rest];
  }
  const isBlock = (node: Node): boolean =>
    node instanceof Element && /^(?:p|div|ul|ol)$/u.test(node.localName);
  const end = nodes.findIndex(isBlock);
  const line = item.ownerDocument.createElement("p");
  line.append(number, ...nodes.slice(0, end === -1 ? nodes.length : end));
  return [line, ...(end === -1 ? [] : nodes.slice(end))];
}
