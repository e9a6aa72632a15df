import * as encoding from "lib0/encoding";
import { UPDATE_MAX_PARTS } from "@planwand/server/relay/admission.ts";
import { seeded } from "./run-length.ts";

/** How the structs and the deletes of an update lie, whatever its size. */
export interface Layout {
  /** Into how many lists the structs fall, of how many there are. */
  readonly lists: "one" | "two" | "some" | "many";
  /** In which order their clients come. */
  readonly order: "up" | "down" | "shuffled";
  readonly content:
    | "collected"
    | "deleted"
    | "text"
    | "value"
    | "type"
    | "format"
    | "nested"
    | "foreign letters";
  /** What each names as its left neighbour, and as its right one. */
  readonly left: Naming;
  readonly right: Naming;
  readonly deletes: Deleting;
  /** How much of the structs is known already, of each list from its beginning. */
  readonly known: "nothing" | "half" | "all";
  /** Whether every other letter of what stands there was deleted before. */
  readonly isTorn: boolean;
}

/** Nothing; the struct before it; the one at the same index, or the last, of the next list; in turns of two lists; what stands there. */
type Naming = "nothing" | "own" | "same of next" | "last of next" | "in turns" | "standing";
/** Nothing; all, or every other one, of its own; all in one, every other one, or the first over and over, of what stands there. */
type Deleting =
  | "nothing"
  | "own all"
  | "own torn"
  | "standing all"
  | "standing torn"
  | "standing over and over";

export const LAYOUT_VALUES: { readonly [Key in keyof Layout]: readonly Layout[Key][] } = {
  lists: ["one", "two", "some", "many"],
  order: ["up", "down", "shuffled"],
  content: ["collected", "deleted", "text", "value", "type", "format", "nested", "foreign letters"],
  left: ["nothing", "own", "same of next", "last of next", "in turns", "standing"],
  right: ["nothing", "own", "same of next", "last of next", "in turns", "standing"],
  deletes: ["nothing", "own all", "own torn", "standing all", "standing torn", "standing over and over"],
  known: ["nothing", "half", "all"],
  isTorn: [false, true],
};

/** An update, and the updates that come before it so that it is what it is. */
export interface WorstUpdate {
  readonly before: readonly Uint8Array[];
  readonly update: Uint8Array;
}

/** Whose text stands there before. */
const STANDING = 4_000_000_000;
const FIRST_CLIENT = 1_000_000;

/** An update of this layout of about `bytes` bytes. */
export function worstUpdate(layout: Layout, bytes: number): WorstUpdate {
  const trial = written(layout, 400).update.byteLength / 400;
  return written(layout, Math.max(4, Math.floor(bytes / trial)));
}

function written(layout: Layout, count: number): WorstUpdate {
  const shape = shapeOf(layout, count);
  const before = [text(STANDING, count)];
  if (layout.isTorn)
    for (const ranges of inPieces(everyOther(count)))
      before.push(update([], () => undefined, [[STANDING, ranges]]));
  const known = { nothing: 0, half: Math.ceil(shape.length / 2), all: shape.length }[layout.known];
  if (known > 0) for (const client of shape.clients) before.push(text(client, known));
  return {
    before,
    update: update(
      shape.clients,
      (encoder, client) => writeList(encoder, layout, shape, client),
      deletesOf(layout, shape),
    ),
  };
}

/** The lists of an update, by client in the order in which they are written, and the structs of each. */
interface Shape {
  readonly clients: readonly number[];
  readonly length: number;
  readonly standing: number;
}

function shapeOf({ lists, order }: Layout, count: number): Shape {
  const among = { one: 1, two: 2, some: Math.ceil(Math.sqrt(count)), many: Math.floor(count / 2) }[lists];
  const clients = Array.from({ length: among }, (_, list) => FIRST_CLIENT + list);
  if (order === "down") clients.reverse();
  if (order === "shuffled") {
    const random = seeded(among);
    clients.sort(() => random() - 0.5);
  }
  return { clients, length: Math.max(1, Math.floor(count / among)), standing: count };
}

type Id = readonly [client: number, clock: number];
type Ranges = readonly (readonly [start: number, length: number])[];

function update(
  clients: readonly number[],
  write: (encoder: encoding.Encoder, client: number) => void,
  deletes: readonly (readonly [client: number, ranges: Ranges])[],
): Uint8Array {
  const encoder = encoding.createEncoder();
  numbers(encoder, clients.length);
  for (const client of clients) write(encoder, client);
  numbers(encoder, deletes.length);
  for (const [client, ranges] of deletes) numbers(encoder, client, ranges.length, ...ranges.flat());
  return encoding.toUint8Array(encoder);
}

