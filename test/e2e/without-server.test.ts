import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { now } from "../builders/clock.ts";
import { createPlan, join, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { addActivity, badgeSays, openWall, pagesKept, planKept, useSession } from "../builders/wall-page.ts";

// A browser writes its own line for a socket or a request that fails: here the server is taken away on purpose.
const people = usePeople(
  [
    /WebSocket connection|Failed to load resource|ERR_CONNECTION|An unknown error occurred when fetching the script/,
  ],
  { keepPages: true },
);
let server: RunningServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  if (!server.isAlive()) return;
  // A server that is halted does not stop.
  process.kill(server.pid, "SIGCONT");
  await server.stop();
});

const titlesOnServer = async (plan: { plan: { id: string }; cookie: string }): Promise<string[]> =>
  (await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities.map(({ title }) => title);

test("[C9][C10] without a server a reload shows the wall with the unsent edits, and they arrive when it is back", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await people.newcomer();
  await openWall(page, server, plan);
  await pagesKept(page);
  await planKept(page);
  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Zonder verbinding bedacht");
  await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();

  await page.reload();
  await page.getByText("Zonder verbinding bedacht").waitFor();
  await badgeSays(page, "offline");
  await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();
  await page.getByTestId("card").first().click();
  await page.getByRole("textbox", { name: "Titel van de activiteit" }).waitFor();

  await server.restart();
  await badgeSays(page, "saved");
  expect(await titlesOnServer(plan)).toEqual(["Zonder verbinding bedacht"]);
});

/** From its next load on, the page gets no answer of its disk before `release`; its own timers go on. */
async function slowDisk(page: Page): Promise<{ release(): Promise<void> }> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const { open: openDisk } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version) {
      const request = openDisk.call(this, name, version);
      if (!name.startsWith("planwand:")) return request;
      const { addEventListener: listen } = request;
      request.addEventListener = function (type: string, tell: EventListener, ...rest: [boolean?]) {
        const isAnswer = type === "success";
        listen.call(request, type, isAnswer ? (event) => held.push(() => tell(event)) : tell, ...rest);
      };
      return request;
    };
    const releaseDisk = (): number => {
      const answers = held.splice(0);
      for (const tell of answers) tell();
      return answers.length;
    };
    Object.assign(window, { releaseDisk });
  });
  const release = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { releaseDisk(): number }).releaseDisk());
  // The page may not have asked its disk yet.
  return { release: () => expect.poll(release).toBeGreaterThan(0) };
}

test("[C18] a slow disk is waited for, without a server and with one, and what only it had arrives", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await people.newcomer();
  await page.clock.install({ time: now() });
  await openWall(page, server, plan);
  await pagesKept(page);
  await planKept(page);
  await server.kill();
  await badgeSays(page, "offline");
  const disk = await slowDisk(page);
  const reloadSlowly = async (waitedMs: number): Promise<void> => {
    await page.reload();
    await page.getByRole("status").getByText("Het plan wordt geopend").waitFor();
    await page.clock.runFor(waitedMs);
    await expect.poll(() => page.getByTestId("cell").count()).toBe(0);
    await disk.release();
    await page.getByTestId("cell").first().waitFor();
  };
  await reloadSlowly(2_000);
  await addActivity(page, "Op een trage schijf");
  await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();
  await reloadSlowly(10_000);
  await page.getByText("Op een trage schijf").waitFor();
  await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();

  await page.reload();
  await server.restart();
  await page.clock.runFor(30_000);
  await badgeSays(page, "saved");
  expect(await titlesOnServer(plan)).toEqual([]);
  await disk.release();
  await page.getByText("Op een trage schijf").waitFor();
  await badgeSays(page, "saved");
  await expect.poll(() => titlesOnServer(plan)).toEqual(["Op een trage schijf"]);
});

