import { joinResponse } from "@planwand/shared/protocol/http.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { createPlan, join, postJson, type RunningServer, startServer } from "../builders/server.ts";
import { openWall, useSession } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function askToLeave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Uitloggen op dit apparaat" }).click();
  await page.getByRole("dialog").waitFor();
}

/** What the secret of a link gives to somebody who comes new. */
async function roleBy(link: string): Promise<string> {
  const key = new URL(link).hash.slice(1);
  const joined = await postJson(`${server.url}/api/join`, { key, name: "Later", circle: "ict" });
  return joinResponse.parse(await joined.json()).role;
}

test("[A19] the last owner is warned before leaving the device, makes a link there, and comes back by it as owner", async () => {
  const plan = await createPlan(server.url, { title: "Alleen van Anja", template: "blank" });
  const second = await createPlan(server.url, { title: "Ook van Bram", template: "blank" }, plan.cookie);
  await join(server.url, second.keys.owner, "Bram");
  const { page } = await people.person();
  await openWall(page, server, plan, second.cookie);
  await askToLeave(page);
  const warning = page.getByTestId("sole-owner");
  await warning.getByText("Alleen van Anja").waitFor();
  expect(await warning.getByText("Ook van Bram").count()).toBe(0);
  expect(await axeFaults(page, "leaving")).toEqual([]);
  await page.getByRole("button", { name: "Uitloggen zonder link" }).waitFor();
  await warning.getByRole("button", { name: "Eigenaarslink maken voor Alleen van Anja" }).click();
  const link = await warning.getByTestId("share-link").inputValue();
  await warning.getByTestId("qr-code").waitFor();
  const mail = decodeURIComponent(
    (await warning.getByRole("link", { name: "Mailen" }).getAttribute("href")) ?? "",
  );
  expect(mail).toContain(link);
  expect(mail).toContain("Alleen van Anja");
  await page.getByRole("button", { name: "Uitloggen zonder link" }).waitFor();
  await warning.getByRole("button", { name: "Kopiëren" }).click();
  await page.getByRole("button", { name: "Uitloggen en wissen" }).click();
  await page.getByRole("heading", { name: "Nieuw plan" }).waitFor();
  expect(await roleBy(link)).toBe("owner");
});

test("[A19] whoever is not the last owner is not warned, and one who kept an unused link is reminded of it", async () => {
  const plan = await createPlan(server.url, { title: "Met een link", template: "blank" });
  await postJson(`${server.url}/api/plans/${plan.plan.id}/keys`, { role: "owner" }, plan.cookie);
  const owner = await people.person();
  await openWall(owner.page, server, plan);
  await askToLeave(owner.page);
  await owner.page
    .getByTestId("sole-owner")
    .getByText(/eigenaarslink gemaakt die nog niet is gebruikt/)
    .waitFor();
  const editor = await people.person("phone");
  const bram = await join(server.url, plan.keys.editor, "Bram");
  await openWall(editor.page, server, plan, bram.cookie);
  await askToLeave(editor.page);
  await editor.page.getByRole("button", { name: "Uitloggen en wissen" }).waitFor();
  expect(await editor.page.getByTestId("sole-owner").count()).toBe(0);
});

test("[C17] a plan that is taken off the list is put on again at once, or found below it after a reload; the last owner is asked first", async () => {
  const plan = await createPlan(server.url, { title: "Vergeten plan", template: "blank" });
  const shared = await createPlan(server.url, { title: "Gedeeld plan", template: "blank" });
  const bram = await join(server.url, shared.keys.editor, "Bram", plan.cookie);
  const { page, context } = await people.person();
  await useSession(context, server, bram.cookie);
  for (const { id } of [plan.plan, shared.plan]) {
    await page.goto(`${server.url}/plan/${id}`);
    await page.getByTestId("cell").first().waitFor();
  }
  await page.goto(server.url);
  const listed = page.locator("[data-recent]");
  const forget = (title: string) => page.getByRole("button", { name: `${title} uit deze lijst halen` });
  await expect.poll(() => listed.count()).toBe(2);

  await forget("Gedeeld plan").click();
  await expect.poll(() => listed.count()).toBe(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("LI");
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => listed.count()).toBe(2);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Gedeeld plan");

  await page.reload();
  await expect.poll(() => listed.count()).toBe(2);
  const asked = page.waitForResponse((response) => response.url().endsWith("/api/me"));
  await page.reload();
  await asked;
  await forget("Vergeten plan").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Eigenaarslink maken voor Vergeten plan" }).click();
  const link = await dialog.getByTestId("share-link").inputValue();
  await dialog.getByRole("button", { name: "Kopiëren" }).click();
  await dialog.getByRole("button", { name: "Uit de lijst halen", exact: true }).click();
  await expect.poll(() => listed.count()).toBe(1);
  await page.reload();
  await page.getByText("Uit de lijst gehaald (1)").click();
  expect(await axeFaults(page, "start, a plan taken off the list")).toEqual([]);
  await page.getByRole("button", { name: "Terugzetten in de lijst: Vergeten plan" }).click();
  await expect.poll(() => listed.count()).toBe(2);
  await page.getByRole("link", { name: /^Vergeten plan/ }).click();
  await page.getByTestId("cell").first().waitFor();
  expect(await roleBy(link)).toBe("owner");
});
