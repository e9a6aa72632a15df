import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { type CreatedPlan, createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "format" });
});
afterAll(async () => {
  await server.stop();
});

test("ux T4: a new link is also a QR code, which a phone reads and comes in by", async () => {
  const { page } = await people.person();
  await openWall(page, server, plan);
  await page.getByRole("button", { name: "Delen" }).click();
  await page.getByRole("button", { name: "Link maken voor Bewerker" }).click();
  const link = await page.getByTestId("share-link").inputValue();
  const picture = PNG.sync.read(await page.getByTestId("qr-code").screenshot());
  const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  expect(read?.data).toBe(link);

  const phone = await people.person("phone");
  await phone.page.goto(read?.data ?? "");
  await phone.page.getByLabel("Je naam").fill("Bram");
  await phone.page.getByRole("radio", { name: "Onderwijs" }).check();
  await phone.page.getByRole("button", { name: "Meedoen" }).click();
  await phone.page.getByTestId("cell").first().waitFor();
});

test("ux E4: a link can be made for a week, and the list says until when it is good", async () => {
  const { page } = await people.person();
  await openWall(page, server, plan);
  await page.getByRole("button", { name: "Delen" }).click();
  await page.getByLabel("Nieuwe links zijn geldig").selectOption("7 dagen");
  await page.getByRole("button", { name: "Link maken voor Meelezer" }).click();
  await page.getByTestId("share-link").waitFor();
  await page.getByText(/Gemaakte links/).click();
  await page.getByText(/geldig tot/).waitFor();
});

test("[J16] an owner takes away the name of somebody, who stays in the list and in what was said as somebody", async () => {
  const own = await createPlan(server.url, { template: "format" });
  const piet = await join(server.url, own.keys.participant, "Pietje Verdwijnt");
  await join(server.url, own.keys.viewer, "Stille Lezer");
  const at = { url: server.url, planId: own.plan.id, cookie: piet.cookie };
  const anchor = { kind: "plan", id: "plan" } as const;
  await giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text: "Dit blijft staan" });
  const { page } = await people.person();
  await openWall(page, server, own);
  await page.getByRole("button", { name: "Delen" }).click();
  await page.getByText(/^Wie heeft toegang/).click();
  for (const name of ["Pietje Verdwijnt", "Stille Lezer"]) {
    await page.getByRole("button", { name: `Naam van ${name} weghalen` }).click();
    await page.getByText("komt niet terug", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Ja, weghalen" }).click();
    await page.getByTestId("person-with-access").filter({ hasText: name }).waitFor({ state: "detached" });
  }
  await expect.poll(() => page.getByText("Naam weggehaald", { exact: true }).count()).toBe(2);
  await page.goto(`${server.url}/plan/${own.plan.id}/discussion`);
  await page.getByText("Dit blijft staan").waitFor();
  expect(await page.getByText("Pietje").count()).toBe(0);
});
