/** The small letter of a key that is pressed with Control: as it is drawn, or by its place where the layout has no Latin letter there. */
export function letterOf({ key, code }: { readonly key: string; readonly code: string }): string {
  const drawn = key.toLowerCase();
  if (/^[a-z]$/.test(drawn)) return drawn;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? drawn;
}
