import { MESSAGE } from "@planwand/shared/protocol/messages.ts";

/** A control frame that asks for an answer, with what the answer is to hold. */
export class Ping {
  readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  get byteLength(): number {
    return this.data.byteLength;
  }
}

/** What comes over a socket: a message, or a ping, which is answered in its turn. */
export type Incoming = Uint8Array | Ping;

/** Stands for a text message: the protocol has none. */
export const UNREADABLE = new Uint8Array();

/** A stock client sends the presence of everybody back to where it came from; it is hardly looked at. */
const PRESENCE_DISCOUNT = 8;

/** What a message costs of the bytes that its sender may spend. */
export function priceOf(message: Incoming): number {
  if (message instanceof Ping || message[0] !== MESSAGE.awareness) return message.byteLength;
  return message.byteLength / PRESENCE_DISCOUNT;
}
