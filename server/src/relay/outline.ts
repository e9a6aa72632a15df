import type { ClockRange } from "./id-ranges.ts";
import { type StructKind, UpdateCursor } from "./update-cursor.ts";

/** One struct of an update that is new here: what it names, and where it stands in the bytes. */
export interface NewStruct {
  readonly clock: number;
  readonly end: number;
  readonly kind: StructKind;
  readonly from: number;
  readonly to: number;
  readonly originClient: number;
  readonly originClock: number;
  readonly rightClient: number;
  readonly rightClock: number;
  readonly parentClient: number;
  readonly parentClock: number;
  readonly place: number;
}

/** The structs of one client in an update, which follow each other. */
export interface ClientRun {
  readonly client: number;
  readonly start: number;
  end: number;
  /** What was known of this client before: structs that end there or earlier are left out. */
  readonly known: number;
  readonly structs: NewStruct[];
}

/** What an update holds. */
export interface Outline {
  /** Each client that has structs, in the order of the update. */
  readonly runs: readonly ClientRun[];
  /** Each client that has delete ranges: sorted, disjoint and non-touching. */
  readonly deletes: ReadonlyMap<number, readonly ClockRange[]>;
  /** Whether the delete ranges are written as `deletes` holds them. */
  readonly isMerged: boolean;
  /** Structs and delete ranges, and the lists in which they come. */
  readonly parts: number;
}

/** Why an update is not looked into. */
export type Unfit = { readonly unfit: "malformed" | "too-many-parts"; readonly parts: number };

/**
 * Reads an update once, from front to back. `vector` is what is known of each client. What no client writes is malformed: structs that
 * take no clocks, two lists of structs of one client, of which Yjs would lose the first, and delete ranges that overlap or go back,
 * which Yjs would walk over and over.
 */
export function outlineOf(
  update: Uint8Array,
  vector: ReadonlyMap<number, number>,
  maxParts: number,
): Outline | Unfit {
  let cursor: UpdateCursor | null = null;
  try {
    cursor = new UpdateCursor(update, { isStored: false });
    const runs = readRuns(cursor, vector, maxParts);
    const deletes = runs === null ? null : readDeletes(cursor, maxParts);
    const { parts } = cursor;
    if (parts > maxParts) return { unfit: "too-many-parts", parts };
    if (runs === null || deletes === null) return { unfit: "malformed", parts };
    return { runs, ...deletes, parts };
  } catch {
    return { unfit: "malformed", parts: cursor?.parts ?? 0 };
  }
}

const NO_DELETES: Pick<Outline, "deletes" | "isMerged"> = { deletes: new Map(), isMerged: true };

function readRuns(
  cursor: UpdateCursor,
  vector: ReadonlyMap<number, number>,
  maxParts: number,
): ClientRun[] | null {
  const runs: ClientRun[] = [];
  const seen = new Set<number>();
  let run: ClientRun | null = null;
  let list = 0;
  while (cursor.parts <= maxParts && cursor.nextStruct()) {
    const { client, clock, length } = cursor;
    if (length === 0) return null;
    if (run === null || list !== cursor.lists) {
      list = cursor.lists;
      if (run !== null) seen.add(run.client);
      if (seen.has(client)) return null;
      run = { client, start: clock, end: clock, known: vector.get(client) ?? 0, structs: [] };
      runs.push(run);
    }
    run.end = clock + length;
    if (!Number.isSafeInteger(run.end)) return null;
    if (run.end > run.known) run.structs.push(newStruct(cursor));
  }
  return runs;
}

function newStruct(cursor: UpdateCursor): NewStruct {
  return {
    clock: cursor.clock,
    end: cursor.clock + cursor.length,
    kind: cursor.kind,
    from: cursor.from,
    to: cursor.to,
    originClient: cursor.originClient,
    originClock: cursor.originClock,
    rightClient: cursor.rightClient,
    rightClock: cursor.rightClock,
    parentClient: cursor.parentClient,
    parentClock: cursor.parentClock,
    place: cursor.place,
  };
}

function readDeletes(cursor: UpdateCursor, maxParts: number): Pick<Outline, "deletes" | "isMerged"> | null {
  if (cursor.parts > maxParts || !cursor.nextRange()) return NO_DELETES;
  const deletes = new Map<number, ClockRange[]>();
  let isMerged = true;
  let client = -1;
  let ranges: ClockRange[] = [];
  do {
    const { clock: start, length } = cursor;
    const end = start + length;
    if (length === 0 || !Number.isSafeInteger(end)) return null;
    if (cursor.client !== client) {
      client = cursor.client;
      const before = deletes.get(client);
      if (before !== undefined) isMerged = false;
      ranges = before ?? [];
      deletes.set(client, ranges);
    }
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) return null;
    if (last?.end === start) {
      isMerged = false;
      ranges[ranges.length - 1] = { start: last.start, end };
    } else ranges.push({ start, end });
  } while (cursor.parts <= maxParts && cursor.nextRange());
  return { deletes, isMerged };
}

/** Whether `[start, end)` lies wholly in one of these ranges, which are sorted and do not touch. */
export function isWithin(ranges: readonly ClockRange[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as ClockRange).end <= start) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= start && range.end >= end;
}
