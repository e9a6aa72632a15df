import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { FONT_BLOBS } from "./fonts.ts";

/** Pages that lie in a folder of their own: the compiler reads nothing outside of it, and knows no network. */
const FOLDER = join(import.meta.dirname, "typst");

export type PdfStandard = "ua-1" | "a-2a";

/** Pages of a Typst template, to be written as PDF or SVG. */
export interface TypesetPages {
  readonly pages: number;
  /** `created` in milliseconds since 1970, so that the same pages are the same bytes. */
  pdf(standard: PdfStandard, created: number): Buffer;
  svg(): string;
}

/** How many settings ago something was used last that is still kept for the next. */
const KEPT_AGE = 3;

let compiler: NodeCompiler | null = null;

/**
 * Sets `template` with `data`, which it reads as the JSON file of that name. What people typed is in the data only, and so is never read
 * as Typst. @throws Error when the pages cannot be made
 */
export function typeset(template: string, data: object): TypesetPages {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: [...FONT_BLOBS] }] });
  const setter = compiler;
  const file = join(FOLDER, `${template}.json`);
  setter.mapShadow(file, Buffer.from(JSON.stringify(data)));
  const mainFileContent = readFileSync(join(FOLDER, `${template}.typ`), "utf8");
  const compiled = setter.compile({ mainFileContent });
  setter.unmapShadow(file);
  setter.evictCache(KEPT_AGE);
  const document: NodeTypstDocument | null = compiled.result;
  if (document === null) {
    throw new Error(`typesetting failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  }
  return {
    pages: document.numOfPages,
    pdf: (standard, created) =>
      setter.pdf(document, { pdfStandard: standard, creationTimestamp: Math.floor(created / 1000) }),
    svg: () => setter.plainSvg(document),
  };
}

/** Lets go of all pages that were set and that nobody holds any more; they take far more memory than is seen of them here. */
export async function releasePages(): Promise<void> {
  globalThis.gc?.();
  // What is collected is let go of in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  compiler?.evictCache(0);
}
