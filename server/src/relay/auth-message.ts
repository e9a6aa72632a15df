import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";

/** y-protocols' `messagePermissionDenied`: how a stock client hears of a refusal. */
const PERMISSION_DENIED = 0;

/** `[2, 0, reason]`. */
export function permissionDenied(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.auth);
  encoding.writeVarUint(encoder, PERMISSION_DENIED);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}
