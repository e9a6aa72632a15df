import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NOT_BUILT = "De pagina's van Planwand zijn nog niet gebouwd. Start met: npx --yes pnpm start\n";

/** Serves the built client; any other path is a page of it, so that a link into it can be opened. */
export function clientFiles(directory: string): Hono {
  const files = new Hono();
  const page = serveStatic({ root: directory, path: "index.html", precompressed: true });
  files.use(
    "/assets/*",
    serveStatic({
      root: directory,
      precompressed: true,
      onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  files.all("/assets/*", (c) => c.notFound());
  files.use("*", async (c, next) => {
    c.header("Cache-Control", "no-cache");
    return next();
  });
  files.use("*", serveStatic({ root: directory, precompressed: true }));
  files.get("*", async (c, next) => {
    if (!existsSync(join(directory, "index.html"))) return c.text(NOT_BUILT, 503);
    return page(c, next);
  });
  return files;
}
