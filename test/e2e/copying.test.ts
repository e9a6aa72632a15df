import { createEntry } from "@planwand/shared/plan/create.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { type Person, usePeople } from "../builders/browser.ts";
import { STAMP } from "../builders/plan-doc.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  planOf,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
import { badgeSays, openWall, useSession } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

// A refusal is an answer of the server that the browser mentions on its console; so is a network that is not there.
const people = usePeople([/status of 403/, /ERR_INTERNET_DISCONNECTED/, /WebSocket connection/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const CHRISTMAS = { name: "Kerstvakantie", start: "2027-12-20", end: "2028-01-07", rank: "a0" };

/** The example, on its own days, with a holiday in the year after it. */
async function planWithHoliday(): Promise<CreatedPlan> {
  const plan = await createPlan(server.url, { title: "Invoering OKE 2026-2027", today: "2026-11-23" });
  const writer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  createEntry(writer.doc, "blackouts", "kerstvakantie-1", CHRISTMAS, STAMP);
  await writer.saved();
  await writer.close();
  return plan;
}

async function openCopying(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Meer", exact: true }).first().click();
  await page.getByRole("button", { name: "Plan kopiëren …" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan kopiëren" });
  await dialog.getByRole("button", { name: "Kopie maken" }).waitFor();
  return dialog;
}

/** Presses the button and waits for the other plan; its id. */
async function make(page: Page, dialog: Locator, from: string): Promise<string> {
  await dialog.getByRole("button", { name: "Kopie maken" }).click();
  await page.waitForURL((url) => /\/plan\/[^/]+$/u.test(url.pathname) && !url.pathname.endsWith(from));
  await page.getByTestId("cell").first().waitFor();
  await badgeSays(page, "saved");
  return new URL(page.url()).pathname.slice("/plan/".length);
}

async function cookieOf({ context }: Person): Promise<string> {
  const [session] = (await context.cookies()).filter(({ name }) => name.includes("session"));
  return `${session?.name ?? ""}=${session?.value ?? ""}`;
}

test("[U50] a plan is copied to the next school year: what goes along, what moves and what makes way are told first", async () => {
  const plan = await planWithHoliday();
  const person = await people.person();
  const { page } = person;
  await openWall(page, server, plan);
  const dialog = await openCopying(page);
  const name = dialog.getByLabel("Naam van het plan");
  expect(await name.inputValue()).toBe("Invoering OKE 2026-2027 – kopie");
  await dialog.getByText("Altijd mee: 5 fasen, 4 domeinen, 39 activiteiten", { exact: false }).waitFor();
  expect(await dialog.getByTestId("moved-date").count()).toBe(0);

  await dialog.getByRole("radio", { name: "Naar een schooljaar" }).check();
  expect(await name.inputValue()).toBe("Invoering OKE 2027–2028");
  await dialog.getByLabel("Begint in schooljaar").waitFor();
  const pushed = dialog.locator("[data-testid=moved-date][data-behind]");
  await pushed.first().getByText("Na Kerstvakantie").waitFor();
  await pushed.first().getByText("10 jan 2028").waitFor();
  // What makes way comes first, all of it.
  const told = await dialog.getByText(/vrije periode en schuif|vrije periode en schuiven/u).innerText();
  expect(told).toContain(`${String(await pushed.count())} dat`);
  expect(await axeFaults(page, "copying a plan")).toEqual([]);

  // Without its holidays nothing makes way, and that is told.
  await dialog.getByRole("checkbox", { name: /Vakanties en drukke weken/u }).uncheck();
  await dialog.getByText("geen datum wijkt uit", { exact: false }).waitFor();
  expect(await pushed.count()).toBe(0);
  await dialog.getByRole("checkbox", { name: /Vakanties en drukke weken/u }).check();
  await dialog.getByRole("checkbox", { name: /Communicatiemomenten/u }).uncheck();
  await name.fill("OKE, tweede jaar");
  const id = await make(page, dialog, plan.plan.id);
  await page.getByText("Dit is de kopie. Jij bent eigenaar.").waitFor();

  const { plan: copy } = await planOf(server.url, id, await cookieOf(person));
  expect(copy).toMatchObject({ title: "OKE, tweede jaar", communications: [] });
  expect(copy.activities).toHaveLength(39);
  const isFree = (date: string | null): boolean =>
    date !== null && date >= CHRISTMAS.start && date <= CHRISTMAS.end;
  expect(copy.activities.filter(({ start, end }) => isFree(start) || isFree(end))).toEqual([]);
  await page.goto(`${server.url}/plan/${id}/history`);
  await page.getByText("Anja maakte dit plan als kopie van ‘Invoering OKE 2026-2027’").waitFor();
});

test("[U50] with the keyboard on a phone, by a reader, from the list of plans, by a number of weeks", async () => {
  const plan = await planWithHoliday();
  const reader = await join(server.url, plan.keys.viewer, "Ravi");
  const { page } = await people.person("phone");
  await openWall(page, server, plan, reader.cookie);
  await page.goto(server.url);
  await page.getByRole("button", { name: "Invoering OKE 2026-2027 kopiëren" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Plan kopiëren" });
  await dialog.getByRole("radio", { name: "Aantal weken" }).check();
  const weeks = dialog.getByLabel("Aantal weken later");
  await weeks.fill("anderhalf");
  await dialog.getByRole("alert").getByText("Vul een heel getal in", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Kopie maken" }).click();
  await expect.poll(() => weeks.evaluate((field) => field === document.activeElement)).toBe(true);
  await weeks.fill("-3");
  await dialog.getByText(/data komen 3 weken eerder/u).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await weeks.press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith(plan.plan.id));
  await page.getByTestId("cell").first().waitFor();
  // The window does not open again on a plan that is merely opened.
  await page.reload();
  await page.getByTestId("cell").first().waitFor();
  await badgeSays(page, "saved");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("[U51] a plan without dates, one without anything, and one of which the server is away", async () => {
  const plan = await createPlan(server.url, { template: "blank", title: "Leeg plan" });
  const { page, context } = await people.person();
  await openWall(page, server, plan);
  const dialog = await openCopying(page);
  await dialog.getByText("Dit plan heeft nog geen data. Er valt niets te verschuiven.").waitFor();
  await dialog.getByText("0 activiteiten", { exact: false }).waitFor();
  await context.setOffline(true);
  await dialog.getByText("Er is geen verbinding. Kopiëren kan zodra die er weer is.").waitFor();
  expect(await dialog.getByRole("button", { name: "Kopie maken" }).isDisabled()).toBe(true);
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Kopie maken", disabled: false }).waitFor();
  await dialog.getByLabel("Naam van het plan").fill(" ");
  await dialog.getByRole("button", { name: "Kopie maken" }).click();
  await dialog.getByText("Geef het plan een naam.").waitFor();
  await dialog.getByLabel("Naam van het plan").fill("Nog een leeg plan");
  await make(page, dialog, plan.plan.id);
});

test("[U51] who may make no plans is told what to do", async () => {
  const key = "geheim-van-de-beheerder-0001";
  const own = await startServer({ env: { CREATE_PLANS: "key", CREATE_PLANS_KEY: key } });
  const made = await fetch(`${own.url}/api/plans`, {
    method: "POST",
    headers: { "content-type": "application/json", "planwand-create-key": key },
    body: JSON.stringify({ title: "Plan", template: "blank", name: "Anja", circle: "ict" }),
  });
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { plan } = (await made.json()) as { plan: { id: string } };
  const { page, context } = await people.person();
  await useSession(context, own, cookie);
  await page.goto(`${own.url}/plan/${plan.id}`);
  await badgeSays(page, "saved");
  const dialog = await openCopying(page);
  await dialog.getByRole("button", { name: "Kopie maken" }).click();
  await dialog
    .getByRole("alert")
    .getByText("Een nieuw plan maken kan hier alleen met de link van de beheerder.", { exact: false })
    .waitFor();
  await own.stop();
});
