import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { FONT_BLOBS } from "./fonts.ts";

/** Pages that lie in a folder of their own: the compiler reads nothing outside of it, and knows no network. */
const FOLDER = join(import.meta.dirname, "typst");

/** Pages of a Typst template, to be written as PDF or SVG. */
export interface TypesetPages {
  readonly pages: number;
  /** `created` in milliseconds since 1970, so that the same pages are the same bytes. */
  pdf(standard: "ua-1" | "a-2a", created: number): Uint8Array;
  svg(): string;
}

/**
 * Sets `template` with `data`, which it reads as `file`. What people typed is in the data only, and so is never read as Typst.
 * @throws Error when the pages cannot be made
 */
export function typeset(template: string, file: string, data: object): TypesetPages {
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: [...FONT_BLOBS] }],
  });
  compiler.mapShadow(join(FOLDER, file), Buffer.from(JSON.stringify(data)));
  const mainFileContent = readFileSync(join(FOLDER, template), "utf8");
  const compiled = compiler.compile({ mainFileContent });
  const document: NodeTypstDocument | null = compiled.result;
  if (document === null) {
    throw new Error(`typesetting failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  }
  return {
    pages: document.numOfPages,
    pdf: (standard, created) =>
      compiler.pdf(document, { pdfStandard: standard, creationTimestamp: Math.floor(created / 1000) }),
    svg: () => compiler.plainSvg(document),
  };
}
