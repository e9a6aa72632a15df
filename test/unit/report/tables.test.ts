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
  const [head = ""] = tableCsv(table, "nl").split("\r\n");
  expect(head.startsWith("\ufeffNr;Fase;BOP-domein;Activiteit;")).toBe(true);
  expect(head.split(";")).toHaveLength(table.columns.length);
});

test("[EX24] days go out as the language writes them, and in English between commas", () => {
  const table = {
    name: "activities",
    title: "Activiteiten",
    columns: ["Activiteit", "Klaar op"].map((heading) => ({
      key: heading,
      heading,
      kind: "text" as const,
      width: 10,
      words: null,
      derived: null,
    })),
    rows: [
      ["Toetsen, en meer; =1", { date: "2027-03-01" }],
      ["=oud", { date: "0999-03-01" }],
    ],
  };
  expect(tableCsv(table, "nl")).toBe(
    '\ufeffActiviteit;Klaar op\r\n"Toetsen, en meer; =1";1-3-2027\r\n\'=oud;0999-03-01\r\n',
  );
  expect(tableCsv(table, "en")).toBe(
    '\ufeffActiviteit,Klaar op\r\n"Toetsen, en meer; =1",2027-03-01\r\n\'=oud,0999-03-01\r\n',
  );
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

test("[EX29] what is worked out from elsewhere is grey in a workbook and says so, and nothing else is", async () => {
  const book = new ExcelJS.Workbook();
  const bytes = await planWorkbook(tables, { title: "Proef", lists: "Lijsten" });
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const told = tables.map(({ title }) => {
    const heads = book.getWorksheet(title)?.getRow(1);
    const noted: string[] = [];
    heads?.eachCell((cell) => {
      if (cell.note !== undefined) noted.push(cell.text);
    });
    return [title, noted];
  });
  const expected = tables.map(({ title, columns }) => [
    title,
    columns.filter(({ derived }) => derived !== null).map(({ heading }) => heading),
  ]);
  expect(told).toEqual(expected);
  expect(Object.fromEntries(expected)).toMatchObject({
    Activiteiten: ["Nr", "Beslispunten", "Communicatie", "Opmerkingen"],
    Rollen: ["Fase", "BOP-domein", "Activiteit", "Rol", "Betrokkene", "Kring"],
    Doelen: [],
  });
});
