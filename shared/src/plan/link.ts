/** What typesetters and browsers take; a longer one would break every document that it stands in. */
const LINK_MAX_LENGTH = 2_000;

const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** Characters that browsers skip inside a scheme, with which a dangerous link can be dressed up as a safe one. */
const IGNORED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The address when it may be a link (http, https or mailto), without invisible characters; null for anything else, and for one that is too long. */
export function safeLink(value: unknown): string | null {
  if (typeof value !== "string") return null;
  if (value.length > LINK_MAX_LENGTH) return null;
  const address = value.replace(IGNORED, "").trim();
  return SAFE_LINK.test(address) ? address : null;
}
