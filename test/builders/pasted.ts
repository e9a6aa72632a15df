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
