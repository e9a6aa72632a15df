import { randomBytes } from "node:crypto";
import { CODE_ALPHABET, codeFrom, readCode } from "@planwand/shared/workshop/code.ts";
import { expect, test } from "vitest";

test("[WS8] a code is six characters that read like nothing else, and each of them comes up", () => {
  const seen = new Set<string>();
  for (let round = 0; round < 2_000; round++) {
    const code = codeFrom(randomBytes(32));
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
    for (const character of code ?? "") seen.add(character);
  }
  expect([...seen].sort().join("")).toBe(CODE_ALPHABET.split("").sort().join(""));
  for (const character of "0O1IL") expect(CODE_ALPHABET).not.toContain(character);
});

test("[WS8] bytes that would favour some characters are passed over, and too few give no code", () => {
  expect(codeFrom(new Uint8Array([255, 255, 0, 1, 2, 3, 4, 5]))).toBe("ABCDEF");
  expect(codeFrom(new Uint8Array([0, 1, 2, 3, 4]))).toBeNull();
});

test("[WS8] a code is read as it was meant", () => {
  expect(readCode(" abc-d2 3 ")).toBe("ABCD23");
  expect(readCode("abcd-efgh")).toBe("ABCDEFGH");
  for (const wrong of ["", "ABCD2", "ABCD234", "ABCDEFGHJKMNPQ", "ABCD2O", "ABC/D2"])
    expect(readCode(wrong)).toBeNull();
});
