/** How much a JSON text may hold, whatever is in it. */
export interface JsonLimits {
  /** Values in all. */
  readonly values: number;
  /** Members of objects in all: they cost more than what stands in a list. */
  readonly members: number;
  /** Lists and objects in each other. */
  readonly depth: number;
}

/**
 * Whether a text that claims to be JSON keeps to the limits, told without reading it as JSON: one pass that stops at the first thing
 * too many, so that a hostile body never becomes values of which each one has to be refused. Whether it is JSON at all is not told.
 */
export function keepsToShape(text: string, { values, members, depth }: JsonLimits): boolean {
  let [found, named, open] = [1, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case COMMA:
        if (++found > values) return false;
        break;
      case COLON:
        if (++named > members) return false;
        break;
      case BRACKET_OPEN:
      case BRACE_OPEN:
        if (++found > values || ++open > depth) return false;
        break;
      case BRACKET_CLOSE:
      case BRACE_CLOSE:
        open--;
        break;
      default:
    }
  }
  return true;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
}
