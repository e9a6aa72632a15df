/** A piece of a dictionary: a reference to an object, a text in brackets with the last name before it, or what lies between. */
type Token =
  | { readonly kind: "reference"; readonly number: number }
  | { readonly kind: "text"; readonly raw: string; readonly key: string }
  /** Where in the parent tree a page or a link stands. */
  | { readonly kind: "parent"; readonly name: string; readonly number: number }
  | { readonly kind: "other"; readonly raw: string };

const PIECE = /\(|<[0-9A-Fa-f\s]*>|(\/StructParents?) (\d+)|\/[^\s()<>[\]{}/%]+|(?<![\d.])(\d+) 0 R\b/g;

/** The pieces of a dictionary in order. What a person typed stands in texts only, and is never taken for anything else. */
export function* tokensOf(dictionary: string): Generator<Token> {
  const piece = new RegExp(PIECE);
  let at = 0;
  let key = "";
  for (let found = piece.exec(dictionary); found !== null; found = piece.exec(dictionary)) {
    const [raw, parent, parentNumber, reference] = found;
    const start = found.index;
    if (start > at) yield { kind: "other", raw: dictionary.slice(at, start) };
    at = raw === "(" ? endOfText(dictionary, start) : start + raw.length;
    piece.lastIndex = at;
    if (raw === "(") yield { kind: "text", raw: dictionary.slice(start, at), key };
    else if (parent !== undefined) yield { kind: "parent", name: parent, number: Number(parentNumber) };
    else if (reference !== undefined) yield { kind: "reference", number: Number(reference) };
    else {
      if (raw.startsWith("/")) key = raw;
      yield { kind: "other", raw };
    }
  }
  if (at < dictionary.length) yield { kind: "other", raw: dictionary.slice(at) };
}

/** The entries of a dictionary by their name without its stroke, each value as it is written. */
export function entriesOf(dictionary: string): Map<string, string> {
  const entries = new Map<string, string>();
  let at = dictionary.indexOf("<<") + 2;
  for (;;) {
    const name = /^\s*\/([^\s()<>[\]{}/%]+)\s*/.exec(dictionary.slice(at, at + 200));
    if (name === null) return entries;
    const start = at + name[0].length;
    at = endOfValue(dictionary, start);
    entries.set(name[1] ?? "", dictionary.slice(start, at).trim());
  }
}

/** A dictionary of these entries. */
export function dictionaryOf(entries: ReadonlyMap<string, string>): string {
  return `<<\n${[...entries].map(([name, value]) => `/${name} ${value}\n`).join("")}>>`;
}

/** The numbers of the objects to which a value refers, in order. */
export function referencesIn(value: string | undefined): number[] {
  const numbers: number[] = [];
  for (const token of tokensOf(value ?? "")) if (token.kind === "reference") numbers.push(token.number);
  return numbers;
}

/** The object to which an entry refers. @throws Error when it refers to none */
export function referenceIn(entries: ReadonlyMap<string, string>, name: string): number {
  const [number] = referencesIn(entries.get(name));
  if (number === undefined) throw new Error(`no ${name}`);
  return number;
}

function endOfValue(dictionary: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < dictionary.length) {
    const two = dictionary.slice(at, at + 2);
    const one = two.charAt(0);
    if (two === "<<" || one === "[") {
      depth++;
      at += two === "<<" ? 2 : 1;
    } else if (two === ">>" || one === "]") {
      if (depth === 0) return at;
      depth--;
      at += two === ">>" ? 2 : 1;
      if (depth === 0) return at;
    } else if (one === "(") {
      at = endOfText(dictionary, at);
      if (depth === 0) return at;
    } else if (one === "/" && depth === 0 && at > start) return at;
    else at++;
  }
  return at;
}

/** Where a text in brackets ends; brackets in it come in pairs or behind a stroke. */
function endOfText(dictionary: string, start: number): number {
  let depth = 0;
  for (let at = start; at < dictionary.length; at++) {
    const character = dictionary.charAt(at);
    if (character === "\\") at++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return at + 1;
  }
  throw new Error("a text without an end");
}
