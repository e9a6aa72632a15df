import type { Buffer } from "node:buffer";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { encodeJsonText } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { frame } from "./frame.ts";

/** A message of events is closed once it is this long, in characters: a long journal comes in several, each quickly made and read. */
const MESSAGE_LENGTH = 64 * 1024;

/** The messages that bring these events, in order, ready to be written to any number of sockets. */
export function journalFrames(events: readonly JournalEvent[]): Buffer[] {
  const frames: Buffer[] = [];
  let listed: string[] = [];
  let length = 0;
  const close = (): void => {
    if (listed.length > 0) frames.push(frame(encodeJsonText(MESSAGE.journal, `[${listed.join(",")}]`)));
    listed = [];
    length = 0;
  };
  for (const event of events) {
    const text = JSON.stringify(event);
    listed.push(text);
    length += text.length;
    if (length >= MESSAGE_LENGTH) close();
  }
  close();
  return frames;
}
