import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { encodeJson } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE, SYNC } from "@planwand/shared/protocol/messages.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { usePeople } from "../builders/browser.ts";
import { breakableDisk, breakDisk, deleteDatabases } from "../builders/disk-faults.ts";
import {
  createPlan,
  type CreatedPlan,
  join,
  planOf,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
import { addActivity, badgeSays, openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const titlesOnServer = async ({ plan, cookie }: CreatedPlan): Promise<string[]> =>
  (await planOf(server.url, plan.id, cookie)).plan.activities.map(({ title }) => title);

const unkept = (page: Page) => page.locator("[data-testid=sync-badge][data-unkept]");

/** What takes the copy away from a page, and what the badge then calls the reason; null when the copy can come back at once. */
const LOSSES: readonly (readonly [how: string, lose: (page: Page) => Promise<void>, says: RegExp | null])[] =
  [
    ["throws at once", (page) => breakDisk(page, "throws"), /De kopie op dit apparaat is weg/],
    ["has no room", (page) => breakDisk(page, "full"), /geen ruimte meer/],
    ["gives up later", (page) => breakDisk(page, "aborts"), /De kopie op dit apparaat is weg/],
    ["is cleared by the browser", clearSite, null],
    ["is removed by another page", (page) => deleteDatabases(page, false), null],
  ];

async function clearSite(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb" });
}

test.each(LOSSES)(
  "[C22] when the copy on the device %s, edits go to the server, others' arrive, and the badge says so",
  async (_how, lose, says) => {
    const plan = await createPlan(server.url, { template: "blank" });
    const bram = await join(server.url, plan.keys.editor, "Bram");
    const { page } = await people.newcomer();
    await breakableDisk(page);
    await openWall(page, server, plan);
    const { page: other } = await people.newcomer();
    await openWall(other, server, plan, bram.cookie);
    await addActivity(page, "Voor");
    await badgeSays(page, "saved");

    await lose(page);
    for (const title of ["Een", "Twee", "Drie"]) await addActivity(page, title);
    await addActivity(other, "Van Bram");
    await page.getByText("Van Bram").waitFor();
    await badgeSays(page, "saved");
    await expect.poll(() => titlesOnServer(plan)).toEqual(["Voor", "Een", "Twee", "Drie", "Van Bram"]);
    if (says !== null) {
      await unkept(page).waitFor();
      await page.getByTestId("sync-badge").click();
      await page.getByText(says).waitFor();
      await breakDisk(page, null);
      await page.getByRole("button", { name: "Opnieuw proberen" }).click();
    }
    await unkept(page).waitFor({ state: "detached" });
    // What is there again is the whole plan.
    await expect
      .poll(async () => titlesIn(await copyOf(page)))
      .toEqual(["Drie", "Een", "Twee", "Van Bram", "Voor"]);
  },
);

/** The updates of the plan's copy on this device; none while there is no such copy. */
async function copyOf(page: Page): Promise<Uint8Array[]> {
  const updates = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? "");
    const name = names.find((one) => /^planwand:[^:]+:[^:]+$/.test(one));
    if (name === undefined) return [];
    return new Promise<number[][]>((resolve) => {
      const opening = indexedDB.open(name);
      // It went in the meantime: it must not be made here.
      opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
      opening.addEventListener("error", () => resolve([]));
      opening.addEventListener("success", () => {
        const db = opening.result;
        const reading = db.transaction("updates").objectStore("updates").getAll();
        reading.addEventListener("success", () => {
          db.close();
          resolve((reading.result as Uint8Array[]).map((update) => [...update]));
        });
      });
    });
  });
  return updates.map((update) => Uint8Array.from(update));
}

function titlesIn(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return [...entriesOf(rootMap(doc, "activities"))]
    .map(([, activity]) => String(activity.get("title")))
    .toSorted();
}

test("[C23] a copy of many pieces, as an earlier version wrote them, is read whole and put together, before what another page writes", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const { page, context } = await people.newcomer();
  await openWall(page, server, plan);
  await addActivity(page, "Stukje bij beetje ");
  await badgeSays(page, "saved");
  const doc = new Y.Doc();
  for (const update of await copyOf(page)) Y.applyUpdate(doc, update);
  const pieces = [Y.encodeStateAsUpdate(doc)];
  doc.on("update", (update: Uint8Array) => pieces.push(update));
  const title = [...entriesOf(rootMap(doc, "activities"))][0]?.[1].get("title");
  if (!(title instanceof Y.Text)) throw new Error("a card has a title");
  for (let piece = 0; piece < 350; piece++) title.insert(title.length, String(piece % 10));

  await page.goto(`${server.url}/healthz`);
  await page.evaluate(
    async (written) => {
      const name =
        (await indexedDB.databases())
          .map((one) => one.name ?? "")
          .find((one) => /^planwand:[^:]+:[^:]+$/.test(one)) ?? "";
      await new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.addEventListener("success", () => {
          const db = opening.result;
          const writing = db.transaction("updates", "readwrite");
          writing.objectStore("updates").clear();
          for (const update of written) writing.objectStore("updates").add(Uint8Array.from(update));
          writing.addEventListener("complete", () => {
            db.close();
            resolve(null);
          });
        });
      });
    },
    pieces.map((update) => [...update]),
  );
  const second = await context.newPage();
  for (const one of [page, second]) {
    await one.goto(`${server.url}/plan/${plan.plan.id}`);
    await one.getByText(String(title)).waitFor();
    await badgeSays(one, "saved");
  }
  expect(await titlesOnServer(plan)).toEqual([String(title)]);
  await addActivity(second, "Ernaast");
  await badgeSays(second, "saved");
  await expect.poll(async () => (await copyOf(page)).length).toBeLessThan(10);
  expect(titlesIn(await copyOf(page))).toEqual(["Ernaast", String(title)]);
});

/** From now on the server refuses what this page writes, in words that do not pass. */
async function refuseEdits(page: Page): Promise<{ from(): void }> {
  let refuses = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const onward = socket.connectToServer();
    socket.onMessage((message) => {
      const isEdit = typeof message !== "string" && message[0] === MESSAGE.sync && message[1] !== SYNC.step1;
      if (refuses && isEdit) socket.send(Buffer.from(encodeJson(MESSAGE.refusal, { code: "forged" })));
      else onward.send(message);
    });
  });
  return { from: () => void (refuses = true) };
}

test("[C24] throwing away what one page cannot save leaves the other pages as they are", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const { page, context } = await people.newcomer();
  await openWall(page, server, plan);
  await addActivity(page, "Voor");
  await badgeSays(page, "saved");
  const stuck = await context.newPage();
  const refusing = await refuseEdits(stuck);
  await openWall(stuck, server, plan);
  refusing.from();
  await addActivity(stuck, "Wordt nooit aangenomen");
  await badgeSays(stuck, "error");
  await stuck.getByTestId("sync-badge").click();
  await stuck.getByRole("button", { name: "Mijn niet-opgeslagen wijzigingen weggooien" }).click();
  await Promise.all([
    stuck.waitForEvent("load"),
    stuck.getByRole("button", { name: "Weggooien en herladen" }).click(),
  ]);
  await stuck.getByText("Voor", { exact: true }).waitFor();

  for (const title of ["Een", "Twee"]) await addActivity(page, title);
  await badgeSays(page, "saved");
  expect(await titlesOnServer(plan)).toEqual(["Voor", "Een", "Twee"]);
  await stuck.getByText("Twee", { exact: true }).waitFor();
  expect(await stuck.getByText("Wordt nooit aangenomen").count()).toBe(0);
  await unkept(page).waitFor({ state: "detached" });
});
