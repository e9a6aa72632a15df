import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClientMessage,
  decodeClientMessage,
  encodeAwareness,
  encodeBarrier,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeSyncUpdate,
} from "@planwand/shared/protocol/codec.ts";
import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import { en } from "@planwand/client/i18n/en.ts";
import { nlParts as nl } from "@planwand/client/i18n/nl-parts.ts";

const bytes = fc.uint8Array({ maxLength: 200 });
const number = fc.nat();

/** A message as written, and what it should read as. */
const written: fc.Arbitrary<[Uint8Array, ClientMessage]> = fc.oneof(
  bytes.map((stateVector): [Uint8Array, ClientMessage] => [
    encodeSyncStep1(stateVector),
    { type: "step1", stateVector },
  ]),
  bytes.map((update): [Uint8Array, ClientMessage] => [
    encodeSyncStep2(update),
    { type: "update", update, isStep2: true },
  ]),
  bytes.map((update): [Uint8Array, ClientMessage] => [
    encodeSyncUpdate(update),
    { type: "update", update, isStep2: false },
  ]),
  number.map((token): [Uint8Array, ClientMessage] => [encodeBarrier(token), { type: "barrier", token }]),
  fc
    .array(fc.record({ client: number, clock: number, state: fc.string() }), { maxLength: 5 })
    .map((entries): [Uint8Array, ClientMessage] => [
      encodeAwareness(entries),
      { type: "awareness", entry: entries[0] ?? null },
    ]),
);

describe("the codec", () => {
  test("[W3] what is written reads back as it was", () => {
    fc.assert(
      fc.property(written, ([message, expected]) => {
        expect(decodeClientMessage(message)).toEqual(expected);
      }),
    );
  });

  test("[W3] presence of which there is too much to be one's own is not looked into", () => {
    const entry = { client: 1, clock: 1, state: "x".repeat(8 * 1024) };
    expect(decodeClientMessage(encodeAwareness([entry]))).toEqual({ type: "awareness", entry: null });
  });

  test("[W3] a message cut anywhere throws an Error, or reads as a message; it never does anything else", () => {
    fc.assert(
      fc.property(written, fc.nat(), ([message], cut) => {
        const short = message.slice(0, cut % message.byteLength);
        let outcome: unknown;
        try {
          outcome = decodeClientMessage(short).type;
        } catch (error) {
          outcome = error instanceof Error ? "error" : error;
        }
        expect(["error", "barrier", "awareness", "step1", "update"]).toContain(outcome);
      }),
    );
  });

  test("[W4] unknown types and unknown kinds of sync read as unknown", () => {
    for (const message of [[4], [77, 1, 2], [0, 3, 0], [101, 0], [102], [103]]) {
      expect(decodeClientMessage(Uint8Array.from(message))).toEqual({ type: "unknown" });
    }
    expect(decodeClientMessage(Uint8Array.of(3))).toEqual({ type: "queryAwareness" });
  });

  test("[W6] every refusal has a sentence in Dutch and in English", () => {
    for (const { title } of Object.values(REFUSALS)) {
      const key = title.slice("refusal.".length);
      for (const words of [nl, en]) {
        expect(Object.entries(words.syncHelp.refusal).find(([name]) => name === key)?.[1]).toMatch(
          /[a-z]{3}.*\.$/,
        );
      }
    }
  });
});
