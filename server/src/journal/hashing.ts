import { createHash, randomBytes } from "node:crypto";

const SALT_BYTES = 16;

/** SHA-256 of a text in UTF-8, as hex: what links a journal's events. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A salt that makes a digest tell nothing of what was erased. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString("base64url");
}
