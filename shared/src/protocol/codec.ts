import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE, SYNC } from "./messages.ts";

/** `[0, 0, stateVector]`: what I have; answer with what I lack. */
export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(SYNC.step1, stateVector);
}

/** `[0, 1, update]`: all that you lack. */
export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC.step2, update);
}

/** `[0, 2, update]`: an edit. */
export function encodeSyncUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC.update, update);
}

function encodeSync(kind: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** `[100, token]`. */
export function encodeBarrier(token: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.barrier);
  encoding.writeVarUint(encoder, token);
  return encoding.toUint8Array(encoder);
}

/** `[type, JSON]`, the form of hello, refusal, journal and workshop messages. */
export function encodeJson(
  type: typeof MESSAGE.journal | typeof MESSAGE.hello | typeof MESSAGE.refusal | typeof MESSAGE.workshop,
  value: unknown,
): Uint8Array {
  return encodeJsonText(type, JSON.stringify(value));
}

/** The same for JSON that was written already. */
export function encodeJsonText(type: number, json: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, json);
  return encoding.toUint8Array(encoder);
}

/** One decoded presence entry; `state` is null when that client left. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/** `[1, [count, (client, clock, JSON)…]]`, as y-protocols' awareness writes it. */
export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(body, entry.client);
    encoding.writeVarUint(body, entry.clock);
    encoding.writeVarString(body, entry.state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** A message of presence over this many bytes tells of others, not of its sender. */
const AWARENESS_MAX_BYTES = 8 * 1024;

/** A message from a client, its body not yet looked into. */
export type ClientMessage =
  | { readonly type: "step1"; readonly stateVector: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array; readonly isStep2: boolean }
  /** The first entry, which is the sender's own when they tell of themselves; null when the message is too large to be that. */
  | { readonly type: "awareness"; readonly entry: AwarenessEntry | null }
  | { readonly type: "queryAwareness" }
  | { readonly type: "barrier"; readonly token: number }
  | { readonly type: "unknown" };

/**
 * Reads one message from a client.
 * @throws Error when the bytes end early or a length lies; the caller refuses the message as `malformed`.
 */
export function decodeClientMessage(message: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(message);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return decodeSync(decoder);
    case MESSAGE.awareness:
      return { type: "awareness", entry: decodeOwnAwareness(decoding.readVarUint8Array(decoder)) };
    case MESSAGE.queryAwareness:
      return { type: "queryAwareness" };
    case MESSAGE.barrier:
      return { type: "barrier", token: decoding.readVarUint(decoder) };
    default:
      return { type: "unknown" };
  }
}

function decodeSync(decoder: decoding.Decoder): ClientMessage {
  const kind = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case SYNC.step1:
      return { type: "step1", stateVector: body };
    case SYNC.step2:
      return { type: "update", update: body, isStep2: true };
    case SYNC.update:
      return { type: "update", update: body, isStep2: false };
    default:
      return { type: "unknown" };
  }
}

/** A stock client also passes on what it hears of others: that is not looked into, however much it is. */
function decodeOwnAwareness(body: Uint8Array): AwarenessEntry | null {
  if (body.byteLength > AWARENESS_MAX_BYTES) return null;
  const decoder = decoding.createDecoder(body);
  if (decoding.readVarUint(decoder) === 0) return null;
  return {
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
  };
}
