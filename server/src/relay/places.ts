import { mix } from "./mix.ts";
import { NO_ID } from "./update-cursor.ts";

/** Cells of a row; a power of two. */
const CELLS = 8_192;
const ROWS = 2;
/** Bits of the filter; a power of two. */
const BITS = 1 << 19;

/** An item, and the ids that it names as its neighbours. */
interface Placed {
  readonly clock: number;
  readonly originClient: number;
  readonly originClock: number;
  readonly rightClient: number;
  readonly rightClock: number;
  readonly place: number;
}

/**
 * How often each place of a plan's document was written at, as an estimate that is never too low: a count-min sketch (Cormode and
 * Muthukrishnan, 2005) of fixed size, which with a million places is too high by some hundreds.
 *
 * Whoever writes after their own item names it; so a place is named once, and again only by those who write there at the same moment.
 * Yjs goes through all of them for each new one. The same holds for those who name one left neighbour and various right ones: in a
 * document that everybody sees, what stands right of an item that has followers is the last of these. A Bloom filter tells who follows
 * whom and which two neighbours were named together before.
 */
export class Places {
  readonly #cells = new Uint32Array(ROWS * CELLS);
  readonly #bits = new Uint32Array(BITS / 32);

  /** Counts an item that was taken before. */
  restore(client: number, item: Placed): void {
    this.#change(item.place, 1);
    this.#remember(pairOf(item));
    this.#remember(followerOf(item, client, item.clock));
  }

  /** Counts these items of a client; none when that would be more than `max` at one place, and then returns false. */
  addAll(runs: Iterable<readonly [client: number, items: readonly Placed[]]>, max: number): boolean {
    const counted: number[] = [];
    for (const [client, items] of runs) {
      for (const item of items) {
        for (const place of this.#placesOf(client, item)) {
          counted.push(place);
          if (this.#change(place, 1) <= max) continue;
          for (const each of counted) this.#change(each, -1);
          return false;
        }
      }
    }
    return true;
  }

  /** What to count an item by: its two neighbours, and the left one alone when others were seen to stand between them. */
  #placesOf(client: number, item: Placed): readonly number[] {
    const { originClient, originClock, rightClient, rightClock, place } = item;
    const isRepeated = this.#remember(pairOf(item));
    const isNext = originClient === rightClient && originClock + 1 === rightClock;
    const isFollower = isNext || this.#has(followerOf(item, rightClient, rightClock));
    this.#remember(followerOf(item, client, item.clock));
    if (rightClient === NO_ID || (isFollower && !isRepeated)) return [place];
    return [place, mix(mix(3, originClient), originClock)];
  }

  #change(place: number, by: number): number {
    const spread = spreadOf(place);
    let least = Infinity;
    for (let row = 0; row < ROWS; row++) {
      const cell = row * CELLS + ((spread >>> (16 * row + 3)) & (CELLS - 1));
      const count = (this.#cells[cell] as number) + by;
      this.#cells[cell] = count;
      if (count < least) least = count;
    }
    return least;
  }

  #has(hash: number): boolean {
    return this.#isSet(firstBitOf(hash)) && this.#isSet(secondBitOf(hash));
  }

  /** Returns whether it was there already. */
  #remember(hash: number): boolean {
    const [first, second] = [firstBitOf(hash), secondBitOf(hash)];
    if (this.#isSet(first) && this.#isSet(second)) return true;
    this.#set(first);
    this.#set(second);
    return false;
  }

  #isSet(bit: number): boolean {
    return ((this.#bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }

  #set(bit: number): void {
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
}

/** The two neighbours of an item. */
function pairOf({ place }: Placed): number {
  return mix(4, place);
}

/** An item with this id that has the same left neighbour. */
function followerOf({ originClient, originClock }: Placed, client: number, clock: number): number {
  return mix(mix(mix(mix(5, originClient), originClock), client), clock);
}

function spreadOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
}

function firstBitOf(hash: number): number {
  return (spreadOf(hash) >>> 7) & (BITS - 1);
}

function secondBitOf(hash: number): number {
  const spread = spreadOf(hash);
  return Math.imul(spread ^ (spread >>> 13), 0xc2b2_ae35) >>> 13;
}
