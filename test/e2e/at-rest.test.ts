import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { addActivity, badgeSays, openWall } from "../builders/wall-page.ts";

// A browser writes its own line for a socket that fails: here the network is taken away on purpose.
const people = usePeople([/WebSocket connection|ERR_INTERNET_DISCONNECTED/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("[C25] in a browser that keeps no pages the text editor is there when the network goes", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const { page, context } = await people.person();
  const editor = page.waitForEvent("requestfinished", (asked) => /\/editor-[^/]*\.js$/.test(asked.url()));
  await openWall(page, server, plan);
  await addActivity(page, "Straks in de trein");
  await badgeSays(page, "saved");
  await editor;
  await context.setOffline(true);
  await badgeSays(page, "offline");
  await page.getByTestId("card").getByText("Straks in de trein").click();
  const editors = page.getByTestId("activity-panel").locator("[data-field] [contenteditable=true]");
  await editors.first().click();
  await page.keyboard.type("Zonder netwerk");
  await page
    .getByTestId("sync-badge")
    .getByText(/bewaard op dit apparaat/)
    .waitFor();
  expect(await editors.count()).toBeGreaterThan(2);
});
