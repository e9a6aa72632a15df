import type { nl } from "./nl.ts";
import type { nlParts } from "./nl-parts.ts";

/** The same keys as in Dutch, with any sentence: a missing or superfluous key does not compile. */
type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>;
};

/** Every sentence on screen, in Dutch: what stands there decides which keys exist. */
export type DutchWords = typeof nl & typeof nlParts;

export type Words = SameKeys<DutchWords>;
