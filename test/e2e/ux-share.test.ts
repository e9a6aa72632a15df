import jsQR from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  postJson,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
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
  await page.getByRole("button", { name: "Delen", exact: true }).click();
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
  await page.getByRole("button", { name: "Delen", exact: true }).click();
  await page.getByLabel("Nieuwe links zijn geldig").selectOption("7 dagen");
  await page.getByRole("button", { name: "Link maken voor Meelezer" }).click();
  await page.getByTestId("share-link").waitFor();
  await page.getByText(/Gemaakte links/).click();
  await page.getByText(/geldig tot/).waitFor();
});

test("[U40] a link is named, says who made and used it, is renamed, and out of the way once withdrawn", async () => {
  const own = await createPlan(server.url, { template: "blank" });
  const { page } = await people.person();
  await openWall(page, server, own);
  await page.getByRole("button", { name: "Delen", exact: true }).click();
  await page.getByText("Er is nog geen link gemaakt.").waitFor();
  await page.getByLabel(/^Naam van de link/u).fill("Docenten Zorg");
  await page.getByRole("button", { name: "Link maken voor Deelnemer" }).click();
  const link = await page.getByRole("textbox", { name: "Docenten Zorg" }).inputValue();
  await page.getByText("Gemaakte links (1)").click();
  const row = page.getByTestId("keys-made").getByTestId("share-key");
  await row.getByText("Nog niet gebruikt").waitFor();
  await row.getByText(/^Deelnemer · gemaakt door Anja op /u).waitFor();
  await join(server.url, link.split("#")[1] ?? "", "Chadia");

  // The rest of a long list comes when it is asked for.
  const key = { role: "viewer", name: "n".repeat(300) };
  const many = Array.from({ length: 12 }, () =>
    postJson(`${server.url}/api/plans/${own.plan.id}/keys`, key, own.cookie),
  );
  expect((await Promise.all(many)).map(({ status }) => status)).toEqual(Array(12).fill(201));
  await row.getByRole("button", { name: /^Naam van deze link wijzigen/u }).click();
  await page.keyboard.type("Niet dit");
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: /^Naam van deze link wijzigen/u }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Team Zorg");
  await page.keyboard.press("Enter");
  await page.getByText("Gemaakte links (13)").waitFor();
  expect(await row.count()).toBe(10);
  await page.getByRole("button", { name: /^Nog 3/u }).click();
  const zorg = row.filter({ hasText: "Team Zorg" });
  await zorg.getByText(/1 persoon kwam hiermee binnen: Chadia \(ICT\) · laatst gebruikt op/u).waitFor();
  const width = await page.getByRole("dialog").evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(width).toBeLessThanOrEqual(0);

  await zorg.getByRole("button", { name: /^Team Zorg van .* intrekken$/u }).click();
  await zorg.getByRole("button", { name: "Ja, intrekken" }).click();
  await page.getByText("Gemaakte links (12)").waitFor();
  await page.getByText("Ingetrokken en verlopen (1)").click();
  const ended = page.getByTestId("keys-ended");
  await ended.getByText("Team Zorg").waitFor();
  expect(await ended.getByRole("button").count()).toBe(0);
  await page.getByText("Niet met de hand gemaakt (5)").click();
  const given = page.getByTestId("keys-given");
  await given.getByText("Toegang van wie het plan maakte").waitFor();
  expect(await given.getByText("Link van het begin").count()).toBe(4);
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
  await page.getByRole("button", { name: "Delen", exact: true }).click();
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
