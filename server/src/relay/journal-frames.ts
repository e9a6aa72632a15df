import type { Buffer } from "node:buffer";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { encodeJson } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { frame } from "./frame.ts";

/** Events in one message; a long journal comes in several, so that none is too large for a client to take. */
const EVENTS_PER_MESSAGE = 200;

/** The messages that bring these events, in order, ready to be written to any number of sockets. */
export function journalFrames(events: readonly JournalEvent[]): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at < events.length; at += EVENTS_PER_MESSAGE) {
    frames.push(frame(encodeJson(MESSAGE.journal, events.slice(at, at + EVENTS_PER_MESSAGE))));
  }
  return frames;
}
