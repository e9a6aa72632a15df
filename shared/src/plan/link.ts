const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** Characters that browsers skip inside a scheme, with which a dangerous link can be dressed up as a safe one. */
const IGNORED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The address when it may be a link (http, https or mailto), without invisible characters; null for anything else. */
export function safeLink(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const address = value.replace(IGNORED, "").trim();
  return SAFE_LINK.test(address) ? address : null;
}
