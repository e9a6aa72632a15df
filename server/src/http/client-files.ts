import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NOT_BUILT = "De pagina's van Planwand zijn nog niet gebouwd. Start met: npx --yes pnpm start\n";

/** Serves the built client; any other path is a page of it, so that a link into it can be opened. */
export function clientFiles(directory: string): Hono {
  const files = new Hono();
  if (!existsSync(join(directory, "index.html"))) return files.get("*", (c) => c.text(NOT_BUILT, 503));
  const options = { root: directory, precompressed: true };
  files.use("*", async (c, next) => {
    // What a build tells of itself is nobody's business.
    if (c.req.path.includes("/.")) return c.notFound();
    await next();
    // Files in assets have a hash of their content in their name.
    const isHashed = c.req.path.startsWith("/assets/") && c.res.ok;
    c.header("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
  });
  files.use("*", serveStatic(options));
  files.get("/assets/*", (c) => c.notFound());
  files.get("*", serveStatic({ ...options, path: "index.html" }));
  return files;
}
