/** Whatever XML 1.0 does not allow in a text (W3C, XML 1.0, production 2), and directions that reach beyond their own text. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** The text without what would break the file; the rest is escaped when it is written. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, "");
}
