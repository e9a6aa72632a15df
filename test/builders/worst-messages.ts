import * as encoding from "lib0/encoding";
import {
  encodeAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeSyncUpdate,
} from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { SEED, seeded } from "./run-length.ts";
import { KNOWN_LAYOUTS, randomLayout } from "./worst-layouts.ts";
import { worstUpdate } from "./worst-updates.ts";

/** A message that was made to cost much, and the updates that come before it. */
export interface WorstMessage {
  readonly name: string;
  readonly before: readonly Uint8Array[];
  readonly message: Uint8Array | string;
}

const MANY = 4_294_967_295;
/** How many layouts are tried at random. */
const SEARCHED = 20;

/** Every message of about this many bytes that is known to have cost much, and its neighbours. */
export function worstMessages(bytes: number): WorstMessage[] {
  const updates = Object.entries(KNOWN_LAYOUTS).map(([name, layout]) => {
    const { before, update } = worstUpdate(layout, bytes);
    return { name, before, message: encodeSyncUpdate(update) };
  });
  const random = seeded(SEED);
  const found = Array.from({ length: SEARCHED }, () => {
    const { before, update } = worstUpdate(randomLayout(random), bytes);
    return { name: "the worst layout that a search came upon", before, message: encodeSyncUpdate(update) };
  });
  const messages: Readonly<Record<string, Uint8Array | string>> = {
    "a state vector of many clients": encodeSyncStep1(vectorOf(Math.floor(bytes / 6))),
    "a state vector that tells of more than it holds": encodeSyncStep1(Uint8Array.of(255, 255, 255, 127)),
    "presence of many": encodeAwareness(presences(Math.floor(bytes / 12))),
    "presence that nests": encodeAwareness([
      { client: 1, clock: 1, state: `${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}` },
    ]),
    "presence of many keys": encodeAwareness([{ client: 1, clock: 1, state: keys(bytes) }]),
    "an update of zeros": encodeSyncUpdate(new Uint8Array(bytes)),
    "a step 2 of ones": encodeSyncStep2(new Uint8Array(bytes).fill(1)),
    "lists of nothing": encodeSyncUpdate(listsOfNothing(Math.floor(bytes / 6))),
    "a message of an unknown kind": new Uint8Array(bytes).fill(77),
    "a question who is here": Uint8Array.of(MESSAGE.queryAwareness),
    "text in place of bytes": "x".repeat(bytes),
  };
  return [
    ...updates,
    ...found,
    ...Object.entries(messages).map(([name, message]) => ({ name, before: [], message })),
  ];
}

function vectorOf(clients: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients);
  for (let client = 0; client < clients; client++) {
    encoding.writeVarUint(encoder, MANY - client);
    encoding.writeVarUint(encoder, 1);
  }
  return encoding.toUint8Array(encoder);
}

function presences(count: number): { client: number; clock: number; state: string }[] {
  return Array.from({ length: count }, (_, client) => ({ client: MANY - client, clock: 1, state: "{}" }));
}

function keys(bytes: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: bytes / 12 }, (_, key) => [`k${key}`, 1])));
}

/** Many clients who wrote nothing. */
function listsOfNothing(clients: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients);
  for (let client = 0; client < clients; client++)
    for (const number of [0, MANY - client, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
