import { compareByRank } from "@planwand/shared/order/rank.ts";

/** Where a card is, as its place register says; null when its phase or domain is not on the wall. */
export interface Position {
  readonly id: string;
  readonly cell: string | null;
  readonly rank: string;
}

const NO_IDS: readonly string[] = [];

/** The name of a cell, and of its topic. */
export function cellKey(phase: string, domain: string): string {
  return `${phase}/${domain}`;
}

/** The ordered ids of every cell, kept up to date card by card; a list is a new array only when it changed. */
export class Cells {
  readonly #positions = new Map<string, Position>();
  readonly #lists = new Map<string | null, readonly string[]>();

  /** The ids in a cell, in order; `null` asks for the cards that are in no cell. */
  list(cell: string | null): readonly string[] {
    return this.#lists.get(cell) ?? NO_IDS;
  }

  /** How many cards are in the cells that `isIn` accepts. */
  count(isIn: (cell: string) => boolean): number {
    let total = 0;
    for (const [cell, ids] of this.#lists) if (cell !== null && isIn(cell)) total += ids.length;
    return total;
  }

  /** Puts a card where it now is, or takes it away for null. Returns the cells whose list changed. */
  place(id: string, position: Position | null): readonly (string | null)[] {
    const before = this.#positions.get(id);
    if (before?.cell === position?.cell && before?.rank === position?.rank) return [];
    if (position === null) this.#positions.delete(id);
    else this.#positions.set(id, position);
    const changed: (string | null)[] = [];
    if (before !== undefined && before.cell !== position?.cell) {
      if (
        this.#setList(
          before.cell,
          this.list(before.cell).filter((other) => other !== id),
        )
      )
        changed.push(before.cell);
    }
    if (position !== null) {
      const others = this.list(position.cell).filter((other) => other !== id);
      if (this.#setList(position.cell, this.#inserted(others, position))) changed.push(position.cell);
    }
    return changed;
  }

  #inserted(others: readonly string[], position: Position): readonly string[] {
    const at = others.findIndex((other) => {
      const there = this.#positions.get(other);
      return there !== undefined && compareByRank(position, there) < 0;
    });
    return others.toSpliced(at === -1 ? others.length : at, 0, position.id);
  }

  #setList(cell: string | null, ids: readonly string[]): boolean {
    const before = this.list(cell);
    if (before.length === ids.length && before.every((id, index) => id === ids[index])) return false;
    if (ids.length === 0) this.#lists.delete(cell);
    else this.#lists.set(cell, ids);
    return true;
  }
}
