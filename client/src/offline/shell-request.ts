/** How the service worker answers a request: from what it keeps, as a page, or not at all. */
export type ShellAnswer = "kept" | "page" | "none";

/** What `request` is to the service worker of a site at `origin`. The server's data is never kept here. */
export function shellAnswer(
  request: { readonly method: string; readonly mode: string; readonly url: string },
  origin: string,
): ShellAnswer {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== origin) return "none";
  if (url.pathname.startsWith("/assets/") || url.pathname === "/icon.svg") return "kept";
  const isData = /^\/(api|sync|healthz|readyz|metrics)(\/|$)/.test(url.pathname);
  return request.mode === "navigate" && !isData ? "page" : "none";
}
