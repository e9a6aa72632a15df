import * as Y from "yjs";

export type Struct = Y.Item | Y.GC | Y.Skip;

/** How much of an update goes in one part. A single value that is larger than a part goes alone. */
export interface PartSize {
  readonly bytes: number;
  /** Structs and delete ranges together. */
  readonly entries: number;
  /** How far the clocks of all clients together advance. */
  readonly clocks: number;
}

/** A code unit takes at most three bytes, an element of a list of values seldom more than this many. */
const BYTES_PER_UNIT = 3;
const BYTES_PER_VALUE = 64;

/**
 * The pieces into which a decoded struct is cut so that each goes into a part; the struct itself when it is short. Pieces of an item
 * name the piece before them as their origin, as Yjs' own `splitItem` makes them, and no character of two code units is cut.
 */
export function* cutStruct(struct: Struct, size: PartSize): Generator<Struct> {
  if (struct instanceof Y.GC) return yield* cutCollected(struct, size.clocks);
  let rest = struct;
  if (struct instanceof Y.Item) {
    for (let at = cutAt(struct.content, size); at > 0 && rest instanceof Y.Item;) {
      const right = splitOff(rest, at);
      yield rest;
      rest = right;
      at = cutAt(right.content, size);
    }
  }
  yield rest;
}

function* cutCollected({ id, length }: Y.GC, clocks: number): Generator<Y.GC> {
  for (let from = 0; from < length; from += clocks)
    yield new Y.GC(Y.createID(id.client, id.clock + from), Math.min(clocks, length - from));
}

/** Where to cut content, in its clocks; 0 for content that is short or of one piece. */
function cutAt(content: Y.Item["content"], size: PartSize): number {
  if (content instanceof Y.ContentString) {
    const most = Math.floor(size.bytes / 2 / BYTES_PER_UNIT);
    if (content.str.length <= most) return 0;
    const first = content.str.charCodeAt(most - 1);
    return first >= 0xd8_00 && first <= 0xdb_ff ? most - 1 : most;
  }
  const most =
    content instanceof Y.ContentDeleted
      ? size.clocks
      : content instanceof Y.ContentAny || content instanceof Y.ContentJSON
        ? valuesThatFit(content.arr, size.bytes / 2)
        : 0;
  return content.getLength() > most ? most : 0;
}

/** How many of the first values together stay below `bytes`; at least one. */
function valuesThatFit(values: readonly unknown[], bytes: number): number {
  if (values.length === 1) return 1;
  let sum = 0;
  for (const [at, value] of values.entries()) {
    sum += typeof value === "string" ? value.length * BYTES_PER_UNIT : BYTES_PER_VALUE;
    if (sum > bytes && at > 0) return at;
  }
  return values.length;
}

/** Cuts `item` off at `at` clocks and gives what lay behind, which names the last clock before it as its origin. */
function splitOff(item: Y.Item, at: number): Y.Item {
  const { client, clock } = item.id;
  const origin = Y.createID(client, clock + at - 1);
  const right = new Y.Item(
    Y.createID(client, clock + at),
    null,
    origin,
    null,
    item.rightOrigin,
    item.parent,
    item.parentSub,
    item.content.splice(at),
  );
  item.length = at;
  return right;
}
