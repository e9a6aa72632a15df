import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type CreatedPlan, type RunningServer, createPlan, planOf, startServer } from "../builders/server.ts";
import { type SmallDisk, smallDisk } from "../builders/small-disk.ts";
import { usePeople } from "../builders/browser.ts";
import { pagesKept } from "../builders/wall-page.ts";

// A browser writes its own line for a socket or a request that fails: here the server is taken away on purpose.
const people = usePeople([/WebSocket connection|Failed to load resource|ERR_CONNECTION/], {
  keepPages: true,
});
let server: RunningServer;
let disk: SmallDisk | null = null;

afterEach(async () => {
  if (server.isAlive()) await server.stop();
  disk?.remove();
  disk = null;
});

/** Someone with a plan's owner session, at the wall. */
async function atTheWall(plan: CreatedPlan): Promise<Page> {
  const { context, page } = await people.person();
  const [name, value] = plan.cookie.split("=") as [string, string];
  await context.addCookies([{ name, value, url: server.url }]);
  await open(page, plan);
  return page;
}

async function open(page: Page, plan: CreatedPlan): Promise<void> {
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await page.getByTestId("cell").first().waitFor();
  await badge(page, "saved");
}

async function badge(page: Page, state: "saved" | "saving" | "offline" | "error"): Promise<void> {
  await page.locator(`[data-testid=sync-badge][data-state=${state}]`).waitFor();
}

async function addCard(page: Page, title: string): Promise<void> {
  const cell = page.getByTestId("cell").first();
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await cell.getByText(title).waitFor();
}

async function titlesOnServer(plan: CreatedPlan): Promise<string[]> {
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  return value.activities.map((activity) => activity.title);
}

describe("the sync badge tells the truth", () => {
  test("ux P4: a killed server: offline with a count, and saved again after it came back", async () => {
    server = await startServer();
    const plan = await createPlan(server.url, { template: "blank" });
    const page = await atTheWall(plan);
    await addCard(page, "Vóór de storing");
    await badge(page, "saved");
    await server.kill();
    await badge(page, "offline");
    await addCard(page, "Tijdens de storing");
    await badge(page, "offline");
    await expect.poll(() => page.getByTestId("sync-badge").innerText()).toMatch(/1 wijziging bewaard/);
    await server.restart();
    await badge(page, "saved");
    expect(await titlesOnServer(plan)).toEqual(["Vóór de storing", "Tijdens de storing"]);
  });

  test("ux P5: edits made while offline outlive the page and are sent on return", async () => {
    server = await startServer();
    const plan = await createPlan(server.url, { template: "blank" });
    const page = await atTheWall(plan);
    await pagesKept(page);
    await server.kill();
    await badge(page, "offline");
    await addCard(page, "Alleen op dit apparaat");
    await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();
    await page.reload();
    await page.getByText("Alleen op dit apparaat").waitFor();
    await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();
    const context = page.context();
    await page.close();
    await server.restart();
    expect(await titlesOnServer(plan)).toEqual([]);
    const again = await context.newPage();
    await open(again, plan);
    await again.getByText("Alleen op dit apparaat").waitFor();
    expect(await titlesOnServer(plan)).toEqual(["Alleen op dit apparaat"]);
  });

  test("ux P4: a full disk is called what it is, and never saved; with room again all is saved by itself", async () => {
    disk = smallDisk(1024);
    server = await startServer({ dataDir: disk.path, env: { LIMIT_FREE_MEGABYTES: "0.1" } });
    const plan = await createPlan(server.url, { template: "blank" });
    const page = await atTheWall(plan);
    disk.fill();
    const titles: string[] = [];
    const state = () => page.getByTestId("sync-badge").getAttribute("data-state");
    while ((await state()) !== "error") {
      titles.push(`Kaart ${titles.length + 1}`);
      await addCard(page, titles.at(-1) ?? "");
      await page.locator("[data-testid=sync-badge]:not([data-state=saving])").waitFor();
    }
    expect((await titlesOnServer(plan)).length).toBeLessThan(titles.length);
    expect(await page.getByTestId("sync-badge").innerText()).toContain("Kan niet opslaan");
    disk.free();
    await badge(page, "saved");
    expect(await titlesOnServer(plan)).toEqual(titles);
  });
});
