/** What an importer should make of a file: refuse it, read it as the harmless thing it is, or one of the two. */
type Fate = "refused" | "harmless" | "either";

export interface HostileFile {
  /** Its family and number, to find it again. */
  readonly label: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fate: Fate;
}

/** Files that were made by the product itself, to spoil. */
export interface SoundFiles {
  readonly xlsx: Buffer;
  readonly json: Buffer;
  readonly csv: Buffer;
}

/** One way to be hostile: the `round`th file of that way. */
export type Family = (
  at: { readonly random: () => number; readonly round: number },
  sound: SoundFiles,
) => Omit<HostileFile, "label" | "name"> & { readonly name?: string };

/** The one of its turn, over and over. */
export function pick<Value>(values: readonly [Value, ...Value[]], round: number): Value {
  return values[round % values.length] ?? values[0];
}
