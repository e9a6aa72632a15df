import { ROLES } from "@planwand/shared/access/role.ts";
import { MESSAGE, SYNC, type Hello } from "@planwand/shared/protocol/messages.ts";
import { REFUSALS, type RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import * as decoding from "lib0/decoding";
import { isRecord } from "./untrusted.ts";

/** What the server says. */
export interface ServerMessages {
  /** What it has, as a state vector: it asks for what it lacks. */
  asked(vector: Uint8Array): void;
  /** What we lack; with `isLast` all that there was when we asked. */
  update(update: Uint8Array, isLast: boolean): void;
  awareness(update: Uint8Array): void;
  echoed(token: number): void;
  hello(hello: Hello): void;
  refused(code: RefusalCode): void;
  /** Events of the journal, unread. */
  journal(message: unknown): void;
  /** What belongs to a running workshop and is no event, unread. */
  workshop(message: unknown): void;
}

/**
 * Reads one message and passes it on; one of a kind that we do not know is dropped, since the server is newer than we are.
 * @throws Error when its bytes end early
 */
export function readServerMessage(message: Uint8Array, listener: ServerMessages): void {
  const decoder = decoding.createDecoder(message);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync: {
      const kind = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      return kind === SYNC.step1 ? listener.asked(body) : listener.update(body, kind === SYNC.step2);
    }
    case MESSAGE.awareness:
      return listener.awareness(decoding.readVarUint8Array(decoder));
    case MESSAGE.barrier:
      return listener.echoed(decoding.readVarUint(decoder));
    case MESSAGE.journal:
      return listener.journal(readJson(decoder));
    case MESSAGE.workshop:
      return listener.workshop(readJson(decoder));
    case MESSAGE.hello: {
      const hello = readHello(readJson(decoder));
      return hello === null ? undefined : listener.hello(hello);
    }
    case MESSAGE.refusal:
      return listener.refused(readCode(readJson(decoder)));
  }
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

function readCode(message: unknown): RefusalCode {
  const code = isRecord(message) ? message["code"] : undefined;
  return isRefusalCode(code) ? code : "malformed";
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(REFUSALS, code);
}
