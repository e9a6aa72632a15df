import jsQR from "jsqr";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function makePlan(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.getByLabel("Naam van het plan").fill("Invoering OKE");
  await page.getByLabel("Je naam").fill("Anja");
  await page.getByRole("radio", { name: "Onderwijs" }).check();
  await page.getByRole("button", { name: "Plan maken" }).click();
  await page.getByTestId("matrix").waitFor();
}

test("[U44] a new plan offers its owner a link of their own, which a phone reads and comes back by", async () => {
  const { page } = await people.person();
  await makePlan(page);
  const card = page.getByTestId("access-card");
  await card.getByRole("heading", { name: "Bewaar je toegang" }).waitFor();
  await page.reload();
  await card.getByRole("button", { name: "Eigenaarslink maken voor Invoering OKE" }).click();
  const link = await card.getByTestId("share-link").inputValue();
  const mail = await card.getByRole("link", { name: "Mailen" }).getAttribute("href");
  expect(decodeURIComponent(mail ?? "")).toContain(link);
  await card.getByTestId("qr-code").scrollIntoViewIfNeeded();
  const picture = PNG.sync.read(await card.getByTestId("qr-code").screenshot());
  expect(jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data).toBe(link);
  expect(await axeFaults(page, "access", "#wall")).toEqual([]);
  // What is shown once is not lost to a panel that takes its corner.
  await page
    .getByRole("button", { name: /^Activiteit toevoegen/u })
    .first()
    .click();
  await page.keyboard.type("Nulmeting");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByTestId("card").first().click();
  await page.getByTestId("activity-panel").waitFor();
  await card.waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });
  expect(await card.getByTestId("share-link").inputValue()).toBe(link);
  await card.getByRole("button", { name: "Kopiëren" }).click();
  await card.getByRole("button", { name: "Klaar" }).click();
  await card.waitFor({ state: "detached" });

  const phone = (await people.person("phone")).page;
  await phone.goto(link);
  await phone.getByText(/Anja nodigt je uit als eigenaar/u).waitFor();
  await phone.getByLabel("Je naam").fill("Anja");
  await phone.getByRole("radio", { name: "Onderwijs" }).check();
  await phone.getByRole("button", { name: "Meedoen" }).click();
  await phone.getByTestId("matrix").waitFor();
  await phone.getByRole("button", { name: "Delen", exact: true }).click();
  // Whoever came in is not asked, and finds it with sharing.
  expect(await phone.getByTestId("access-card").count()).toBe(0);
  await phone.getByText("Bewaar je toegang").click();
  await phone.getByRole("button", { name: "Eigenaarslink maken voor Invoering OKE" }).waitFor();
  await phone.getByText(/^Gemaakte links/u).click();
  await phone.getByText("Persoonlijke eigenaarslink", { exact: true }).waitFor();
});

test("[U44] it is put off with one press, stays away, and is back in sharing; the example does not ask", async () => {
  const { page } = await people.person("phone");
  await makePlan(page);
  const card = page.getByTestId("access-card");
  await card.getByRole("button", { name: "Later: onder Delen" }).click();
  await card.waitFor({ state: "detached" });
  await page.reload();
  await page.locator("html[data-keys]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Delen", exact: true }).click();
  await page.getByText("Bewaar je toegang").waitFor();
  expect(await card.count()).toBe(0);

  const looking = (await people.person()).page;
  await looking.goto(server.url);
  await looking.getByRole("button", { name: "Bekijk het voorbeeld" }).click();
  const dialog = looking.getByRole("dialog");
  await dialog.getByLabel("Je naam").fill("Piet");
  await dialog.getByRole("radio", { name: "ICT" }).check();
  await dialog.getByRole("button", { name: "Voorbeeld openen" }).click();
  await looking.getByTestId("card").first().waitFor();
  await looking.locator("html[data-keys]").waitFor({ state: "attached" });
  await looking.getByRole("button", { name: "Delen", exact: true }).click();
  await looking.getByTestId("share-role").first().waitFor();
  expect(await looking.getByTestId("access-card").count()).toBe(0);

  // Who leads but does not own has no owner's link to keep.
  const plan = await createPlan(server.url, { template: "blank" });
  const fenna = await join(server.url, plan.keys.facilitator, "Fenna");
  const facilitator = (await people.person()).page;
  await openWall(facilitator, server, plan, fenna.cookie);
  await facilitator.getByRole("button", { name: "Delen", exact: true }).click();
  await facilitator.getByTestId("share-role").first().waitFor();
  expect(await facilitator.getByText("Bewaar je toegang").count()).toBe(0);
});
