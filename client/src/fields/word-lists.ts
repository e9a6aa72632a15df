import { keepNumbers, nestLoose } from "./html-lists.ts";

/** A paragraph that is an item of a list, with the bullet or number that was before it. */
interface Item {
  readonly paragraph: HTMLElement;
  readonly marker: string;
  /** From 1. */
  readonly level: number;
}

/** A list that is being made, with the level of its items. */
interface OpenList {
  readonly list: HTMLElement;
  readonly level: number;
}

/** The level at which each bullet stands in a message that gives its lists as paragraphs. */
const SIGN_LEVELS: Readonly<Record<string, number>> = { o: 2, "○": 2, "§": 3, "▪": 3, "■": 3 };
/** A bullet as text; an `o` is one only before a space that a person does not type. */
const SIGN = /^\s*(?:([·•●○§▪■])\s+|(o)[\t\u00a0]\s*)/u;

/**
 * Word writes a list as paragraphs: which list and level in their style, the bullet or number as text; others write the bullet only. Makes
 * them lists within lists, and those of pages and of Google Docs well-formed. Numbers that a list would not show stay as text: those of one
 * that goes on from above, of one by letters, and of one as in a law.
 */
export function makeLists(body: HTMLElement): void {
  nestLoose(body);
  for (const run of runsOf(body)) {
    if (run.every(isShown) && beginsAnew(run[0])) nest(run);
    else
      for (const { paragraph, marker, level } of run)
        paragraph.prepend(`${"\u2003".repeat(level - 1)}${marker} `);
  }
  keepNumbers(body);
}

/** The items, each time those that follow each other. */
function runsOf(body: HTMLElement): Item[][] {
  const runs: Item[][] = [];
  let previous: Element | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>("p")) {
    const item = takeMarker(paragraph);
    if (item === null) continue;
    const run = paragraph.previousElementSibling === previous ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([item]);
    else run.push(item);
    previous = paragraph;
  }
  return runs;
}

const numberOf = (marker: string): string | undefined => /^\(?(\d+|[a-z]+)[.)]/iu.exec(marker)?.[1];

const isShown = ({ marker }: Item): boolean => !/^\(?\d+\.\d/u.test(marker);

/** A list of bullets, or one from 1 on; within another, from its first letter on. */
function beginsAnew(first: Item | undefined): boolean {
  if (first === undefined) return false;
  const number = numberOf(first.marker);
  return number === undefined || number === "1" || (first.level > 1 && /^[ai]$/iu.test(number));
}

function nest(run: readonly Item[]): void {
  const open: OpenList[] = [];
  for (const { paragraph, marker, level } of run) {
    const kind = numberOf(marker) === undefined ? "ul" : "ol";
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== kind) open.pop();
    if (open.at(-1)?.level !== level) open.push({ list: begin(paragraph, kind, open.at(-1)?.list), level });
    const item = paragraph.ownerDocument.createElement("li");
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

/** Takes the bullet or number away from a paragraph; null when it is in no list. */
function takeMarker(paragraph: HTMLElement): Item | null {
  const style = paragraph.getAttribute("data-style") ?? "";
  const marked = [...paragraph.querySelectorAll("[data-style*='mso-list']")];
  const nodes: ChildNode[] = marked.length > 0 ? marked : betweenComments(paragraph);
  if (nodes.length === 0 && !/mso-list(?!:\s*none)/u.test(style)) return takeSign(paragraph);
  const marker = nodes.map((node) => node.textContent ?? "").join("");
  for (const node of nodes) node.remove();
  const level = Number(/level([1-9])/u.exec(style)?.[1] ?? 1);
  return { paragraph, marker: marker.replace(/\s+/gu, " ").trim(), level };
}

/** Takes a bullet that is written as text away. */
function takeSign(paragraph: HTMLElement): Item | null {
  const [whole = "", sign = "", letter = ""] = SIGN.exec(paragraph.textContent ?? "") ?? [];
  if (whole === "" || paragraph.closest("li") !== null) return null;
  let left = whole.length;
  const texts = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text instanceof Text && left > 0; text = texts.nextNode()) {
    const taken = Math.min(left, text.length);
    text.deleteData(0, taken);
    left -= taken;
  }
  const marker = sign === "" ? letter : sign;
  return { paragraph, marker, level: SIGN_LEVELS[marker] ?? 1 };
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
