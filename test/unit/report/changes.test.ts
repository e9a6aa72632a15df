import { expect, test } from "vitest";
import { makeDocx } from "@planwand/server/exports/word/docx.ts";
import { makeMarkdown } from "@planwand/server/exports/markdown.ts";
import { makePdf } from "@planwand/server/exports/pdf/make-pdf.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import type { Activity, Plan } from "@planwand/shared/plan/schema.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import { strFromU8, unzipSync } from "fflate";
import { pdfText } from "../../builders/pdf.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { reportText } from "../../builders/report-text.ts";

const { plan: adopted } = reportSource();
const [first, second, third, ...rest] = adopted.activities;
if (first === undefined || second === undefined || third === undefined) throw new Error("three activities");
const [phase = { id: "", name: "" }, other = { id: "", name: "" }] = adopted.phases.filter(
  ({ id }) => id !== first.phase,
);
const from = adopted.phases.find(({ id }) => id === first.phase);
const domain = adopted.domains.find(({ id }) => id === first.domain);

const extra: Activity = { ...second, id: "nieuwe-kaart", title: "Surveillanten bijpraten" };
const now: Plan = {
  ...adopted,
  ambition: `${adopted.ambition} En wel dit schooljaar.`,
  activities: [
    { ...first, phase: phase.id },
    { ...second, end: "2027-05-31", what: `Vooraf bellen. ${second.what}` },
    ...rest,
    extra,
  ],
};

const explained = { activity: first.id, by: "member-1234", at: 1, seq: 7 } as const;
const journal: Journal = {
  ...EMPTY_JOURNAL,
  seq: 8,
  members: new Map([["member-1234", { id: "member-1234", name: "Anja", circle: "ict" }]]),
  explanations: [
    {
      ...explained,
      field: "phase",
      from: first.phase ?? "",
      to: phase.id,
      reason: "De leverancier is later.",
    },
  ],
};

const source: ReportSource = {
  ...reportSource(now, journal),
  since: { version: "1.0", adoptedBy: "MT", adoptedOn: "2026-11-02", plan: adopted, journal: EMPTY_JOURNAL },
};

function changesIn(language: "nl" | "en", more: Readonly<Record<string, string>> = {}): string {
  const report = composeReport(source, optionsOf({ language, ...more }));
  return reportText({ ...report, sections: report.sections.filter(({ id }) => id === "changes") });
}

test("[RPT11] domain W7b: what changed since the last version, with the reasons, in Dutch", () => {
  const text = changesIn("nl");
  expect(text).toContain("Wat er veranderde sinds versie 1.0");
  expect(text).toContain("vastgesteld door MT op 2 november 2026");
  expect(text).toContain(`Van ${from?.name} · ${domain?.name} naar ${phase.name} · ${domain?.name}`);
  expect(text).toContain("Reden: De leverancier is later. (Anja)");
  expect(text).toContain(`Activiteit: Surveillanten bijpraten (A${now.activities.length})`);
  expect(text).toContain(`Weg (1)\nActiviteit: ${third.title}`);
  expect(text).toMatch(/Klaar op: (van .+ naar )?31 mei 2027/u);
  expect(text).toMatch(/Ambitie: .*En wel dit schooljaar\./u);
  expect(text).toMatch(/Gemiddelde voortgang|Dat is niet veranderd/u);
});

test("[RPT11] in English every word of ours is English", () => {
  const text = changesIn("en");
  expect(text).toContain("What changed since version 1.0");
  expect(text).toContain("Moved (1)");
  expect(text).toContain("Reason: De leverancier is later. (Anja)");
  expect(text).not.toMatch(/Reden|Nieuw|Verplaatst|Klaar op|Gewijzigd/u);
});

test("[RPT11] a part of the plan tells what belongs to it, and without a version there is no such chapter", () => {
  expect(changesIn("nl", { phase: phase.id })).toContain(first.title);
  expect(changesIn("nl", { phase: phase.id })).not.toContain("schooljaar");
  expect(changesIn("nl", { phase: other.id })).not.toContain(first.title);
  const without = composeReport(reportSource(now, journal), optionsOf());
  expect(without.sections.map(({ id }) => id)).not.toContain("changes");
  const same = { ...source, plan: adopted, journal: EMPTY_JOURNAL };
  expect(reportText(composeReport(same, optionsOf()))).toContain("Er is sindsdien niets veranderd.");
});

test("[RPT11] Word, PDF and Markdown have it, with old text struck through", async () => {
  // A part is enough: laying out the whole plan takes long and says nothing more.
  const options = optionsOf({ phase: second.phase ?? "" });
  const word = strFromU8(
    unzipSync(await makeDocx({ source, options }))["word/document.xml"] ?? new Uint8Array(),
  );
  expect(word).toContain("Wat er veranderde sinds versie 1.0");
  expect(word.replace(/<[^>]+>/g, "")).toContain("Reden: De leverancier is later. (Anja)");
  expect(word).toContain("Vooraf bellen.");
  expect(pdfText(await makePdf({ source, options }))).toMatch(/Wat er veranderde\s+sinds versie 1\.0/u);
  const renamed = { ...now, activities: now.activities.map((one) => ({ ...one, what: one.what.slice(3) })) };
  const input = { source: { ...source, plan: renamed }, options };
  expect(new TextDecoder().decode(await makeMarkdown(input))).toMatch(/~~[^~]+~~/u);
  const struck = unzipSync(await makeDocx(input))["word/document.xml"] ?? new Uint8Array();
  expect(strFromU8(struck)).toContain("<w:strike/>");
});
