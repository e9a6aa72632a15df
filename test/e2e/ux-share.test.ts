import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
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
