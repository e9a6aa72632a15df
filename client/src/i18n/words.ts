import type { nl } from "./nl.ts";

/** The same keys as in Dutch, with any sentence: a missing or superfluous key does not compile. */
type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};

export type Words = SameKeys<typeof nl>;
