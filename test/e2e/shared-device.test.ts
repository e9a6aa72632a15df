import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { frontOf } from "../builders/changing-worker.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { addActivity, badgeSays, openWall, pagesKept } from "../builders/wall-page.ts";
import type { BrowserContext, Page } from "playwright-core";

const people = usePeople([/WebSocket connection|Failed to load resource|ERR_CONNECTION|status of 40[13]/], {
  keepPages: true,
});
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  if (server.isAlive()) await server.stop();
});

/** All that this origin keeps in the browser beyond the tab: storage, databases and lasting cookies. */
async function leftBehind(context: BrowserContext, page: Page): Promise<string> {
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  const cookies = (await context.cookies()).filter((cookie) => cookie.expires > 0);
  return JSON.stringify({ ...kept, cookies });
}

test("[C16] on a shared device nothing of the person or the plan is left, and the badge says so when offline", async () => {
  const plan = await createPlan(server.url, { title: "Kanarieplan", template: "blank" });
  const { page, context } = await people.person();
  await page.goto(`${server.url}/join#${plan.keys.editor}`);
  await page.getByLabel("Je naam").fill("Kanarie de Vries");
  await page.getByRole("radio", { name: "Onderwijs" }).check();
  await page.getByLabel(/^Dit apparaat is niet alleen van mij/).check();
  await page.getByRole("button", { name: "Meedoen" }).click();
  await page.getByTestId("cell").first().waitFor();
  await badgeSays(page, "saved");
  await addActivity(page, "Kanariekaart");
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("radio", { name: "Compact" }).check();
  await page.keyboard.press("Escape");
  await badgeSays(page, "saved");
  const left = await leftBehind(context, page);
  expect(left).not.toContain("Kanarie");
  expect(left).not.toContain(plan.plan.id);
  expect(left).not.toContain("planwand_session");

  await page.reload();
  await page.getByText("Kanariekaart").waitFor();
  const other = await context.newPage();
  await other.goto(server.url);
  await other.getByRole("heading", { name: "Nieuw plan" }).waitFor();
  expect(await other.getByText("Kanarieplan").count()).toBe(0);
  await other.close();

  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Nog een");
  await page.getByTestId("sync-badge").getByText("1 wijziging nog niet bewaard").waitFor();
  await server.restart();
  await badgeSays(page, "saved");
});

test("[C16] leaving a device removes what it kept, ends the session, and names what is not saved", async () => {
  const plan = await createPlan(server.url, { title: "Kanarieplan", template: "blank" });
  const bram = await join(server.url, plan.keys.editor, "Bram Kanarie");
  const { page, context } = await people.person();
  await openWall(page, server, plan, bram.cookie);
  await addActivity(page, "Kanariekaart");
  await badgeSays(page, "saved");
  expect(await leftBehind(context, page)).toContain(plan.plan.id);

  const askToLeave = async (): Promise<void> => {
    await page.getByRole("button", { name: "Meer", exact: true }).click();
    await page.getByRole("button", { name: "Uitloggen op dit apparaat" }).click();
    await page.getByRole("dialog").waitFor();
  };
  await pagesKept(page);
  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Zonder verbinding");
  await askToLeave();
  await page.getByText("1 wijziging is nog niet opgeslagen en gaat verloren.").waitFor();
  await page.getByRole("button", { name: "Uitloggen en wissen" }).click();
  await page.getByText(/Uitloggen kan alleen met verbinding/).waitFor();
  await page.getByRole("button", { name: "Annuleren" }).first().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await server.restart();
  await badgeSays(page, "saved");

  await askToLeave();
  await page.getByRole("button", { name: "Uitloggen en wissen" }).click();
  await page.getByRole("heading", { name: "Nieuw plan" }).waitFor();
  await expect.poll(() => leftBehind(context, page)).not.toContain(plan.plan.id);
  expect(await leftBehind(context, page)).not.toContain("Kanarie");
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await page.getByRole("heading", { name: "Je hebt nog geen toegang tot dit plan" }).waitFor();
});

test("whoever may invite sees who has access and who of them is here", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const bram = await join(server.url, plan.keys.editor, "Bram");
  await join(server.url, plan.keys.viewer, "Chadia");
  const [anja, other] = [await people.person(), await people.person()];
  await openWall(anja.page, server, plan);
  await openWall(other.page, server, plan, bram.cookie);
  await anja.page.getByTestId("presence-avatar").nth(1).waitFor();
  await anja.page.getByRole("button", { name: "Delen", exact: true }).click();
  await anja.page.getByText("Wie heeft toegang? (3)").click();
  const person = (name: string) => anja.page.getByTestId("person-with-access").filter({ hasText: name });
  await expect.poll(() => person("Bram").innerText()).toMatch(/Bewerker, ICT, nu hier/);
  expect((await person("Chadia").innerText()).split("\n")).toContain("Meelezer, ICT");
});

test("a newer version is offered once it is ready, and is there after one press with the work kept", async () => {
  const front = await frontOf(server.port);
  const plan = await createPlan(server.url, { template: "blank" });
  const { page } = await people.person();
  await openWall(page, { ...server, url: front.url }, plan);
  await pagesKept(page);
  await page.reload();
  await page.getByTestId("cell").first().waitFor();
  await addActivity(page, "Blijft staan");
  front.release();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await page
    .getByTestId("toast")
    .getByText(/^Er is een nieuwe versie van Planwand/)
    .waitFor();
  const reloaded = page.waitForEvent("load");
  await page.getByTestId("toast").getByRole("button", { name: "Vernieuwen" }).click();
  await reloaded;
  await page.getByText("Blijft staan").waitFor();
  expect(await page.getByTestId("toast").count()).toBe(0);
  await page.close();
  await front.close();
});

test("it can be installed: name, icon and start page are there", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = (await (await fetch(new URL(href ?? "", server.url))).json()) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: "Planwand", display: "standalone", start_url: "/" });
  const [icon] = manifest["icons"] as { src: string }[];
  expect((await fetch(new URL(icon?.src ?? "", server.url))).headers.get("content-type")).toContain(
    "image/svg",
  );
});
