import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { pdfInfo } from "../builders/pdf.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { startSession } from "../builders/session-pages.ts";
import { openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("[U54] cards with the code of a workshop are printed whole on one sheet, and say so when there is none", async () => {
  const plan = await createPlan(server.url, { title: "Invoering OKE" });
  const { page, context } = await people.person();
  await openWall(page, server, plan);
  await page.goto(`${server.url}/plan/${plan.plan.id}/cards`);
  await page.getByText("Er is nu geen werksessie.", { exact: false }).waitFor();
  expect(await page.getByTestId("joining-cards").getByRole("listitem").count()).toBe(0);

  await openWall(page, server, plan);
  const code = await startSession(page);
  const [sheet] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Kaartjes om uit te delen" }).click(),
  ]);
  const cards = sheet.getByTestId("qr-code");
  await cards.first().waitFor();
  expect(await cards.count()).toBe(8);
  expect((await sheet.locator("main").innerText()).replaceAll(/\s/gu, "").split(code)).toHaveLength(9);
  await sheet.emulateMedia({ media: "print" });
  expect(pdfInfo(await sheet.pdf({ format: "A4" }))).toMatch(/^Pages:\s+1$/mu);
});
