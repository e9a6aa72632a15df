import { tableCsv } from "@planwand/server/exports/plan-csv.ts";
import { planWorkbook } from "@planwand/server/exports/plan-workbook.ts";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { reportSource } from "../../builders/report-source.ts";
import { tablesOf } from "../../builders/round-trip.ts";

const tables = tablesOf(reportSource().plan);

test("[EXP15] a Dutch spreadsheet sees the cells of a CSV, and its letters", () => {
  const table = tables.find(({ name }) => name === "activities");
  if (table === undefined) throw new Error("activities have a table");
  const [head = ""] = tableCsv(table).split("\r\n");
  expect(head.startsWith("\ufeffNr;Fase;BOP-domein;Activiteit;")).toBe(true);
  expect(head.split(";")).toHaveLength(table.columns.length);
});

test("[EXP15] every cell of a workbook names its font", async () => {
  const book = new ExcelJS.Workbook();
  const bytes = await planWorkbook(tables, { title: "Proef", lists: "Lijsten" });
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const nameless: string[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(({ font, address }) => {
        // A cell without a font of its own has that of the workbook, which has a name.
        if (font !== undefined && font.name === undefined) nameless.push(`${sheet.name} ${address}`);
      }),
    ),
  );
  expect(nameless).toEqual([]);
});
