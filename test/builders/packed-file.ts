import { strToU8, zipSync } from "fflate";

/** A ZIP file of these texts. */
export function packed(parts: Readonly<Record<string, string>>): Buffer {
  const bytes = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

/** An OpenDocument spreadsheet with these tables, and the styles that they name. */
export function openSheet(tables: string, styles = ""): Buffer {
  return packed({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml":
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
      `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** A table of one, with rows of cells: what begins with `<` is a cell already. */
export function openTable(rows: readonly (readonly string[])[], name = "Blad"): string {
  const cell = (text: string): string =>
    text.startsWith("<")
      ? text
      : `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`);
  return `<table:table table:name="${name}">${lines.join("")}</table:table>`;
}

/** A document of Word with this body; `numbering` are the levels of its list, `styles` its styles. */
export function wordFile(
  body: string,
  { numbering = "", styles = "" }: { readonly numbering?: string; readonly styles?: string } = {},
): Buffer {
  return packed({
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
    "word/numbering.xml": `<w:numbering>${numbering}</w:numbering>`,
    "word/styles.xml": `<w:styles>${styles}</w:styles>`,
  });
}

/** A paragraph; `properties` say its style or its place in a list. */
export function wordLine(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A table of Word, of cells as text or as they are. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (text.startsWith("<") ? text : `<w:tc>${wordLine(text)}</w:tc>`);
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}
