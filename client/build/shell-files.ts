import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The file name of the service worker; at the root, because it serves only what lies below it. */
export const WORKER = "sw.js";

/** Tells the service worker which files to keep on the device; a new build is a new version of it. */
export function shellFiles(): Plugin {
  return {
    name: "planwand-shell-files",
    apply: "build",
    enforce: "post",
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error("the pages are built into a folder");
      // Fonts for scripts that Dutch and English do not use come from the server when they are ever needed.
      const isKept = (name: string): boolean =>
        /\.(js|css)$|inter-latin-\S*\.woff2$/.test(name) && name !== WORKER;
      const paths = Object.keys(bundle)
        .filter(isKept)
        .toSorted()
        .map((name) => `/${name}`);
      const files = ["/icon.svg", ...paths].join(" ");
      const version = createHash("sha256").update(files).digest("hex").slice(0, 12);
      const path = join(dir, WORKER);
      const code = await readFile(path, "utf8");
      await writeFile(path, code.replace("__SHELL_FILES__", files).replace("__SHELL_VERSION__", version));
    },
  };
}
