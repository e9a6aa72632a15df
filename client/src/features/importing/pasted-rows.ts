import { listTable } from "@planwand/shared/exchange/list-table.ts";
import { textOf } from "@planwand/shared/exchange/cell.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { listedText, tableRows } from "../../fields/pasted-html.ts";
import type { PastedTable } from "../../sync/import-api.ts";

/**
 * What was pasted as a table: from its HTML, as Excel, Word and web pages give it, with the line breaks in its cells; else the list in it,
 * with the lines around that marked; else the cells of its text, tabs between them, quotes around those with lines of their own.
 */
export function pastedTable(html: string, text: string, language: Language): PastedTable {
  const rows = tableRows(html);
  if (rows.length > 0) return { rows };
  const list = listTable(listedText(html, text), "", language);
  if (list === null) return { rows: textRows(text) };
  return { rows: list.rows.map((cells) => cells.map(textOf)), beside: [...(list.beside ?? [])] };
}

/** Cells between tabs; a cell that begins with a quote goes on to the quote that ends it. */
function textRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
  };
  const whole = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < whole.length; at++) {
    const sign = whole.charAt(at);
    const closes = isQuoted && sign === '"' && whole.charAt(at + 1) !== '"';
    if (isQuoted && sign === '"' && !closes) {
      cell += '"';
      at++;
    } else if (closes) isQuoted = false;
    else if (!isQuoted && sign === '"' && cell === "" && whole.includes('"', at + 1)) isQuoted = true;
    else if (!isQuoted && sign === "\t") endCell();
    else if (!isQuoted && sign === "\n") endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}
