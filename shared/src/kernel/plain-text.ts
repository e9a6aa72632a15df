/** Text to look in: without capitals and accents, so that one need not type them, and with single spaces. */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** The pieces of what somebody typed, in the form of `plainText`; each is looked for by itself. */
export function fragmentsOf(typed: string): readonly string[] {
  return plainText(typed)
    .split(/[\s/·,]+/u)
    .filter((fragment) => fragment !== "");
}
