import type { Page } from "playwright-core";

/** What a program puts on the clipboard. */
export interface Clipboard {
  readonly text: string;
  readonly html?: string;
}

/** Pastes into whatever has the focus. */
export function paste(page: Page, content: Clipboard): Promise<void> {
  return page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html !== undefined) clipboardData.setData("text/html", html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, content);
}

/** Puts it on the clipboard as another program does, and pastes it with the keys for that. */
export async function pasteFromClipboard(page: Page, { text, html }: Clipboard): Promise<void> {
  await page.evaluate(
    (content) => {
      document.addEventListener(
        "copy",
        (event) => {
          event.clipboardData?.setData("text/plain", content.text);
          event.clipboardData?.setData("text/html", content.html);
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { once: true, capture: true },
      );
    },
    { text, html: html ?? "" },
  );
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
}

/** A message of Outlook with a list in it; its plain text has tabs behind the bullets. */
export const MAIL = {
  text: [
    "Beste allen,",
    "",
    "Zoals besproken nemen we deze acties mee:",
    "•\tProcesplaat maken (Anja, voor 1 okt)",
    "•\tKoppelvlakken kiezen – ICT",
    "o\teerst flow 3",
    "o\tdaarna flow 5",
    "•\tReglement naar de EC",
    "",
    "Met vriendelijke groet,",
    "M. de Vries",
    "Projectleider OKE",
    "",
  ].join("\r\n"),
  html:
    "<html><body lang=NL><p class=MsoNormal>Beste allen,<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>" +
    "<p class=MsoNormal>Zoals besproken nemen we deze acties mee:</p>" +
    "<ul type=disc><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Procesplaat maken (Anja, voor 1 okt)<o:p></o:p></li>" +
    "<li class=MsoListParagraph>Koppelvlakken kiezen – ICT<ul><li>eerst flow 3</li><li>daarna flow 5</li></ul></li>" +
    "<li class=MsoListParagraph>Reglement naar de EC</li></ul><p class=MsoNormal>&nbsp;</p>" +
    "<p class=MsoNormal>Met vriendelijke groet,</p><p class=MsoNormal>M. de Vries<br>Projectleider OKE</p></body></html>",
} as const satisfies Clipboard;

/** A paragraph of Word that is an item of a list. */
function wordItem(level: number, marker: string, text: string): string {
  return (
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]>` +
    `<span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`
  );
}

/** A list of Word with levels, broken by a sentence, after which it goes on counting. */
export const WORD_LIST: Clipboard = {
  text: "1.\tVoorbereiden\r\na.\tRooster maken\r\nb.\tLokalen regelen\r\n2.\tAfnemen\r\nTussenzin\r\n3.\tNakijken\r\n",
  html: [
    "<html><body>",
    wordItem(1, "1.", "Voorbereiden"),
    wordItem(2, "a.", "Rooster maken"),
    wordItem(2, "b.", "Lokalen regelen"),
    wordItem(1, "2.", "Afnemen"),
    "<p class=MsoNormal>Tussenzin</p>",
    wordItem(1, "3.", "Nakijken"),
    "</body></html>",
  ].join(""),
};

/** A table of Word with a title over it, a cell that goes on for two rows, and bullets in a cell. */
export const WORD_TABLE: Clipboard = {
  text: "Fase 1: Analyse\r\nWat\tWaarom\tResultaat\tWie\r\nProcesplaat maken\tZicht op nu\tProcesplaat\t·\tExamenbureau\r\n",
  html:
    "<html><body><table><tr><td colspan=4><p><b>Fase 1: Analyse</b></p></td></tr>" +
    "<tr><td><p><b>Wat</b></p></td><td><p>Waarom</p></td><td><p>Resultaat</p></td><td><p>Wie</p></td></tr>" +
    "<tr><td><p>Procesplaat maken</p></td><td rowspan=2><p>Zicht op nu</p></td><td><p>Procesplaat</p><p>en lijst</p></td>" +
    `<td>${wordItem(1, "·", "Examenbureau")}${wordItem(1, "·", "ICT")}</td></tr>` +
    "<tr><td><p>Koppelvlakken kiezen</p></td><td><p>Lijst</p></td><td><p>ICT</p></td></tr></table></body></html>",
};

const item = (style: string, text: string): string => `<p class=MsoNormal style='${style}'>${text}</p>`;
const cells = (row: string): string => `<table>${row}</table>`;

/** What programs put on the clipboard, and what of it stands in a text afterwards, without attributes. */
export const RICH_PASTES: Readonly<Record<string, readonly [html: string, kept: string]>> = {
  "a table of Excel": [
    "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><!--StartFragment--><table border=0><tr><td>Toets</td><td>Datum</td></tr>" +
      "<tr><td>Nederlands<br>mondeling</td><td><b>2-3-2027</b></td></tr></table><!--EndFragment--></body></html>",
    "<p>Toets\u2003Datum</p><p>Nederlands mondeling\u2003<strong>2-3-2027</strong></p>",
  ],
  "merged cells": [
    cells(
      "<tr><td colspan=2>Analyse</td><td>Wie</td></tr><tr><td rowspan=2>Beleid</td><td>Een</td><td>Anja</td></tr>" +
        "<tr><td>Twee</td><td></td></tr>",
    ),
    "<p>Analyse\u2003Wie</p><p>Beleid\u2003Een\u2003Anja</p><p>Beleid\u2003Twee</p>",
  ],
  "a table in the layout of a message": [
    cells(
      `<tr><td><p>Beste allen,</p><p>Zie:</p>${cells("<tr><td>Toets</td><td><p>ma</p><p>di</p></td></tr>")}</td></tr>`,
    ),
    "<p>Beste allen,</p><p>Zie:</p><p>Toets\u2003ma di</p>",
  ],
  "bullets of Word on three levels": [
    wordItem(1, "·", "Een") +
      wordItem(2, "o", "Onder een") +
      wordItem(3, "§", "Diep") +
      wordItem(1, "·", "Twee"),
    "<ul><li><p>Een</p><ul><li><p>Onder een</p><ul><li><p>Diep</p></li></ul></li></ul></li><li><p>Twee</p></li></ul>",
  ],
  "a list of Word that goes on by its letters": [
    wordItem(1, "c.", "Derde") + wordItem(1, "d.", "Vierde"),
    "<p>c. Derde</p><p>d. Vierde</p>",
  ],
  "articles of Word": [
    wordItem(1, "1.", "Artikel") + wordItem(2, "1.1.", "Lid"),
    "<p>1. Artikel</p><p>\u20031.1. Lid</p>",
  ],
  "Google Docs": [
    "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'><ol style='margin-top:0'><li dir=ltr aria-level=1><p>" +
      "<span style='font-weight:400'>Voorbereiden</span></p></li><ol><li aria-level=2><p><span style='font-weight:700'>Rooster</span></p></li></ol>" +
      "<li aria-level=1><p><span>Afnemen</span></p></li></ol><p><span>Tussenzin</span></p><ol start=3><li><p><span>Nakijken</span></p></li></ol></b>",
    "<ol><li><p>Voorbereiden</p><ol><li><p><strong>Rooster</strong></p></li></ol></li><li><p>Afnemen</p></li></ol>" +
      "<p>Tussenzin</p><p>3. Nakijken</p>",
  ],
  "Word on the web": [
    [
      ["ol", 1, 1, "Voorbereiden"],
      ["ol", 2, 1, "Rooster"],
      ["ol", 1, 2, "Afnemen"],
    ]
      .map(
        ([list, level, at, text]) =>
          `<div class=ListContainerWrapper><${String(list)} start=${String(at)}><li data-aria-posinset=${String(at)} data-aria-level=${String(level)}>` +
          `<p class=Paragraph><span>${String(text)}</span></p></li></${String(list)}></div>`,
      )
      .join(""),
    "<ol><li><p>Voorbereiden</p><ol><li><p>Rooster</p></li></ol></li><li><p>Afnemen</p></li></ol>",
  ],
  "a list of Outlook in an item of its own": [
    "<ul><li>Een</li><li style='list-style:none'><ul><li>Onder een</li></ul></li><li><p>Twee</p><p>met meer</p></li></ul>",
    "<ul><li><p>Een</p><ul><li><p>Onder een</p></li></ul></li><li><p>Twee</p><p>met meer</p></li></ul>",
  ],
  "bullets of Teams as paragraphs": [
    item("", "Acties:") +
      item("margin-left:36pt", "·&nbsp;&nbsp; Een") +
      item("", "o&nbsp;&nbsp; Onder een") +
      item("", "o ja, dit"),
    "<p>Acties:</p><ul><li><p>Een</p><ul><li><p>Onder een</p></li></ul></li></ul><p>o ja, dit</p>",
  ],
  "a list that begins at four": [
    "<ol start=4><li>Vier<ul><li>deel</li></ul></li><li><p>Vijf</p></li></ol>",
    "<p>4. Vier</p><ul><li><p>deel</p></li></ul><p>5. Vijf</p>",
  ],
};
