import type { Language } from "../plan/schema.ts";
import data from "./prompts.json" with { type: "json" };

/** What a field is called, what to write in it, and by when it is long enough (characters). */
export interface Prompt {
  readonly label: Words;
  readonly help: Words;
  readonly example?: Words;
  readonly required?: boolean;
  readonly max?: number;
}

/** The same words in each language. */
export type Words = Readonly<Record<Language, string>>;

/** The format's prompts by kind and field: placeholder and help of every field. Imports nothing else, so a page may load it. */
export const PROMPTS: {
  readonly [Kind in keyof typeof data]: { readonly [Field in keyof (typeof data)[Kind]]: Prompt };
} = data;
