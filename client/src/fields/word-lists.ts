/** A list that is being made, with the level at which Word put it. */
interface OpenList {
  readonly list: HTMLElement;
  readonly level: number;
}

/**
 * Word writes a list as paragraphs: which list and level in their style, the bullet or number as text. Makes them lists within lists.
 * A list of numbers that does not begin at 1 goes on from one above it: its numbers stay as text.
 */
export function makeLists(body: HTMLElement): void {
  let open: OpenList[] = [];
  let isGoingOn = false;
  let previous: Element | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>("p")) {
    const marker = takeMarker(paragraph);
    if (marker === null) continue;
    const number = /^\(?(\d+|[a-z]+)[.)]/iu.exec(marker)?.[1];
    const kind = number === undefined ? "ul" : "ol";
    const level = Number(/level(\d)/u.exec(paragraph.getAttribute("data-style") ?? "")?.[1] ?? 1);
    if (paragraph.previousElementSibling !== previous || previous === null) {
      open = [];
      isGoingOn = kind === "ol" && number !== undefined && /^\d/u.test(number) && number !== "1";
    }
    if (isGoingOn) {
      paragraph.prepend(`${marker} `);
      previous = paragraph;
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== kind) open.pop();
    if (open.at(-1)?.level !== level) open.push({ list: begin(paragraph, kind, open.at(-1)?.list), level });
    const item = body.ownerDocument.createElement("li");
    previous = open[0]?.list ?? null;
    open.at(-1)?.list.append(item);
    item.append(paragraph);
  }
}

/** A new list: within the last item of the one above it, else where the paragraph stands. */
function begin(paragraph: HTMLElement, kind: "ul" | "ol", above: HTMLElement | undefined): HTMLElement {
  const list = paragraph.ownerDocument.createElement(kind);
  const item = above?.lastElementChild;
  if (item === null || item === undefined) paragraph.before(list);
  else item.append(list);
  return list;
}

/** Takes the bullet or number away from a paragraph, and gives it; null when it is in no list. */
function takeMarker(paragraph: HTMLElement): string | null {
  const marked = [...paragraph.querySelectorAll("[data-style*='mso-list']")];
  const nodes: ChildNode[] = marked.length > 0 ? marked : betweenComments(paragraph);
  const isListed = (paragraph.getAttribute("data-style") ?? "").includes("mso-list");
  if (nodes.length === 0 && !isListed) return null;
  const marker = nodes.map((node) => node.textContent ?? "").join("");
  for (const node of nodes) node.remove();
  return marker.replace(/\s+/gu, " ").trim();
}

/** What stands in `<![if !supportLists]>…<![endif]>`, which the parser reads as two comments. */
function betweenComments(paragraph: HTMLElement): ChildNode[] {
  const nodes = [...paragraph.childNodes];
  const isComment = (node: ChildNode, text: string): boolean =>
    node.nodeType === Node.COMMENT_NODE && (node.textContent ?? "").includes(text);
  const from = nodes.findIndex((node) => isComment(node, "[if !supportLists]"));
  const to = nodes.findIndex((node, at) => at > from && isComment(node, "[endif]"));
  return from === -1 || to === -1 ? [] : nodes.slice(from, to + 1);
}
