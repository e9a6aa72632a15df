import { type Cell, textOf } from "@planwand/shared/exchange/cell.ts";
import ExcelJS from "exceljs";
import { openSheet, openTable, packed } from "./packed-file.ts";
import { excelCell, type Rows } from "./school-files.ts";

/* Files in which cells may be one. */

/** Cells that are one, from 0; what stands in the others than the first is not seen. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What each cell is in a table with merged cells: how far it reaches, or that another covers it. */
function reachOf(
  merged: readonly MergedCells[],
): (row: number, column: number) => MergedCells | "covered" | null {
  const reach = new Map<string, MergedCells | "covered">();
  for (const one of merged)
    for (let row = one.row; row < one.row + one.rows; row++)
      for (let column = one.column; column < one.column + one.columns; column++) {
        const isFirst = row === one.row && column === one.column;
        reach.set(`${String(row)} ${String(column)}`, isFirst ? one : "covered");
      }
  return (row, column) => reach.get(`${String(row)} ${String(column)}`) ?? null;
}

function escaped(cell: Cell): string {
  return textOf(cell).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function widthOf(rows: Rows): number {
  return Math.max(...rows.map(({ length }) => length));
}

/** A workbook of Excel. */
export async function mergedBook(rows: Rows, merged: readonly MergedCells[]): Promise<Buffer> {
  const sheet = new ExcelJS.Workbook().addWorksheet("Lijst");
  for (const cells of rows) sheet.addRow(cells.map(excelCell));
  for (const { row, column, rows: down, columns } of merged)
    if (down * columns > 1) sheet.mergeCells(row + 1, column + 1, row + down, column + columns);
  return Buffer.from(await sheet.workbook.xlsx.writeBuffer());
}

/** A spreadsheet of LibreOffice. */
export function mergedSheet(rows: Rows, merged: readonly MergedCells[]): Buffer {
  const reach = reachOf(merged);
  const width = widthOf(rows);
  const cells = rows.map((ofRow, row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = ofRow[column] ?? null;
      const how = reach(row, column);
      if (how === "covered") return "<table:covered-table-cell/>";
      const spans =
        how === null
          ? ""
          : ` table:number-rows-spanned="${String(how.rows)}" table:number-columns-spanned="${String(how.columns)}"`;
      const value =
        typeof cell === "object" && cell !== null
          ? `office:value-type="date" office:date-value="${cell.date}"`
          : 'office:value-type="string"';
      const lines = escaped(cell).split("\n");
      return `<table:table-cell ${value}${spans}>${lines.map((line) => `<text:p>${line}</text:p>`).join("")}</table:table-cell>`;
    }),
  );
  return openSheet(openTable(cells, "Lijst"));
}

/** A page, as it is saved or lies on the clipboard. */
export function mergedPage(rows: Rows, merged: readonly MergedCells[]): string {
  const reach = reachOf(merged);
  const width = widthOf(rows);
  const lines = rows.map((ofRow, row) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const how = reach(row, column);
      if (how === "covered") return "";
      const spans = how === null ? "" : ` rowspan=${String(how.rows)} colspan="${String(how.columns)}"`;
      return `<td${spans}>${escaped(ofRow[column] ?? null).replaceAll("\n", "<br>")}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<html><body><table>${lines.join("")}</table></body></html>`;
}

/** A document of Word. */
export function mergedDocument(rows: Rows, merged: readonly MergedCells[]): Buffer {
  const reach = reachOf(merged);
  const width = widthOf(rows);
  const lines = rows.map((ofRow, row) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const above = merged.find((one) => one.column === column && one.row < row && row < one.row + one.rows);
      const how = reach(row, column);
      if (how === "covered" && above === undefined) return "";
      const span = how === null || how === "covered" ? 1 : how.columns;
      const down = how === "covered" ? "<w:vMerge/>" : how === null ? "" : '<w:vMerge w:val="restart"/>';
      const texts = how === "covered" ? [""] : escaped(ofRow[column] ?? null).split("\n");
      const paragraphs = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
      return `<w:tc><w:tcPr><w:gridSpan w:val="${String(span)}"/>${down}</w:tcPr>${paragraphs}</w:tc>`;
    });
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return packed({
    "word/document.xml": `<w:document><w:body><w:tbl>${lines.join("")}</w:tbl></w:body></w:document>`,
  });
}
