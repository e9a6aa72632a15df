import { ROLES } from "@planwand/shared/access/role.ts";
import { MESSAGE, SYNC, type Hello } from "@planwand/shared/protocol/messages.ts";
import { REFUSALS, type RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import * as decoding from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import { isRecord } from "./untrusted.ts";

/** What the server says beyond plain y-websocket. */
export interface ServerMessages {
  /** The server asked for our state, and the answer is on its way when this returns. */
  askedForState(): void;
  echoed(token: number): void;
  hello(hello: Hello): void;
  refused(code: RefusalCode): void;
  /** Events of the journal, unread. */
  journal(message: unknown): void;
  /** What belongs to a running workshop and is no event, unread. */
  workshop(message: unknown): void;
}

/** Has `provider` pass on the product's own messages. Unreadable ones are dropped: the server is newer than we are. */
export function listenToServer(provider: WebsocketProvider, listener: ServerMessages): void {
  const handlers = provider.messageHandlers;
  const plainSync = handlers[MESSAGE.sync];
  if (plainSync === undefined) throw new Error("y-websocket handles sync messages");
  handlers[MESSAGE.sync] = (encoder, decoder, from, emitSynced, type) => {
    const isStep1 = decoding.peekVarUint(decoder) === SYNC.step1;
    plainSync(encoder, decoder, from, emitSynced, type);
    // The provider sends the answer as soon as this handler returns.
    if (isStep1) queueMicrotask(() => listener.askedForState());
  };
  handlers[MESSAGE.barrier] = (_encoder, decoder) => listener.echoed(decoding.readVarUint(decoder));
  handlers[MESSAGE.journal] = (_encoder, decoder) => listener.journal(readJson(decoder));
  handlers[MESSAGE.workshop] = (_encoder, decoder) => listener.workshop(readJson(decoder));
  handlers[MESSAGE.hello] = (_encoder, decoder) => {
    const hello = readHello(readJson(decoder));
    if (hello !== null) listener.hello(hello);
  };
  handlers[MESSAGE.refusal] = (_encoder, decoder) => {
    const message = readJson(decoder);
    const code = isRecord(message) ? message["code"] : undefined;
    listener.refused(isRefusalCode(code) ? code : "malformed");
  };
}

function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder));
  } catch {
    return null;
  }
}

function readHello(value: unknown): Hello | null {
  if (!isRecord(value) || !isRecord(value["actor"])) return null;
  const role = ROLES.find((known) => known === value["role"]);
  const { id, name, color } = value["actor"];
  if (role === undefined || typeof id !== "string" || typeof name !== "string") return null;
  if (typeof color !== "string") return null;
  // The rest is the server's own and was made by the code that we share with it.
  return value as unknown as Hello;
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(REFUSALS, code);
}
