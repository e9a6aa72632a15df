import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { cutStruct, type PartSize, type Struct } from "./cut-struct.ts";
import {
  type ClockRange,
  joined,
  type RangesByClient,
  sortedRanges,
  within,
  without,
} from "./clock-ranges.ts";

/** Well below what the server takes at once, so that whatever somebody wrote can be sent. */
export const PART_SIZE: PartSize = { bytes: 48 * 1024, entries: 3_000, clocks: 1 << 18 };

/** A part of an update, an update itself. */
export interface UpdatePart {
  readonly update: Uint8Array;
  /** Up to where the structs of each client reach once this part is there. */
  readonly reach: ReadonlyMap<number, number>;
  readonly deletes: RangesByClient;
}

/** What whoever gets the parts has already. */
export interface Receiver {
  /** Up to where it has the structs of each client. */
  readonly reach: ReadonlyMap<number, number>;
  readonly deletes: RangesByClient;
}

/**
 * Cuts a V1 update into parts, each of which depends only on those before it and on what the update as a whole depends on: applied in
 * their order they are the update. Long runs of text, values and deleted structs are cut as Yjs itself splits an item. What is deleted
 * within the update goes with its structs; the other deletes follow. For a `receiver` of whom is known what it has, deletes that it has
 * are left out, and so is whatever depends on something that neither it nor the update has. An update that holds nothing has no parts.
 */
export function* updateParts(
  update: Uint8Array,
  receiver: Receiver | null = null,
  size: PartSize = PART_SIZE,
): Generator<UpdatePart> {
  const { structs, ds } = Y.decodeUpdate(update);
  const deletes = sortedRanges(ds.clients);
  const part = new PartWriter(size);
  const began = new Map<number, number>();
  for (const struct of inCausalOrder(structs, receiver?.reach ?? null)) {
    const { client, clock } = struct.id;
    if (!began.has(client)) began.set(client, clock);
    for (const piece of cutStruct(struct, size)) {
      const start = piece.id.clock;
      const end = start + piece.length;
      const gone = within(deletes.get(client) ?? [], start, end);
      const bytes = bytesOf(piece);
      if (!part.hasRoom(bytes.byteLength, 1 + gone.length, piece.length)) yield part.take();
      part.add(client, start, end, bytes);
      for (const range of gone) part.delete(client, range);
    }
  }
  for (const [client, ranges] of deletes) {
    const before = began.get(client) ?? (receiver === null ? Infinity : (receiver.reach.get(client) ?? 0));
    const others = within(ranges, 0, before);
    for (const range of without(others, receiver?.deletes.get(client) ?? [])) {
      if (!part.hasRoom(RANGE_BYTES, 1, 0)) yield part.take();
      part.delete(client, range);
    }
  }
  if (!part.isEmpty) yield part.take();
}

/** What a delete range takes at most, in bytes. */
const RANGE_BYTES = 16;

function bytesOf(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoding.toUint8Array(encoder.restEncoder);
}

interface Run {
  readonly start: number;
  end: number;
  readonly structs: Uint8Array[];
}

/** Collects one part after the other, in the layout that Yjs reads (`readClientsStructRefs`, `readDeleteSet`). */
class PartWriter {
  readonly #size: PartSize;
  #runs = new Map<number, Run>();
  #deletes = new Map<number, ClockRange[]>();
  #bytes = 0;
  #entries = 0;
  #clocks = 0;

  constructor(size: PartSize) {
    this.#size = size;
  }

  get isEmpty(): boolean {
    return this.#entries === 0;
  }

