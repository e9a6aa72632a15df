import { mix } from "./mix.ts";
import { ByteReader } from "./byte-reader.ts";
import { readContent } from "./item-content.ts";

/** An item, a place of which the content was collected, or a hole. */
export type StructKind = "item" | "gc" | "skip";

/** Stands for an id that is not written. */
export const NO_ID = -1;

// The first byte of a struct (yjs `Item.write`): the kind of its content, and what is written of its neighbours.
const CONTENT_BITS = 0b0001_1111;
const HAS_KEY = 0b0010_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_ORIGIN = 0b1000_0000;
const GC = 0;
const SKIP = 10;

/**
 * Walks a V1 update from front to back and makes nothing of it: first its structs, then its delete ranges. It reads what
 * `Y.decodeUpdate` reads (yjs `lazyStructReaderGenerator` and `readDeleteSet`) for a thirtieth of the time, and may be left at any
 * struct and gone on with later.
 *
 * Every method throws where Yjs would throw. Unless the update `isStored` already, what nobody writes throws too: empty lists, and what
 * `readContent` tells of.
 */
export class UpdateCursor {
  /** Of the struct or range that was read last. Of a range, `clock` and `length` are what it deletes. */
  client = 0;
  clock = 0;
  length = 0;
  kind: StructKind = "item";
  /** Where the struct stands in the bytes. */
  from = 0;
  to = 0;
  /** What an item names: its neighbours when it was written, or, when it has none, the type in which it lies. */
  originClient = NO_ID;
  originClock = NO_ID;
  rightClient = NO_ID;
  rightClock = NO_ID;
  parentClient = NO_ID;
  parentClock = NO_ID;
  /** A hash of all of that, with root and key. */
  place = 0;
  /** Structs and ranges so far, and the lists of one client in which they come. */
  parts = 0;
  /** The lists among them. */
  lists = 0;

  readonly #reader: ByteReader;
  readonly #isStored: boolean;
  #listsLeft: number;
  #leftInList = 0;
  #nextClock = 0;
  #isInDeletes = false;

  constructor(update: Uint8Array, { isStored }: { readonly isStored: boolean }) {
    this.#reader = new ByteReader(update);
    this.#isStored = isStored;
    this.#listsLeft = this.#reader.varUint();
  }

  /** Goes to the next struct; false when there is none. */
  nextStruct(): boolean {
    const reader = this.#reader;
    while (this.#leftInList === 0) {
      if (this.#listsLeft === 0 || this.#isInDeletes) return false;
      this.#openList(reader.varUint());
      this.client = reader.varUint();
      this.#nextClock = reader.varUint();
    }
    this.#leftInList--;
    this.parts++;
    this.#readStruct(reader);
    return true;
  }

  /** Goes to the next delete range, once all structs were read; false when there is none. */
  nextRange(): boolean {
    const reader = this.#reader;
    if (!this.#isInDeletes) {
      if (this.#leftInList + this.#listsLeft > 0) throw new Error("the structs come first");
      this.#isInDeletes = true;
      this.#listsLeft = reader.varUint();
    }
    while (this.#leftInList === 0) {
      if (this.#listsLeft === 0) return false;
      this.client = reader.varUint();
      this.#openList(reader.varUint());
    }
    this.#leftInList--;
    this.parts++;
    this.clock = reader.varUint();
    this.length = reader.varUint();
    return true;
  }

  #openList(length: number): void {
    if (length === 0 && !this.#isStored) throw new RangeError("an empty list");
    this.#listsLeft--;
    this.#leftInList = length;
    this.lists++;
    this.parts++;
  }

  #readStruct(reader: ByteReader): void {
    this.from = reader.at;
    this.clock = this.#nextClock;
    this.originClient = this.originClock = NO_ID;
    this.rightClient = this.rightClock = NO_ID;
    this.parentClient = this.parentClock = NO_ID;
    const info = reader.byte();
    const content = info & CONTENT_BITS;
    if (info === SKIP || content === GC) {
      this.kind = info === SKIP ? "skip" : "gc";
      this.length = reader.varUint();
    } else {
      this.kind = "item";
      if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0) this.#readNeighbours(reader, info);
      else this.#readParent(reader, info);
      this.length = readContent(reader, content, this.#isStored);
    }
    this.to = reader.at;
    this.#nextClock = this.clock + this.length;
  }

  #readNeighbours(reader: ByteReader, info: number): void {
    if ((info & HAS_ORIGIN) !== 0) {
      this.originClient = reader.varUint();
      this.originClock = reader.varUint();
    }
    if ((info & HAS_RIGHT_ORIGIN) !== 0) {
      this.rightClient = reader.varUint();
      this.rightClock = reader.varUint();
    }
    const origin = mix(mix(0, this.originClient), this.originClock);
    this.place = mix(mix(origin, this.rightClient), this.rightClock);
  }

  #readParent(reader: ByteReader, info: number): void {
    if (reader.varUint() === 1) this.place = this.#hashText(reader, 1);
    else {
      this.parentClient = reader.varUint();
      this.parentClock = reader.varUint();
      this.place = mix(mix(2, this.parentClient), this.parentClock);
    }
    if ((info & HAS_KEY) !== 0) this.place = this.#hashText(reader, this.place);
  }

  #hashText(reader: ByteReader, seed: number): number {
    const from = reader.at;
    reader.textLength();
    let hash = seed;
    for (let at = from; at < reader.at; at++) hash = mix(hash, reader.bytes[at] as number);
    return hash;
  }
}
