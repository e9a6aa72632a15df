/** Whether one of the tags that the caller has is this one; a tag comes back as weak when the answer went out compressed. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((known) => known.trim().replace(/^W\//, "") === tag);
}
