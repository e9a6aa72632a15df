import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, join, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Exporteren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Exporteren" });
  await dialog.waitFor();
  return dialog;
}

async function download(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Downloaden" }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("domain W5b, T7a: a moment is kept, adopted, compared with now, opened, put back and that undone", async () => {
  const plan = await createPlan(server.url);
  const planId = plan.plan.id;
  const wall = await joinWall(await people.person(), server.url, plan.keys.facilitator, "Anja");
  const { page } = wall;
  const view = `${server.url}/plan/${planId}/versions`;
  await page.goto(view);
  await page.getByText("Er zijn nog geen momentopnamen.", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Momentopname maken" }).click();
  await page.getByLabel("Naam").fill("Na de studiedag");
  await page.keyboard.press("Enter");
  const row = page.getByTestId("snapshot");
  await row.getByRole("heading", { name: "Na de studiedag" }).waitFor();

  await row.getByRole("button", { name: "Na de studiedag vaststellen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Vaststellen", exact: true }).click();
  await row.getByText("Versie 1.0").waitFor();
  expect(await row.innerText()).toContain("Vastgesteld door");

  await page.goto(`${server.url}/plan/${planId}`);
  await page.locator("[data-movable]").first().waitFor();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await dragMouse(
    page,
    await pointIn(wall.card(id), 40, 20),
    await pointIn(wall.cell("Ontwerp", "Processen"), 70, 60),
  );
  await page.mouse.up();
  await wall.untilIn(id, "Ontwerp", "Processen");
  await badgeSays(page, "saved");
  const { plan: moved } = await planOf(server.url, planId, plan.cookie);
  const title = moved.activities.find((activity) => activity.id === id)?.title ?? "";

  await page.goto(view);
  await page.getByRole("button", { name: "Na de studiedag vergelijken met nu" }).click();
  const changed = page.getByRole("region", { name: "Verplaatst (1)" });
  await changed.waitFor();
  expect(await changed.innerText()).toContain(title);
  expect(await changed.innerText()).toContain("Van Analyse · Processen naar Ontwerp · Processen");

  await page.goto(view);
  await page.getByRole("link", { name: "Na de studiedag openen" }).click();
  await page.getByTestId("past-banner").getByText("Versie 1.0", { exact: false }).waitFor();
  await wall.untilIn(id, "Analyse", "Processen");
  await wall.card(id).click();
  await page.getByRole("complementary", { name: "Activiteit" }).waitFor();
  expect(await page.locator("[contenteditable=true]").count()).toBe(0);
  expect(await page.getByTestId("sync-badge").count()).toBe(0);
  await page.getByRole("button", { name: "Filter", exact: true }).waitFor();
  expect(await page.getByTestId("attention-mark").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Ongedaan maken" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  const pastExport = await openExport(page);
  await pastExport.getByText("Je maakt het document van het moment dat je nu bekijkt.").waitFor();
  await pastExport.getByLabel("Als", { exact: true }).selectOption("Tekst (Markdown)");
  const version = await download(page);
  expect(version.name).toMatch(/_vastgesteld-1\.0\.md$/);
  expect(version.text).not.toContain("Wat er veranderde sinds");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Naar het plan van nu" }).click();
  await wall.untilIn(id, "Ontwerp", "Processen");

  const nowExport = await openExport(page);
  await nowExport.getByRole("heading", { name: "Wat er veranderde sinds versie 1.0" }).waitFor();
  await nowExport.getByLabel("Als", { exact: true }).selectOption("Tekst (Markdown)");
  const latest = await download(page);
  expect(latest.text).toContain("Van Analyse · Processen naar Ontwerp · Processen");
  await nowExport.getByLabel("Welk moment?").selectOption({ index: 1 });
  await nowExport
    .getByRole("heading", { name: "Wat er veranderde sinds versie 1.0" })
    .waitFor({ state: "detached" });
  expect(await download(page)).toEqual(version);
  await page.keyboard.press("Escape");

  await page.goto(view);
  await page.getByRole("button", { name: "Na de studiedag terugzetten" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Terugzetten", exact: true }).click();
  await page.getByText("Teruggezet.", { exact: false }).first().waitFor();
  const phaseOf = async () => {
    const { plan: now } = await planOf(server.url, planId, plan.cookie);
    const phase = now.activities.find((activity) => activity.id === id)?.phase;
    return now.phases.find((one) => one.id === phase)?.name;
  };
  await expect.poll(phaseOf).toBe("Analyse");
  await page.getByText("Automatisch bewaard (1)").waitFor();
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(phaseOf).toBe("Ontwerp");
});

test("ux C5: a moment is shared by a link that opens it, and shows its reader nothing to change", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.owner, "Anja");
  await page.goto(`${server.url}/plan/${plan.plan.id}/versions`);
  await page.getByRole("button", { name: "Momentopname maken" }).click();
  await page.getByLabel("Naam").fill("Voor het MT");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Link naar Voor het MT maken" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Link maken" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();

  const { page: other } = await people.person();
  await other.goto(link);
  await other.getByLabel("Je naam").last().fill("Vera");
  await other.getByRole("radio", { name: "ICT" }).last().check();
  await other.getByRole("button", { name: "Meedoen" }).click();
  await other.getByTestId("past-banner").getByText("Voor het MT", { exact: false }).waitFor();
  await other.getByTestId("matrix").waitFor();
  expect(other.url()).not.toContain("#");
  const { cookie } = await join(server.url, plan.keys.viewer, "Piet");
  expect(
    await fetch(`${server.url}/api/plans/${plan.plan.id}/moments/1`, { headers: { cookie } }),
  ).toMatchObject({
    status: 200,
  });
  await other.goto(`${server.url}/plan/${plan.plan.id}/versions`);
  await other.getByText("Een begeleider maakt momentopnamen", { exact: false }).waitFor();
  expect(await other.getByRole("button", { name: "Momentopname maken" }).count()).toBe(0);
});
