/** The text without the characters at its end that `isLeftOut`; one look at each, whatever stands before them. */
export function trimEndOf(text: string, isLeftOut: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isLeftOut(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
