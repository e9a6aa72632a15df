import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext } from "playwright-core";

const DIST = join(import.meta.dirname, "..", "..", "client", "dist");
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".html": "text/html",
};
const files = new Map<string, Buffer>();

/** Gives this browser the pages of the product from the disk, so that they load whether or not there is a server or a network. */
export async function pagesFromDisk(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  await context.route(
    (url) => !/^\/(api|sync|healthz)\b/.test(url.pathname),
    async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = existsSync(join(DIST, pathname)) && extname(pathname) !== "" ? pathname : "index.html";
      const body = files.get(path) ?? readFileSync(join(DIST, path));
      files.set(path, body);
      await route.fulfill({ body, contentType: TYPES[extname(path)] ?? "application/octet-stream" });
    },
  );
}