/** A text of so many letters in one struct, at the root. */
function text(client: number, letters: number): Uint8Array {
  const write = (encoder: encoding.Encoder) => {
    numbers(encoder, 1, client, 0, CONTENT.text, 1);
    encoding.writeVarString(encoder, `root ${String(client)}`);
    encoding.writeVarString(encoder, "x".repeat(letters));
  };
  return update([client], write, []);
}

/** As many ranges as go into one update. */
function inPieces(ranges: Ranges): Ranges[] {
  const size = UPDATE_MAX_PARTS - 1;
  return Array.from({ length: Math.ceil(ranges.length / size) }, (_, at) =>
    ranges.slice(at * size, (at + 1) * size),
  );
}

const everyOther = (letters: number): Ranges =>
  Array.from({ length: Math.floor(letters / 2) }, (_, index) => [2 * index, 1] as const);

function deletesOf(
  { deletes, content }: Layout,
  { clients, length, standing }: Shape,
): (readonly [number, Ranges])[] {
  const own = (ranges: Ranges) => clients.map((client) => [client, ranges] as const);
  const there = (ranges: Ranges): (readonly [number, Ranges])[] => [[STANDING, ranges]];
  // What is collected is deleted, or it is no sound update.
  const collected = content === "collected" ? own([[0, length]]) : [];
  switch (deletes) {
    case "nothing":
      return collected;
    case "own all":
      return own([[0, length]]);
    case "own torn":
      return content === "collected" ? collected : own(length < 2 ? [[0, 1]] : everyOther(length));
    case "standing all":
      return [...collected, ...there([[0, standing]])];
    case "standing torn":
      return [...collected, ...there(everyOther(standing))];
    case "standing over and over":
      return [...collected, ...there(Array.from({ length: standing }, () => [0, standing] as const))];
  }
}

/** The kinds of content by their numbers in a V1 update. */
const CONTENT = { deleted: 1, text: 4, format: 6, type: 7, value: 8 } as const;
const HAS_RIGHT = 0b0100_0000;
const HAS_LEFT = 0b1000_0000;

function writeList(encoder: encoding.Encoder, layout: Layout, shape: Shape, client: number): void {
  numbers(encoder, shape.length, client, 0);
  for (let at = 0; at < shape.length; at++) {
    if (layout.content === "collected") numbers(encoder, 0, 1);
    else
      writeItem(
        encoder,
        layout,
        named(layout.left, shape, client, at),
        named(layout.right, shape, client, at),
      );
  }
}

function writeItem(encoder: encoding.Encoder, { content }: Layout, left: Id | null, right: Id | null): void {
  const kind = content === "nested" ? "value" : content === "foreign letters" ? "text" : content;
  if (kind === "collected") return;
  const names = (left === null ? 0 : HAS_LEFT) | (right === null ? 0 : HAS_RIGHT);
  encoding.writeUint8(encoder, CONTENT[kind] | names);
  for (const id of [left, right]) if (id !== null) numbers(encoder, ...id);
  if (left === null && right === null) {
    numbers(encoder, 1);
    encoding.writeVarString(encoder, "root");
  }
  writeContent(encoder, content);
}

function writeContent(encoder: encoding.Encoder, content: Layout["content"]): void {
  switch (content) {
    case "collected":
      return;
    case "deleted":
    case "type":
      return numbers(encoder, 1);
    case "text":
      return encoding.writeVarString(encoder, "x");
    case "foreign letters":
      return encoding.writeVarString(encoder, "é");
    case "format":
      encoding.writeVarString(encoder, "b");
      return encoding.writeVarString(encoder, '{"a":[[]]}');
    case "value":
      return numbers(encoder, 1, NULL);
    case "nested":
      return numbers(encoder, 1, ...Array.from({ length: 60 }, () => [LIST, 1]).flat(), NULL);
  }
}

// Values as lib0 writes them.
const NULL = 126;
const LIST = 117;

/** The id that the struct at this index of a client's list names; null for none. */
function named(naming: Naming, { clients, length, standing }: Shape, client: number, at: number): Id | null {
  const last = FIRST_CLIENT + clients.length - 1;
  const next = client === last ? null : client + 1;
  switch (naming) {
    case "nothing":
      return null;
    case "own":
      return at === 0 ? null : [client, at - 1];
    case "same of next":
      return next === null ? null : [next, at];
    case "last of next":
      return next === null ? null : [next, length - 1];
    case "in turns":
      if (next === null) return at === 0 ? null : [clients.length === 1 ? client : client - 1, at - 1];
      return [next, at];
    case "standing":
      return [STANDING, (at * 7_919) % standing];
  }
}

/** Small numbers, and clients and clocks. */
function numbers(encoder: encoding.Encoder, ...values: readonly number[]): void {
  for (const value of values) encoding.writeVarUint(encoder, value);
}
