import { PLAN_SCHEMA } from "@planwand/shared/plan/schema.ts";
import { encodeJson } from "@planwand/shared/protocol/codec.ts";
import { type Hello, MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import type { Principal } from "../access/principal.ts";

/** The first message to a page that knows more than y-websocket: who it is here, and what it may expect. */
export function helloTo({ role, actor }: Principal, journalSeq: number, serverTimeMs: number): Uint8Array {
  const hello: Hello = {
    role,
    actor,
    schema: PLAN_SCHEMA,
    protocol: PROTOCOL_VERSION,
    serverTimeMs,
    journalSeq,
  };
  return encodeJson(MESSAGE.hello, hello);
}
