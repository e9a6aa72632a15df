import { Resvg } from "@resvg/resvg-js";
import type { Paper } from "@planwand/shared/report/documents.ts";
import { type ExportInput, type MakeFile, utf8 } from "../format.ts";
import { posterPages } from "./poster.ts";

/** The long side of a picture, in pixels. */
export const PICTURE_WIDTHS: Readonly<Record<Paper, number>> = { a3: 2480, a2: 3508, a1: 4967, a0: 7016 };

export const makePosterPdf: MakeFile = async (input) => {
  const pages = await posterPages(input);
  const created = Date.parse(`${input.source.version.day}T00:00:00Z`);
  return pages.pdf(input.options.archive ? "a-2a" : "ua-1", created);
};

export const makeSvg: MakeFile = async (input) => utf8(await drawing(input));

export const makePng: MakeFile = async (input) => {
  const fitTo = { mode: "width", value: PICTURE_WIDTHS[input.options.paper] } as const;
  // Every letter is drawn as a shape already, so no font of this machine is looked for.
  const font = { loadSystemFonts: false };
  return new Resvg(await drawing(input), { fitTo, font, background: "white" }).render().asPng();
};

/** The drawing, with a name for whoever cannot see it. */
async function drawing(input: ExportInput): Promise<string> {
  const title = input.source.plan.title
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, " ")
    .replace(/[&<>"']/gu, (found) => `&#${String(found.charCodeAt(0))};`);
  return (await posterPages(input)).svg().replace(/<svg\b([^>]*)>/u, (_all, attributes: string) => {
    return `<svg role="img"${attributes}><title>${title}</title>`;
  });
}
