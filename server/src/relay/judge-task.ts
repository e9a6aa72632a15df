import type { AccessRefusal, PartWriter } from "./write-access.ts";

/** Client ids of the document and the actors to whom they belong. */
export type Owners = readonly (readonly [client: number, actorId: string])[];

/** What a thread that judges is told and asked, in order; it answers each before it takes the next. */
export type JudgeTask =
  /** The document begins as these updates. */
  | { readonly ask: "build"; readonly updates: readonly Uint8Array[]; readonly owners: Owners }
  /** Something was admitted. */
  | { readonly ask: "apply"; readonly update: Uint8Array; readonly owners: Owners }
  /**
   * Whether these updates, of which each is a sound continuation of the document with those before it, keep to what the writer may write.
   * After more than one the document holds what may never be admitted, and is to be built anew unless all of it is.
   */
  | { readonly ask: "judge"; readonly updates: readonly Uint8Array[]; readonly writer: PartWriter };

/** Why not, when something was judged and it does not. */
export type JudgeAnswer = { readonly refusal: AccessRefusal | null } | { readonly failure: string };
