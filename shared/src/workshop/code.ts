/** What a joining code is made of: nothing that reads like something else (0 and O, 1, I and L). */
export const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** How many characters a code has; while somebody guesses two more each time, up to twelve. */
export const CODE_LENGTH = 6;
export const CODE_LENGTH_STEP = 2;
export const CODE_MAX_LENGTH = 12;
const CODE = new RegExp(`^([${CODE_ALPHABET}]{2}){3,6}$`, "u");

/** A code from bytes of chance, which must be uniform; bytes that would favour some characters are passed over. Null when too few are left. */
export function codeFrom(bytes: Uint8Array, length: number = CODE_LENGTH): string | null {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = "";
  for (const byte of bytes) {
    if (byte < fair) code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
    if (code.length === length) return code;
  }
  return null;
}

/** The code that somebody typed, without the spaces and dashes, in capitals; null for what cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/gu, "").toUpperCase();
  return CODE.test(code) ? code : null;
}
