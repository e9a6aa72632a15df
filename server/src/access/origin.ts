/**
 * Whether a page of this origin may use the server. Browsers always name a page's origin, so a request without one is no page's.
 * Without a list the server's own origin is allowed: the one whose host the request itself went to.
 */
export function isOriginAllowed(headers: Headers, allowed: readonly string[] | null): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (allowed !== null) return allowed.includes(origin);
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
