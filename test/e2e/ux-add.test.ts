import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function blankWalls(): Promise<[WallPage, WallPage]> {
  const plan = await createPlan(server.url, { template: "format" });
  const come = async (name: string) => joinWall(await people.person(), server.url, plan.keys.editor, name);
  return [await come("Anja"), await come("Bram")];
}

const paste = (wall: WallPage, text: string): Promise<void> =>
  wall.page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

const titlesIn = (wall: WallPage, phase: string, domain: string): Promise<string[]> =>
  wall
    .cell(phase, domain)
    .getByTestId("card")
    .evaluateAll((cards) => cards.map((card) => card.querySelector("button > span")?.textContent ?? ""));

test("ux Q1: five pasted lines are five activities after one question, and one step to undo", async () => {
  const [anja, bram] = await blankWalls();
  const cell = anja.cell("Analyse", "Processen");
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  const lines = ["Nulmeting", "Gesprekken", "Rollen", "Systemen", "Verslag"];
  await paste(anja, lines.map((line) => `- ${line}`).join("\n"));
  await cell.getByText("5 activiteiten toevoegen?").waitFor();
  await cell.getByRole("button", { name: "Annuleren" }).click();
  expect(await titlesIn(anja, "Analyse", "Processen")).toEqual([]);
  await paste(anja, lines.join("\n"));
  await cell.getByText("5 activiteiten toevoegen?").waitFor();
  await anja.page.keyboard.press("Enter");
  await bram.cell("Analyse", "Processen").getByRole("button", { name: "+1 meer" }).click();
  await expect.poll(() => titlesIn(bram, "Analyse", "Processen")).toEqual(lines);
  await anja.page.keyboard.press("Escape");
  await anja.page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => titlesIn(bram, "Analyse", "Processen")).toEqual([]);
});

test("ux Q1: rows from Excel bring their columns along, and Shift+Enter begins another activity", async () => {
  const [anja] = await blankWalls();
  const analyse = anja.cell("Analyse", "Processen");
  await analyse.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  const rows = [
    ["Status", "Activiteit", "Klaar op", "Onbekend"],
    ["Bezig", "Nulmeting", "31-1-2026", "x"],
    ["Afgerond", "Gesprekken", "2027-02-01", "y"],
  ];
  await paste(anja, rows.map((row) => row.join("\t")).join("\r\n"));
  await analyse.getByText("2 activiteiten toevoegen?").waitFor();
  await analyse.getByText("Eén kolom gaat zo niet mee: Onbekend.").waitFor();
  await analyse.getByRole("button", { name: "Zo toevoegen" }).click();
  await expect.poll(() => titlesIn(anja, "Analyse", "Processen")).toEqual(["Nulmeting", "Gesprekken"]);
  const faces = () => analyse.getByTestId("card").allInnerTexts();
  expect((await faces())[0]).toContain("Bezig");
  expect((await faces())[1]).toContain("Afgerond");
  expect((await faces())[0]).toContain("dagen over tijd");

  const ontwerp = anja.cell("Ontwerp", "Beleid");
  await ontwerp.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await anja.page.keyboard.type(`Reglement${"x".repeat(200)}`);
  await anja.page.keyboard.press("Shift+Enter");
  await anja.page.keyboard.type("Mandaat");
  expect(await ontwerp.getByRole("textbox").inputValue()).toBe(`Reglement${"x".repeat(111)}\nMandaat`);
  await anja.page.keyboard.press("Enter");
  await ontwerp.getByText("2 activiteiten toevoegen?").waitFor();
  await anja.page.keyboard.press("Enter");
  await expect
    .poll(() => titlesIn(anja, "Ontwerp", "Beleid"))
    .toEqual([`Reglement${"x".repeat(111)}`, "Mandaat"]);
  expect(await ontwerp.getByRole("textbox").inputValue()).toBe("");
});

test("ux Q2: a new card is there for somebody else", async () => {
  const [anja, bram] = await blankWalls();
  await anja
    .cell("Ontwerp", "Beleid")
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .click();
  await anja.page.keyboard.type("Reglement");
  await anja.page.keyboard.press("Enter");
  await expect.poll(() => titlesIn(bram, "Ontwerp", "Beleid")).toEqual(["Reglement"]);
});

test("ux Q3: leaving the field keeps what was typed, for the same cell", async () => {
  const [anja] = await blankWalls();
  const cell = anja.cell("Analyse", "Processen");
  const add = cell.getByRole("button", { name: /^Activiteit toevoegen/ });
  await add.click();
  await anja.page.keyboard.type("Half gety");
  await anja.page.getByTestId("sync-badge").focus();
  await add.waitFor();
  await add.click();
  expect(await cell.getByRole("textbox").inputValue()).toBe("Half gety");
  await anja.page.keyboard.press("Escape");
  await add.click();
  expect(await cell.getByRole("textbox").inputValue()).toBe("Half gety");
});
