import { linesBeside, pastedActivities } from "@planwand/client/features/board/pasted-activities.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("ux Q1: every line is an activity, without the signs of a list and without empty lines", () => {
  expect(
    pastedActivities("- Nulmeting doen\r\n\r\n2. Rollen vastleggen\n• Opleiden\n3 gesprekken voeren"),
  ).toEqual([
    { title: "Nulmeting doen" },
    { title: "Rollen vastleggen" },
    { title: "Opleiden" },
    { title: "3 gesprekken voeren" },
  ]);
});

test("ux Q1: rows of a sheet are read by their headings, Dutch or English, in any order", () => {
  const sheet = [
    "Status\tActiviteit\tEigenaar\tStartdatum\tKlaar op\tResultaat",
    "Bezig\tHandboek schrijven\tAnja\t1-2-2027\t31-03-2027\tHandboek",
    "raar\tPilot\t\tmorgen\t31-02-2027\t",
  ].join("\n");
  expect(pastedActivities(sheet)).toEqual([
    {
      title: "Handboek schrijven",
      status: "active",
      start: "2027-02-01",
      end: "2027-03-31",
      result: "Handboek",
    },
    { title: "Pilot" },
  ]);
  expect(pastedActivities("Title\tEnd\nPilot\t2027-05-01")).toEqual([{ title: "Pilot", end: "2027-05-01" }]);
});

test("ux Q1: without headings the first column is the title", () => {
  expect(pastedActivities("Pilot\tiets\nLivegang\tanders")).toEqual([
    { title: "Pilot" },
    { title: "Livegang" },
  ]);
});

test("ux Q1: a tab after a sign or number is no column, and what stands under an item are its steps", () => {
  expect(pastedActivities("1.\tEen\r\n2.\tTwee\r\n•\tDrie\r\nRollen").map(({ title }) => title)).toEqual([
    "Een",
    "Twee",
    "Drie",
    "Rollen",
  ]);
  const mail =
    "Beste allen,\r\n\r\n•\tProcesplaat maken\r\no\teerst flow 3\r\n•\tRollen\r\n\r\nGroeten,\r\nPiet";
  expect(pastedActivities(mail)).toEqual([
    { title: "Procesplaat maken", steps: ["eerst flow 3"] },
    { title: "Rollen" },
  ]);
  expect(linesBeside(mail)).toEqual(["Beste allen,", "Groeten,", "Piet"]);
  expect(pastedActivities(mail, "", true).map(({ title }) => title)).toEqual([
    "Beste allen,",
    "Procesplaat maken",
    "Rollen",
    "Groeten,",
    "Piet",
  ]);
});

test("ux Q1: signs in a column of their own are none of the plan's, and headings may stand below a title", () => {
  expect(pastedActivities("☐\tPilot\tBezig\n☐\tLivegang\tGepland")).toEqual([
    { title: "Pilot" },
    { title: "Livegang" },
  ]);
  expect(pastedActivities("Fase 1: Analyse\nWat\tResultaat\nPilot\tVerslag")).toEqual([
    { title: "Pilot", result: "Verslag" },
  ]);
});

test("ux Q1: whatever is pasted, titles are there and not too long, and there are not too many", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (text) => {
      const rows = pastedActivities(text);
      expect(rows.length).toBeLessThanOrEqual(200);
      for (const { title } of rows) expect(title.length > 0 && title.length <= 120).toBe(true);
    }),
  );
});
