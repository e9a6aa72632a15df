import { join } from "node:path";
import { ensureClientBuilt } from "./client-build.ts";

/*
 * `pnpm start`: builds the pages when they are older than what they are made from, and runs the server.
 */
if (!ensureClientBuilt(join(import.meta.dirname, "..", ".."))) {
  console.error("De pagina's van Planwand konden niet worden gebouwd; hierboven staat waarom.");
  process.exit(1);
}
await import("./main.ts");
