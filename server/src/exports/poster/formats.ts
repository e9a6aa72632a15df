import { Resvg } from "@resvg/resvg-js";
import type { Paper } from "@planwand/shared/report/documents.ts";
import { type ExportFormat, type ExportInput, utf8 } from "../format.ts";
import { posterPages } from "./poster.ts";

/** The long side of a picture, in pixels. */
export const PICTURE_WIDTHS: Readonly<Record<Paper, number>> = { a3: 2480, a2: 3508, a1: 4967, a0: 7016 };

export const posterPdf: ExportFormat = {
  id: "poster.pdf",
  mediaType: "application/pdf",
  extension: ".pdf",
  holds: "wall",
  make: (input) =>
    posterPages(input).pdf(
      input.options.archive ? "a-2a" : "ua-1",
      Date.parse(`${input.source.version.day}T00:00:00Z`),
    ),
};

export const svg: ExportFormat = {
  id: "svg",
  mediaType: "image/svg+xml",
  extension: ".svg",
  holds: "wall",
  make: (input) => utf8(drawing(input)),
};

export const png: ExportFormat = {
  id: "png",
  mediaType: "image/png",
  extension: ".png",
  holds: "wall",
  make(input) {
    const fitTo = { mode: "width", value: PICTURE_WIDTHS[input.options.paper] } as const;
    // Every letter is drawn as a shape already, so no font of this machine is looked for.
    const font = { loadSystemFonts: false };
    return new Resvg(drawing(input), { fitTo, font, background: "white" }).render().asPng();
  },
};

/** The drawing, with a name for whoever cannot see it. */
function drawing(input: ExportInput): string {
  const title = input.source.plan.title
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, " ")
    .replace(/[&<>"']/gu, (found) => `&#${String(found.charCodeAt(0))};`);
  return posterPages(input)
    .svg()
    .replace(/<svg\b([^>]*)>/u, (_all, attributes: string) => {
      return `<svg role="img"${attributes}><title>${title}</title>`;
    });
}