test.for([
  ["with", "the wall stays"],
  ["without", "the page says so"],
] as const)(
  "[C26] %s a copy on the device, a server that takes a connection and says nothing is away: %s",
  async ([copy]) => {
    const plan = await createPlan(server.url, { template: "format" });
    const { page, context } = await people.newcomer();
    await page.clock.install({ time: now() });
    await openWall(page, server, plan);
    await pagesKept(page);
    await planKept(page);
    await page.goto("about:blank");
    if (copy === "without") {
      const session = await context.newCDPSession(page);
      await session.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb" });
    }
    process.kill(server.pid, "SIGSTOP");
    const asked = page.waitForEvent("websocket");
    await page.goto(`${server.url}/plan/${plan.plan.id}`);
    await asked;
    await page.clock.runFor(20_000);
    const said =
      copy === "with"
        ? page.locator("[data-testid=sync-badge][data-state=offline]")
        : page.getByRole("heading", { name: "De server is niet bereikbaar" });
    // Below what the browser itself waits for a server that says nothing.
    await said.waitFor({ timeout: 120_000 });

    process.kill(server.pid, "SIGCONT");
    await page.clock.runFor(30_000);
    await badgeSays(page, "saved");
  },
);

test("[C9] a server that stops for a restart is come back to by itself", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await people.newcomer();
  await openWall(page, server, plan);
  await server.stop();
  await badgeSays(page, "offline");
  await server.restart();
  await badgeSays(page, "saved");
});

test("[C11] edits kept for one person are not sent as another's", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page, context } = await people.newcomer();
  const bram = await join(server.url, plan.keys.editor, "Bram");
  await openWall(page, server, plan, bram.cookie);
  await pagesKept(page);
  await planKept(page);
  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Van Bram");
  await page.getByTestId("sync-badge").getByText("1 wijziging bewaard op dit apparaat").waitFor();
  await page.goto("about:blank");
  await server.restart();

  const chris = await join(server.url, plan.keys.editor, "Chris");
  await useSession(context, server, chris.cookie);
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await badgeSays(page, "saved");
  await page.locator(`[data-testid=presence-avatar][data-user="${chris.actor.id}"]`).waitFor();
  expect(await page.getByText("Van Bram").count()).toBe(0);
  expect(await titlesOnServer(plan)).toEqual([]);

  await useSession(context, server, bram.cookie);
  await page.reload();
  await page.getByText("Van Bram").waitFor();
  await badgeSays(page, "saved");
  expect(await titlesOnServer(plan)).toEqual(["Van Bram"]);
});

test("[C12] whoever lost access while away gets a rescue file of what was not saved", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page, context } = await people.newcomer();
  await openWall(page, server, plan);
  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Niet kwijtraken");
  await context.clearCookies();
  await server.restart();
  await page.getByRole("heading", { name: "Je hebt nog geen toegang tot dit plan" }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Reservekopie downloaden" }).click(),
  ]);
  const rescue: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(rescue).toMatchObject({ plan: { activities: [{ title: "Niet kwijtraken" }] } });
});

test("[C12] whoever loses access is told so", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const { page } = await people.newcomer();
  await openWall(page, server, plan, bram.cookie);
  const keysUrl = `${server.url}/api/plans/${plan.plan.id}/keys`;
  const listed = (await (await fetch(keysUrl, { headers: { cookie: plan.cookie } })).json()) as {
    keys: { id: string; role: string }[];
  };
  const key = listed.keys.find(({ role }) => role === "editor");
  await fetch(`${keysUrl}/${key?.id}`, { method: "DELETE", headers: { cookie: plan.cookie } });
  await page.getByRole("heading", { name: "Je toegang is ingetrokken" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Je hebt nog geen toegang tot dit plan" }).waitFor();
});

test("[C14] a browser that keeps nothing works all the same, and the badge says so", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page, context } = await people.newcomer();
  await context.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("not here", "SecurityError");
      },
    });
  });
  // Nothing is kept in this browser, so what the window of the badge is made of must be there before the server goes.
  const windows = page.waitForEvent("requestfinished", (asked) => /\/windows-[^/]*\.js$/.test(asked.url()));
  await openWall(page, server, plan);
  await addActivity(page, "Niet bewaard");
  await badgeSays(page, "saved");
  await windows;
  await server.kill();
  await badgeSays(page, "offline");
  await addActivity(page, "Alleen in dit tabblad");
  await page.getByTestId("sync-badge").getByText("1 wijziging nog niet bewaard").waitFor();
  await page.getByTestId("sync-badge").click();
  await page.getByText("Houd dit tabblad open").waitFor();
  await server.restart();
  await badgeSays(page, "saved");
  expect(await titlesOnServer(plan)).toEqual(["Niet bewaard", "Alleen in dit tabblad"]);
});
