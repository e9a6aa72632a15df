import type { Clipboard } from "./pasted.ts";

/* The same table as different programs put it on the clipboard: what it says, and what it is wrapped in. */

const HEADINGS = ["Wat", "Wie", "Wanneer", "Status"];
const ROWS = [
  ["Procesplaat maken", "Examenbureau", "1-3-2027", "Bezig"],
  ["Koppelvlak kiezen\nflow 3 en 5", "ICT", "15-4-2027", "Gepland"],
];
const ALL = [HEADINGS, ...ROWS];

const inLines = (cell: string, open: string, close: string, line = "<br>"): string =>
  `${open}${cell.split("\n").join(line)}${close}`;

const tableOf = (row: string, open: string, close: string, line?: string): string =>
  ALL.map(
    (cells) => `<tr ${row}>${cells.map((cell) => inLines(cell, open, close, line)).join("")}</tr>`,
  ).join("");

/** Excel and Google Sheets put quotes around a cell of several lines. */
const quoted = ALL.map((cells) =>
  cells.map((cell) => (cell.includes("\n") ? `"${cell}"` : cell)).join("\t"),
).join("\n");
/** Word and its kin put each line of a cell on a line of its own. */
const broken = ALL.map((cells) => cells.join("\t")).join("\r\n");

/** By the program. */
export const COPIED_TABLES: Readonly<Record<string, Clipboard>> = {
  Excel: {
    text: `${quoted.replaceAll("\n", "\r\n")}\r\n`,
    html:
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head>' +
      "<meta http-equiv=Content-Type content='text/html; charset=utf-8'><meta name=ProgId content=Excel.Sheet>" +
      "<style><!--table {mso-displayed-decimal-separator:','} .xl65 {mso-number-format:'Short Date';}--></style></head>" +
      "<body link='#0563C1'><table border=0 cellpadding=0 cellspacing=0 width=320 style='border-collapse:collapse'>" +
      "<!--StartFragment--><col width=64 span=4 style='width:48pt'>" +
      tableOf(
        "height=20 style='height:15.0pt'",
        "<td height=20 class=xl65 style='height:15.0pt'>",
        "</td>",
        "<br style='mso-data-placement:same-cell;' />",
      ) +
      "<!--EndFragment--></table></body></html>",
  },
  "Google Sheets": {
    text: quoted,
    html:
      "<meta charset='utf-8'><google-sheets-html-origin><style type=\"text/css\"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style>" +
      '<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed" data-sheets-root="1">' +
      '<colgroup><col width="100"/><col width="100"/></colgroup><tbody>' +
      tableOf(
        'style="height:21px;"',
        `<td style="overflow:hidden;padding:2px 3px" data-sheets-value="{&quot;1&quot;:2}">`,
        "</td>",
      ) +
      "</tbody></table>",
  },
  "Google Docs": {
    text: broken.replaceAll("\r\n", "\n"),
    html:
      '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-6f1"><div dir="ltr" style="margin-left:0pt;" align="left">' +
      '<table style="border:none;border-collapse:collapse;"><colgroup><col width="150"/></colgroup><tbody>' +
      tableOf(
        'style="height:0pt"',
        '<td style="border-left:solid #000 1pt"><p dir="ltr" style="line-height:1.2;"><span style="font-size:11pt">',
        "</span></p></td>",
        '</span></p><p dir="ltr"><span style="font-size:11pt">',
      ) +
      "</tbody></table></div><br /></b>",
  },
  Word: {
    text: `${broken}\r\n`,
    html:
      '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>' +
      "<meta name=ProgId content=Word.Document><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->" +
      "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=NL><!--StartFragment-->" +
      "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>" +
      tableOf(
        "style='mso-yfti-irow:0'",
        "<td width=151 valign=top style='width:113.2pt'><p class=MsoNormal style='margin-bottom:0cm'>",
        "<o:p></o:p></p></td>",
        "<o:p></o:p></p><p class=MsoNormal>",
      ) +
      "</table><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>",
  },
  Outlook: {
    text: `${broken}\r\n`,
    html:
      "<html><head><meta name=Generator content='Microsoft Word 15 (filtered medium)'></head><body lang=NL><div class=WordSection1>" +
      "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0>" +
      tableOf(
        "",
        "<td style='padding:0cm 5.4pt'><p class=MsoNormal><span lang=NL>",
        "</span><o:p></o:p></p></td>",
      ) +
      "</table><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>",
  },
  Teams: {
    text: ALL.map((cells) => cells.join("\n")).join("\n"),
    html:
      "<html><body><!--StartFragment--><div><div itemprop='copy-paste-table'><table style='font-size:14px;width:100%' itemprop='copy-paste-table'><tbody>" +
      tableOf("", "<td style='border:1px solid'><p>&nbsp;", "</p></td>") +
      "</tbody></table></div></div><!--EndFragment--></body></html>",
  },
  "LibreOffice Calc": {
    text: quoted,
    html:
      '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title></head><body>' +
      '<table cellspacing="0" border="0"><colgroup width="85"></colgroup>' +
      tableOf("", '<td height="17" align="left"><font face="Liberation Sans">', "</font></td>") +
      "</table></body></html>",
  },
};
