declare const brand: unique symbol;

/** A string that may only be used where its own kind of name is expected. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** The id of any entry in a plan document. */
export type EntryId = Brand<string, "EntryId">;
export type PlanId = Brand<string, "PlanId">;
export type ActorId = Brand<string, "ActorId">;

/** The one form of an id, in documents, URLs and storage. Excludes `__proto__` by its leading characters. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{10,32}$/;

/** No id is longer: what a schema may say before the form is looked at. */
export const ID_MAX_LENGTH = 32;

/** Makes a fresh id; randomness is passed in so that the core can be simulated. */
export type NewId = () => string;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/**
 * An id of 21 characters (126 bits) from `randomBytes`, which must return as many uniformly random bytes as asked.
 */
export function idFrom(randomBytes: (length: number) => Uint8Array): string {
  let id = "";
  for (const byte of randomBytes(21)) id += ALPHABET.charAt(byte & 63);
  return id;
}

/** True when `value` may name an entry, a plan or an actor. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && ID_PATTERN.test(value) && value !== "__proto__";
}
