/** Cells of a row; a power of two. */
const CELLS = 8_192;
const ROWS = 2;

/**
 * How often each place of a plan's document was written at, as an estimate that is never too low: a count-min sketch (Cormode and
 * Muthukrishnan, 2005) of fixed size, which with a million places is too high by some hundreds.
 *
 * Whoever writes after their own item names it; so a place is named once, and again only by those who write there at the same moment.
 * Yjs goes through all of them for each new one.
 */
export class Places {
  readonly #cells = new Uint32Array(ROWS * CELLS);

  /** Counts an item at this place, given as a hash of 32 bits, and returns how many there are. */
  add(place: number): number {
    return this.#change(place, 1);
  }

  /** Counts an item at each of these places; none when that would be more than `max` at one of them, and then returns false. */
  addAll(places: readonly number[], max: number): boolean {
    for (const [index, place] of places.entries()) {
      if (this.add(place) <= max) continue;
      this.removeAll(places.slice(0, index + 1));
      return false;
    }
    return true;
  }

  /** Takes back what was added. */
  removeAll(places: readonly number[]): void {
    for (const place of places) this.#change(place, -1);
  }

  #change(place: number, by: number): number {
    const spread = Math.imul(place ^ (place >>> 16), 0x85eb_ca6b);
    let least = Infinity;
    for (let row = 0; row < ROWS; row++) {
      const cell = row * CELLS + ((spread >>> (16 * row + 3)) & (CELLS - 1));
      const count = (this.#cells[cell] as number) + by;
      this.#cells[cell] = count;
      if (count < least) least = count;
    }
    return least;
  }
}
