import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Plugin } from "vite";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const COMPRESSES_WELL = /\.(js|css|html|svg|webmanifest)$/;

/** Puts a compressed copy (`.br`, `.gz`) beside each text file that is served, so that the server compresses nothing for each visit. */
export function compressedFiles(): Plugin {
  let directory = "";
  return {
    name: "planwand-compressed-files",
    apply: "build",
    enforce: "post",
    configResolved({ root, build }) {
      directory = join(root, build.outDir);
    },
    // After every plugin has written: what is compressed here is what is served.
    async closeBundle() {
      const names = await readdir(directory, { recursive: true });
      const texts = names.filter((name) => COMPRESSES_WELL.test(name)).map((name) => join(directory, name));
      await Promise.all(
        texts.map(async (path) => {
          const content = await readFile(path);
          const [brotli, gzipped] = await Promise.all([toBrotli(content), toGzip(content)]);
          await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
        }),
      );
    },
  };
}
