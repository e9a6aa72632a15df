import { mapIndex, textEdit } from "@planwand/client/plan/text-edit.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

const apply = (before: string, edit: ReturnType<typeof textEdit>) =>
  edit === null ? before : before.slice(0, edit.at) + edit.insert + before.slice(edit.at + edit.remove);

describe("text that two people write in", () => {
  test("[B18] an input event becomes the smallest edit, where the caret is", () => {
    expect(textEdit("abc", "abc", 1)).toBeNull();
    expect(textEdit("abc", "abXc", 3)).toEqual({ at: 2, remove: 0, insert: "X" });
    expect(textEdit("abc", "ac", 1)).toEqual({ at: 1, remove: 1, insert: "" });
    expect(textEdit("aaa", "aaaa", 1)).toEqual({ at: 0, remove: 0, insert: "a" });
    expect(textEdit("aaa", "aaaa", 3)).toEqual({ at: 2, remove: 0, insert: "a" });
    expect(textEdit("abc", "xyz", 3)).toEqual({ at: 0, remove: 3, insert: "xyz" });
  });

  test("[B18] an edit never writes half a character", () => {
    expect(textEdit("😀", "😁", 2)).toEqual({ at: 0, remove: 2, insert: "😁" });
  });

  test("[B18] the edit always leads from the old value to the new one", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁"), maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(16), (before, after, caret) => {
        expect(apply(before, textEdit(before, after, Math.min(caret, after.length)))).toBe(after);
      }),
      { numRuns: 2_000 },
    );
  });

  test("[B18] typing of another before the caret takes it along, at or behind the caret leaves it", () => {
    expect(mapIndex(2, [{ insert: "xy" }])).toBe(4);
    expect(mapIndex(2, [{ retain: 2 }, { insert: "xy" }])).toBe(2);
    expect(mapIndex(2, [{ retain: 3 }, { insert: "xy" }])).toBe(2);
    expect(mapIndex(4, [{ retain: 1 }, { delete: 2 }])).toBe(2);
    expect(mapIndex(2, [{ retain: 1 }, { delete: 5 }])).toBe(1);
    expect(mapIndex(3, [{ delete: 1 }, { insert: "abc" }])).toBe(5);
  });

  test("[B18] the caret stays before the same character through any change that does not touch it", () => {
    const change = fc.record({ at: fc.nat(14), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) });
    const plain = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(plain, plain, change, (left, right, { at, remove, insert }) => {
        const value = `${left}|${right}`;
        const start = Math.min(at, value.length);
        const count = Math.min(remove, value.length - start);
        fc.pre(start + count < left.length || start > left.length);
        const text = new Y.Doc().getText("t");
        text.insert(0, value);
        let mapped = left.length;
        text.observe((event) => {
          mapped = mapIndex(mapped, event.delta);
        });
        text.doc?.transact(() => {
          text.delete(start, count);
          text.insert(start, insert.replaceAll("|", ""));
        });
        expect(mapped).toBe(text.toString().indexOf("|"));
      }),
      { numRuns: 1_000 },
    );
  });
});
