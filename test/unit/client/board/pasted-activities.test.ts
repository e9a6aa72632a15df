import { pastedActivities } from "@planwand/client/features/board/pasted-activities.ts";
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

test("ux Q1: whatever is pasted, titles are there and not too long, and there are not too many", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (text) => {
      const rows = pastedActivities(text);
      expect(rows.length).toBeLessThanOrEqual(200);
      for (const { title } of rows) expect(title.length > 0 && title.length <= 120).toBe(true);
    }),
  );
});
