import { nameChoiceKey } from "@planwand/shared/exchange/name-book.ts";
import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import { expect, test } from "vitest";
import { bookFile, csvFile, takenFile } from "../../builders/school-files.ts";

/* Days, statuses and names as schools write them: what a project leader expects of them. */

test("[EX36] weeks in many writings, of which the school year is asked once", () => {
  const file = csvFile([
    ["Wat", "Wie", "Periode"],
    ["Procesplaat maken", "Examenbureau", "wk 40-42"],
    ["Pilot draaien", "Opleidingsteams pilot", "wk 50 - wk 2"],
    ["Koppeling bouwen", "ICT", "week 44 t/m 46"],
    ["Evalueren", "OKE-werkgroep", "weken 20-21"],
  ]);
  expect(takenFile(file).problems).toHaveLength(4);
  expect(takenFile(file, { schoolYear: 2026 }).made.map(({ end }) => end)).toEqual([
    "2026-10-18",
    "2027-01-17",
    "2026-11-15",
    "2027-05-30",
  ]);
});

test("[EX36] blocks, seasons and school years are of a school of its own: each is told as it stands", () => {
  const { problems, made } = takenFile(
    csvFile([
      ["Activiteit", "Wie", "Wanneer"],
      ["Procesplaat maken", "Examenbureau", "P2"],
      ["Pilot draaien", "MT", "blok 3"],
      ["Uitrol", "MT", "sj 27/28"],
      ["Evalueren", "MT", "najaar 2026"],
    ]),
  );
  expect(problems).toEqual(["no-date P2", "no-date blok 3", "no-date sj 27/28", "no-date najaar 2026"]);
  expect(made.every(({ end }) => end === null)).toBe(true);
});

test("[EX37] traffic lights are a status, and each colour is asked once", async () => {
  const file = await bookFile({
    Voortgang: [
      ["Activiteit", "Wie", "Stoplicht"],
      ["Procesplaat maken", "Examenbureau", "🟢"],
      ["Koppeling bouwen", "ICT", "🟠"],
      ["Reglement vaststellen", "EC", "🔴"],
      ["Pilot draaien", "MT", "🟢"],
    ],
  });
  expect(takenFile(file).proposal.words.map(({ word, count }) => [word, count])).toEqual([
    ["🟢", 2],
    ["🟠", 1],
    ["🔴", 1],
  ]);
  const words = {
    [wordKey("activities", "status", "🟢")]: "active",
    [wordKey("activities", "status", "🟠")]: "active",
    [wordKey("activities", "status", "🔴")]: "blocked",
  };
  expect(takenFile(file, { words }).made.map(({ activity }) => activity.status)).toEqual([
    "active",
    "active",
    "blocked",
    "active",
  ]);
});

test("[EX38] names with what people are", () => {
  const file = csvFile([
    ["Actie", "Actiehouder", "Datum"],
    ["Procesplaat maken", "Anja de Vries (hoofd examenbureau)", "2-10-2026"],
    ["Koppeling bouwen", "Bram Bakker, functioneel beheerder", "6-11-2026"],
    ["Besluit nemen", "mevr. drs. P. Pieters - directeur", "20-11-2026"],
    ["Zaal boeken", "@Anja de Vries", "20-11-2026"],
  ]);
  const names = { [nameChoiceKey("parties", "Bram Bakker, functioneel beheerder")]: "new" as const };
  const { made } = takenFile(file, { names });
  expect(made.map(({ roles }) => roles["executor"])).toEqual([
    ["Anja de Vries (hoofd examenbureau)"],
    ["Bram Bakker, functioneel beheerder"],
    ["mevr. drs. P. Pieters - directeur"],
    ["Anja de Vries (hoofd examenbureau)"],
  ]);
});
