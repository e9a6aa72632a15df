import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { MAIL, paste } from "../builders/pasted.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays } from "../builders/wall-page.ts";

// A refusal is an answer of the server that the browser mentions on its console.
const people = usePeople([/status of 422/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const asFile = (name: string, content: Buffer | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

/** Activities without a phase or a domain, a day that is none, and a column that no plan has. */
const LOOSE = [
  "Activiteit;Klaar op;Kostenplaats",
  "Contracten nalopen;1-3-2027;12",
  "Rooster tekenen;voor de zomer;13",
].join("\n");
const LISTED = ["Activiteit;Fase;Klaar op", "Contracten nalopen;Verkenning;1-3-2027"].join("\n");

async function openFromFile(page: Page): Promise<Locator> {
  await page.goto(server.url);
  await page.getByRole("button", { name: "Nieuw plan uit bestand" }).click();
  const dialog = page.getByRole("dialog", { name: "Nieuw plan uit bestand" });
  await dialog.waitFor();
  return dialog;
}

/** Goes on to who makes it, and makes it. */
async function make(page: Page, dialog: Locator, name = ""): Promise<void> {
  await dialog.getByRole("button", { name: "Verder" }).click();
  if (name !== "") {
    await dialog.getByLabel("Je naam").fill(name);
    await dialog.getByRole("radio", { name: "ICT", exact: true }).check();
  }
  await dialog.getByRole("button", { name: "Plan maken" }).click();
  await page.waitForURL(/\/plan\/[^/]+$/u);
  await badgeSays(page, "saved");
}

test("[IMP3] a new plan from a file is told first: what comes in, what stays behind, what is asked", async () => {
  const { page } = await people.person();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(new URL(request.url()).search);
  });
  let dialog = await openFromFile(page);
  await dialog
    .locator("input[type=file]")
    .setInputFiles(asFile("plan.csv", "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n"));
  await dialog
    .getByRole("alert")
    .getByText("Uit een PDF kunnen we niets overnemen.", { exact: false })
    .waitFor();

  await dialog.locator("input[type=file]").setInputFiles(asFile("acties.csv", LOOSE));
  const size = dialog.getByTestId("import-summary");
  await size.getByText("2 activiteiten, 0 fasen, 0 domeinen. Bij 1 rij is een vraag.").waitFor();
  await dialog.getByText("2 activiteiten hebben geen fase of geen domein.", { exact: false }).waitFor();
  await dialog.getByText("Deze kolom gaat niet mee: Kostenplaats.").waitFor();
  await dialog.getByText("‘voor de zomer’ is geen datum.", { exact: false }).waitFor();
  expect(await axeFaults(page, "new plan from a file")).toEqual([]);
  expect(new Set(asked)).toEqual(new Set(["?dry=1"]));
  await dialog.getByRole("checkbox", { name: /Rooster tekenen/ }).uncheck();
  await size.getByText("1 activiteit, 0 fasen, 0 domeinen.").waitFor();
  await make(page, dialog, "Anja");

  // What the board says of it is true.
  const unplaced = page.getByTestId("unplaced");
  await unplaced
    .getByText("Deze activiteiten hebben nog geen fase of geen domein.", { exact: false })
    .waitFor();
  await unplaced.getByText("Voeg eerst een fase en een domein toe.", { exact: false }).waitFor();
  expect(await unplaced.getByTestId("card").count()).toBe(1);
  await page.getByText("Dit plan heeft nog geen fasen en geen domeinen.", { exact: false }).waitFor();

  await page.goto(server.url);
  await page.getByLabel("Naam van het plan").fill("Mijn naam");
  await page.getByRole("button", { name: "Nieuw plan uit bestand" }).click();
  dialog = page.getByRole("dialog", { name: "Nieuw plan uit bestand" });
  await dialog.locator("input[type=file]").setInputFiles(asFile("acties.csv", LISTED));
  await dialog.getByText("1 activiteit, 1 fase, 1 domein.").waitFor();
  await dialog.getByText("Wat geen domein noemt, komt in een nieuw domein ‘Algemeen’.").waitFor();
  await make(page, dialog);
  await page.getByTestId("cell").getByText("Contracten nalopen").waitFor();
  expect(await page.getByRole("textbox", { name: "Titel van het plan" }).inputValue()).toBe("Mijn naam");
});

test("[IMP3] a file of a plan and a pasted list make a plan in the same way", async () => {
  const source = await createPlan(server.url, { title: "Van vorig jaar" });
  const file = await fetch(`${server.url}/api/plans/${source.plan.id}/export/json`, {
    headers: { cookie: source.cookie },
  });
  const { page } = await people.person("phone");
  let dialog = await openFromFile(page);
  await dialog
    .locator("input[type=file]")
    .setInputFiles(asFile("plan.json", Buffer.from(await file.arrayBuffer())));
  await dialog.getByText("39 activiteiten, 5 fasen, 4 domeinen.").waitFor();
  // It comes as it is: nothing of it can be left out.
  expect(await dialog.getByRole("checkbox").count()).toBe(0);
  await make(page, dialog, "Anja");
  await page.getByTestId("card").first().waitFor();
  expect(await page.getByRole("textbox", { name: "Titel van het plan" }).inputValue()).toBe("Van vorig jaar");

  dialog = await openFromFile(page);
  await dialog.getByRole("textbox").focus();
  await paste(page, MAIL);
  await dialog.getByText("3 activiteiten, 0 fasen, 0 domeinen.").waitFor();
});
