import * as Y from "yjs";
import { canonicalJson } from "./canonical.ts";
import { replaceText } from "./replace-text.ts";
import { type RichInput, richNodes } from "./rich-write.ts";

/** Deeper than any list that a person makes. */
const MAX_DEPTH = 16;

type Parent = Y.XmlFragment | Y.XmlElement;
type Node = Y.XmlElement | Y.XmlText | Y.XmlHook;
/** What a run of text can carry: bold, italic, a link. */
type Marks = Readonly<Record<string, unknown>>;

/** `restoreRich` to what `input` says: blocks, or text of which each line is a paragraph. */
export function replaceRich(live: Y.XmlFragment, input: RichInput): void {
  // Nodes can be read only when they are in a document.
  const doc = new Y.Doc();
  const past = doc.getXmlFragment("text");
  past.insert(0, richNodes(input));
  restoreRich(live, past);
  doc.destroy();
}

/**
 * Makes a rich text read as `past` does by changing what differs and no more: equal blocks at the beginning and the end stay, blocks of
 * the same kind are changed inside, so that what others type in them at the same time stays.
 */
export function restoreRich(live: Parent, past: Parent, depth = 0): void {
  const [now, then]: Node[][] = [live.toArray(), past.toArray()] as Node[][];
  if (now === undefined || then === undefined || depth > MAX_DEPTH) return;
  const shortest = Math.min(now.length, then.length);
  let start = 0;
  while (start < shortest && isEqual(now[start], then[start])) start++;
  let end = 0;
  while (end < shortest - start && isEqual(now.at(-1 - end), then.at(-1 - end))) end++;
  const [nowMiddle, thenMiddle] = [now.slice(start, now.length - end), then.slice(start, then.length - end)];
  const paired = Math.min(nowMiddle.length, thenMiddle.length);
  // From the end on, so that what is left to do keeps its place.
  if (nowMiddle.length > paired) live.delete(start + paired, nowMiddle.length - paired);
  if (thenMiddle.length > paired) live.insert(start + paired, thenMiddle.slice(paired).map(copyOf));
  for (let at = paired - 1; at >= 0; at--) {
    const [a, b] = [nowMiddle[at], thenMiddle[at]];
    if (a === undefined || b === undefined || isEqual(a, b)) continue;
    if (a instanceof Y.XmlText && b instanceof Y.XmlText) replaceRuns(a, b);
    else if (a instanceof Y.XmlElement && b instanceof Y.XmlElement && isSameKind(a, b))
      restoreRich(a, b, depth + 1);
    else {
      live.delete(start + at, 1);
      live.insert(start + at, [copyOf(b)]);
    }
  }
}

function isSameKind(a: Y.XmlElement, b: Y.XmlElement): boolean {
  return a.nodeName === b.nodeName && canonicalJson(a.getAttributes()) === canonicalJson(b.getAttributes());
}

function isEqual(a: Node | undefined, b: Node | undefined): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function copyOf(node: Node): Y.XmlElement | Y.XmlText {
  const copy = node.clone();
  if (copy instanceof Y.XmlElement || copy instanceof Y.XmlText) return copy;
  throw new Error("a rich text holds elements and text");
}

interface Run {
  readonly insert: unknown;
  readonly attributes?: Marks;
}

/** The characters first, then the marks on those that carry others. */
function replaceRuns(live: Y.XmlText, past: Y.XmlText): void {
  const then = past.toDelta() as readonly Run[];
  const hasOnlyText = [...then, ...(live.toDelta() as readonly Run[])].every(
    ({ insert }) => typeof insert === "string",
  );
  if (!hasOnlyText) {
    live.delete(0, live.length);
    live.applyDelta([...then]);
    return;
  }
  replaceText(live, plain(past), plain(live));
  // Marking one stretch moves no other.
  const marked = markedStretches(live);
  let at = 0;
  for (const { insert, attributes = {} } of then) {
    const length = typeof insert === "string" ? insert.length : 0;
    for (const stretch of within(marked, at, at + length)) {
      const marks = { ...nothingOf(stretch.marks), ...attributes };
      if (canonicalJson(stretch.marks) !== canonicalJson(attributes))
        live.format(stretch.from, stretch.to - stretch.from, marks);
    }
    at += length;
  }
}

function plain(text: Y.XmlText): string {
  return (text.toDelta() as readonly Run[]).map(({ insert }) => String(insert)).join("");
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly marks: Marks;
}

/** The runs of equal marks in a text, in order. */
function markedStretches(text: Y.XmlText): Stretch[] {
  let at = 0;
  return (text.toDelta() as readonly Run[]).map(({ insert, attributes = {} }) => {
    const from = at;
    at += typeof insert === "string" ? insert.length : 1;
    return { from, to: at, marks: attributes };
  });
}

/** Takes those that begin before a place off the front of `marked`, as far as they lie between two places; the last may go on behind. */
function within(marked: Stretch[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  while (marked[0] !== undefined && marked[0].from < to) {
    const { marks, ...stretch } = marked[0];
    const [first, last] = [Math.max(stretch.from, from), Math.min(stretch.to, to)];
    if (first < last) found.push({ from: first, to: last, marks });
    if (stretch.to > to) break;
    marked.shift();
  }
  return found;
}

function nothingOf(marks: Marks): Record<string, null> {
  return Object.fromEntries(Object.keys(marks).map((name) => [name, null]));
}