  /** Whether as much still goes in; always when there is nothing yet. */
  hasRoom(bytes: number, entries: number, clocks: number): boolean {
    return (
      this.isEmpty ||
      (this.#bytes + bytes <= this.#size.bytes &&
        this.#entries + entries <= this.#size.entries &&
        this.#clocks + clocks <= this.#size.clocks)
    );
  }

  add(client: number, start: number, end: number, struct: Uint8Array): void {
    const run = this.#runs.get(client);
    if (run === undefined) this.#runs.set(client, { start, end, structs: [struct] });
    else {
      run.structs.push(struct);
      run.end = end;
    }
    this.#bytes += struct.byteLength;
    this.#entries++;
    this.#clocks += end - start;
  }

  delete(client: number, range: ClockRange): void {
    const ranges = this.#deletes.get(client) ?? [];
    this.#deletes.set(client, ranges);
    const last = ranges.at(-1);
    if (last?.end === range.start) ranges[ranges.length - 1] = { start: last.start, end: range.end };
    else {
      ranges.push(range);
      this.#entries++;
      this.#bytes += RANGE_BYTES;
    }
  }

  /** The part so far; a next one begins. */
  take(): UpdatePart {
    const out = encoding.createEncoder();
    encoding.writeVarUint(out, this.#runs.size);
    for (const [client, { start, structs }] of this.#runs) {
      for (const number of [structs.length, client, start]) encoding.writeVarUint(out, number);
      for (const struct of structs) encoding.writeUint8Array(out, struct);
    }
    // What is deleted of earlier structs was added last.
    const deletes = new Map([...this.#deletes].map(([client, ranges]) => [client, joined(ranges)]));
    encoding.writeVarUint(out, deletes.size);
    for (const [client, ranges] of deletes) {
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, ranges.length);
      for (const { start, end } of ranges) {
        encoding.writeVarUint(out, start);
        encoding.writeVarUint(out, end - start);
      }
    }
    const reach = new Map([...this.#runs].map(([client, { end }]) => [client, end]));
    const taken = { update: encoding.toUint8Array(out), reach, deletes };
    this.#runs = new Map();
    this.#deletes = new Map();
    this.#bytes = this.#entries = this.#clocks = 0;
    return taken;
  }
}

interface Waiting {
  readonly structs: Struct[];
  /** The next struct to come, and the clock up to which all are there. */
  at: number;
  reached: number;
  /** Those that wait for a struct of this client. */
  readonly blocked: { readonly clock: number; readonly run: Waiting }[];
}

/**
 * The structs such that each comes after all that it names, those of one client in the order of their clocks. What names something that
 * is neither before the update nor in it never comes. Linear in structs, by a queue of clients that can go on.
 */
function* inCausalOrder(
  structs: readonly Struct[],
  reach: ReadonlyMap<number, number> | null,
): Generator<Struct> {
  const runs = new Map<number, Waiting>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const run = runs.get(client);
    if (run === undefined)
      runs.set(client, {
        structs: [struct],
        at: 0,
        reached: reach === null ? clock : (reach.get(client) ?? 0),
        blocked: [],
      });
    else run.structs.push(struct);
  }
  const ready = [...runs.values()];
  for (let run = ready.shift(); run !== undefined; run = ready.shift()) {
    for (; run.at < run.structs.length; run.at++) {
      const struct = run.structs[run.at] as Struct;
      if (struct instanceof Y.Skip || struct.id.clock > run.reached) {
        run.at = run.structs.length;
        break;
      }
      const missing = firstMissing(struct, runs, reach);
      if (missing !== null) {
        runs.get(missing.client)?.blocked.push({ clock: missing.clock, run });
        break;
      }
      run.reached = Math.max(run.reached, struct.id.clock + struct.length);
      yield struct;
    }
    const { reached } = run;
    for (const one of run.blocked.splice(0)) {
      if (one.clock < reached) ready.push(one.run);
      else run.blocked.push(one);
    }
  }
}

/** The first thing that a struct names and that is not there yet. */
function firstMissing(
  struct: Struct,
  runs: ReadonlyMap<number, Waiting>,
  reach: ReadonlyMap<number, number> | null,
): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null || id.client === struct.id.client) continue;
    const reached = runs.get(id.client)?.reached ?? (reach === null ? Infinity : (reach.get(id.client) ?? 0));
    if (id.clock >= reached) return id;
  }
  return null;
}
