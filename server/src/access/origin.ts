/** As much of a request as tells where its page is from. */
export interface Asking {
  readonly headers: Pick<Headers, "get">;
  /** Whether the browser came by https. */
  readonly isHttps: boolean;
}

/**
 * Whether a page of this origin may use the server. Browsers always name a page's origin, so a request without one is no page's.
 * Without a list the server's own origin is allowed: scheme, host and port as the request itself went to.
 */
export function isOriginAllowed({ headers, isHttps }: Asking, allowed: readonly string[] | null): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (allowed !== null) return allowed.includes(origin);
  const own = `${isHttps ? "https" : "http"}://${headers.get("host") ?? ""}`;
  return URL.canParse(own) && new URL(own).origin === origin;
}
