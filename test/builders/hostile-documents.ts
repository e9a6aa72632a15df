import { type Family, pick } from "./hostile-file.ts";
import { billionLaughs } from "./hostile-books.ts";
import { openSheet, openTable, packed, wordFile, wordLine, wordTable } from "./packed-file.ts";

const refused = (bytes: Uint8Array): ReturnType<Family> => ({ bytes, fate: "refused" });
const either = (bytes: Uint8Array): ReturnType<Family> => ({ bytes, fate: "either" });

const CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
/** A row of cells, each as often as is said. */
const repeated = (rows: string, cells: string, cell = CELL): string =>
  `<table:table-row table:number-rows-repeated="${rows}">${cell.replace("<table:table-cell", `$& table:number-columns-repeated="${cells}"`)}</table:table-row>`;
const sheetOf = (rows: string): string => `<table:table table:name="Blad">${rows}</table:table>`;

const BLANK = "<table:table-cell/>";
const HARMLESS_WORD = wordTable([
  ["Activiteit", "Wie"],
  ["Een", "ICT"],
]);

/** Ways to be hostile as a spreadsheet of LibreOffice, a document of Word or a page. */
export const DOCUMENT_FAMILIES: Readonly<Record<string, Family>> = {
  "cells that come a billion times": ({ round }) =>
    pick(
      [
        refused(openSheet(sheetOf(repeated("1000000000", "1000000000")))),
        refused(openSheet(Array.from({ length: 40 }, () => sheetOf(repeated("5000", "100"))).join(""))),
        either(openSheet(sheetOf(repeated("1e9", "-1") + repeated("0", "1e400")))),
        either(openSheet(sheetOf(repeated("1", "1") + repeated("1048576", "16384", BLANK).repeat(50_000)))),
        refused(openSheet(sheetOf(repeated("5000", "100", CELL.replace(">x<", `>${"x".repeat(900_000)}<`))))),
        either(openSheet(sheetOf(`<table:table-row>${BLANK.repeat(300_000)}</table:table-row>`))),
      ],
      round,
    ),
  "entities of documents": ({ round }) =>
    refused(
      pick(
        [
          packed({
            mimetype: "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": billionLaughs(9, openTable([["Activiteit"], ["LOL"]])),
          }),
          packed({ "word/document.xml": billionLaughs(9, wordLine("LOL")) }),
          wordFile(HARMLESS_WORD, { styles: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' }),
          wordFile(HARMLESS_WORD, { numbering: "<w:num>".repeat(10_000) }),
        ],
        round,
      ),
    ),
  "documents in themselves": ({ round }) =>
    pick(
      [
        refused(wordFile("<w:tbl><w:tr><w:tc>".repeat(50_000))),
        refused(wordFile(`${"<w:tbl><w:tr><w:tc>".repeat(40)}${"</w:tc></w:tr></w:tbl>".repeat(40)}`)),
        refused(Buffer.from(`<html><body>${"<div>".repeat(900_000)}`)),
        refused(Buffer.from("<table><tr><td>".repeat(300_000))),
        refused(Buffer.from(`<ul><li>${"<ul><li>".repeat(300_000)}`)),
        either(Buffer.from(`<html>${"<p>x</i></b></u>".repeat(250_000)}<ul><li>Een`)),
        either(
          Buffer.from(
            `<table><tr><td rowspan=65534 colspan=1000>A${"<tr><td rowspan=65534>x".repeat(4_000)}`,
          ),
        ),
        refused(Buffer.from(`<table>${"<tr><td>x".repeat(9_000)}`)),
        either(Buffer.from(`<html><ul><li>&#0;&#xD800;&kwaad;${"&amp".repeat(500_000)}`)),
        either(Buffer.from(`<html><!--${"-".repeat(2_000_000)}`)),
      ],
      round,
    ),
  "spans of documents": ({ round }) => {
    const cell = (properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${wordLine("x")}</w:tc>`;
    const style =
      '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    return either(
      pick(
        [
          wordFile(wordTable([["Activiteit"], [cell('<w:gridSpan w:val="1000000000"/>'), "y"], ["z"]])),
          wordFile(wordTable(Array.from({ length: 4_900 }, () => [cell("<w:vMerge/>"), "y"]))),
          wordFile(wordLine("x", '<w:pStyle w:val="a"/>').repeat(20_000), { styles: style }),
          wordFile(
            wordLine(
              "x",
              '<w:numPr><w:ilvl w:val="1e9"/><w:numId w:val="-1"/></w:numPr><w:ind w:left="1e9"/>',
            ).repeat(3_000),
          ),
          wordFile(`<w:p>${"<w:r><w:tab/><w:br/></w:r>".repeat(60_000)}</w:p>${HARMLESS_WORD}`),
        ],
        round,
      ),
    );
  },
};
