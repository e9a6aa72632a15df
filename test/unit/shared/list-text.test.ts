import { isListSign, withoutListSign } from "@planwand/shared/exchange/list-sign.ts";
import { readList } from "@planwand/shared/exchange/list-text.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

/** What of a text is an item, with what stands under it, and what stands around it. */
function shapeOf(text: string): { items: unknown[]; beside: string[] } | null {
  const lines = readList(text);
  if (lines === null) return null;
  return {
    items: lines.flatMap(({ title, below, isBeside }) =>
      isBeside ? [] : [below.length === 0 ? title : [title, ...below]],
    ),
    beside: lines.flatMap(({ title, isBeside }) => (isBeside ? title : [])),
  };
}

const MAIL = [
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
  "T 06-12345678",
].join("\r\n");

test("[EX16] a list in a message: its items, what stands under them, and neither greeting nor signature", () => {
  expect(shapeOf(MAIL)).toEqual({
    items: [
      "Procesplaat maken (Anja, voor 1 okt)",
      ["Koppelvlakken kiezen – ICT", "eerst flow 3", "daarna flow 5"],
      "Reglement naar de EC",
    ],
    beside: [
      "Beste allen,",
      "Zoals besproken nemen we deze acties mee:",
      "Met vriendelijke groet,",
      "M. de Vries",
      "Projectleider OKE",
      "T 06-12345678",
    ],
  });
});

test("[EX16] the actions in minutes, without the minutes", () => {
  const minutes =
    "Notulen OKE 12-10-2026\n\nAanwezig: Anja, Piet\n\nActies\n- Procesplaat maken (Anja)\n- Koppelvlakken kiezen (Piet)\n";
  expect(shapeOf(minutes)).toEqual({
    items: ["Procesplaat maken (Anja)", "Koppelvlakken kiezen (Piet)"],
    beside: ["Notulen OKE 12-10-2026", "Aanwezig: Anja, Piet", "Acties"],
  });
});

test("[EX16] a message without a list is its lines, without greeting, lead-in and signature", () => {
  const text = "Hoi Anja,\n\nWil je dit opnemen:\nProcesplaat maken\nRollen vastleggen\n\nGroeten,\nPiet";
  expect(shapeOf(text)).toEqual({
    items: ["Procesplaat maken", "Rollen vastleggen"],
    beside: ["Hoi Anja,", "Wil je dit opnemen:", "Groeten,", "Piet"],
  });
});

test.each([
  ["1.\tEen\n2.\tTwee\n•\tDrie\nRollen", ["Een", "Twee", "Drie", "Rollen"]],
  ["1.\tEen\na.\tOnder een\nb.\tOok\n2.\tTwee", [["Een", "Onder een", "Ook"], "Twee"]],
  ["1. Een\n1.1. Onder een\n2. Twee", [["Een", "Onder een"], "Twee"]],
  ["1.\tEen\n1.1\tOnder een\n2.\tTwee", [["Een", "Onder een"], "Twee"]],
  ["•\tEen\no\tOnder\n▪\tDiep\n•\tTwee", [["Een", "Onder", "Diep"], "Twee"]],
  ["\uf0b7\tEen\n\uf0a7\tTwee", ["Een", "Twee"]],
  ["- Een\n  - Onder\n    - Diep\n  - Weer\n- Twee", [["Een", "Onder", "Diep", "Weer"], "Twee"]],
  ["* Een\n\t* Onder\n* Twee", [["Een", "Onder"], "Twee"]],
  ["•Een\n•Twee", ["Een", "Twee"]],
  ["☐\tEen\n☑\tTwee", ["Een", "Twee"]],
  ["(1) Een\n(2) Twee", ["Een", "Twee"]],
  ["• Een die langer is\n  dan een regel\n• Twee", ["Een die langer is dan een regel", "Twee"]],
  ["• Een die langer is\ndan een regel\n• Twee", ["Een die langer is dan een regel", "Twee"]],
  ["• \n• Twee\n•", ["Twee"]],
  ["- Een\n\n2. Twee\n• Drie\n3 gesprekken voeren", ["Een", "Twee", "Drie", "3 gesprekken voeren"]],
])("[EX16] %j is a list", (text, items) => {
  expect(shapeOf(text)).toEqual({ items, beside: [] });
});

test.each([
  ["Procesplaat maken\nRollen vastleggen"],
  ["Activiteit\tStatus\nProcesplaat\tBezig"],
  ["1.\tProcesplaat\tBezig\n2.\tRollen\tGepland"],
  ["Een\nTwee\nDrie\n- Vier"],
  ["A. de Vries\nB. Jansen"],
  ["12.00 uur overleg\n1.5 fte zoeken"],
  [""],
])("[EX16] %j is no list", (text) => {
  expect(readList(text)).toBeNull();
});

test("[EX16] a sign is known by itself and before a text, and initials, hours and sums are none", () => {
  for (const sign of ["•", "1.", "2)", "(3)", "a.", "b)", "o", "-", "–", "§", "\uf0b7", "1.2", "iv."])
    expect(isListSign(sign), sign).toBe(true);
  for (const text of [
    "",
    "Rollen",
    "2027",
    "1-3-2027",
    "A. de Vries",
    "12.00 uur",
    "1.5 fte",
    "o ja",
    "-5",
  ]) {
    expect(isListSign(text), text).toBe(false);
    expect(withoutListSign(text), text).toBe(text);
  }
});

test("[EX16] whatever the text, no word of it is lost: each is in an item, under one, or beside the list", () => {
  const sign = fc.constantFrom("•\t", "o\t", "1.\t", "a.\t", "- ", "  - ", "\t• ", "");
  const words = fc.constantFrom(
    "Procesplaat maken",
    "en rollen",
    "Beste allen,",
    "Acties:",
    "Groet,",
    "2027",
    "",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(sign, words), { maxLength: 12 }), (lines) => {
      const read = readList(lines.map((line) => line.join("")).join("\n"));
      if (read === null) return;
      const told = read.flatMap(({ title, below }) => [title, ...below]).join(" ");
      const said = lines.map(([, text]) => text).filter((text) => text !== "");
      expect(told).toBe(said.join(" "));
    }),
  );
});
