import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { onDay } from "../builders/clock.ts";
import { EXAMPLE_DAY } from "../builders/checked-example.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

onDay(EXAMPLE_DAY);
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** Somebody at *Wat ontbreekt nog?* of a plan. */
async function openMissing(
  plan: CreatedPlan,
  name: string,
  {
    device = "desktop",
    role = "editor",
    query = "",
  }: { device?: "desktop" | "phone"; role?: "editor" | "viewer"; query?: string } = {},
): Promise<Page> {
  const person = await people.person(device);
  const { page } = await joinWall(person, server.url, plan.keys[role], name);
  await page.goto(`${server.url}/plan/${plan.plan.id}/missing${query}`);
  await page.getByTestId("count-M").waitFor();
  return page;
}

async function example(): Promise<{ plan: CreatedPlan; value: Plan }> {
  const plan = await createPlan(server.url);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  return { plan, value };
}

const ruleOf = (page: Page, rule: string) => page.locator(`[data-rule=${rule}]`);
const headOf = (page: Page, rule: string) => ruleOf(page, rule).getByRole("button", { expanded: false });
const countOf = (page: Page, severity: "M" | "A" | "T") => page.getByTestId(`count-${severity}`).innerText();
const focusIn = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);

test("domain W5a A7: what is missing counts down while another fills in a card, whose panel leads to the very field", async () => {
  const { plan, value } = await example();
  const card = value.activities.find(({ criterion }) => criterion === "");
  if (card === undefined) throw new Error("every card has a criterion");
  const [anja, bram] = [await openMissing(plan, "Anja"), await openMissing(plan, "Bram")];
  expect([await countOf(anja, "M"), await countOf(anja, "A"), await countOf(anja, "T")]).toEqual([
    "5",
    "3",
    "9",
  ]);
  await expect
    .poll(() => anja.getByTestId("score").innerText())
    .toBe("35 van 37 activiteiten compleet (+ 1 idee)");

  await ruleOf(bram, "K08").locator("[data-finding]").click();
  const panel = bram.getByTestId("activity-panel");
  await expect.poll(() => focusIn(bram, "[data-field=criterion] [contenteditable=true]")).toBe(true);
  await panel.getByRole("img", { name: "5" }).first().waitFor();
  await panel.getByRole("button", { name: "Nog 1 punt bij deze activiteit" }).waitFor();
  await bram.keyboard.type("Alle docenten van de pilot hebben de training gevolgd.");
  await expect.poll(() => countOf(anja, "M")).toBe("4");
  await expect
    .poll(() => anja.getByTestId("score").innerText())
    .toBe("36 van 37 activiteiten compleet (+ 1 idee)");
  await panel.getByTestId("card-missing").waitFor({ state: "detached" });
  await expect.poll(() => bram.getByTestId("missing-badge").innerText()).toBe("4");
  await bram.goBack();
  await bram.getByTestId("count-M").waitFor();
  await ruleOf(bram, "K08").waitFor({ state: "detached" });
});

test("domain A7: by keyboard alone: a folded rule, the way to the very slot, and back to where one was", async () => {
  const { plan } = await example();
  const page = await openMissing(plan, "Anja");
  await headOf(page, "K10").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toContain("Wie voert ‘Overige opleidingsteams opleiden’ uit?");
  await page.keyboard.press("Enter");
  await expect.poll(() => focusIn(page, "[data-testid=activity-panel] [data-slot=executor]")).toBe(true);
  await page.goBack();
  await expect.poll(() => focusIn(page, "[data-rule=K10] [data-finding]")).toBe(true);
  const decision = ruleOf(page, "K15").locator("[data-finding]");
  await decision.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focusIn(page, "[data-testid=decision-panel] [data-field=status]")).toBe(true);
});

test("domain A7: what does not apply is set aside with a reason for everybody, and comes back; zero is told kindly", async () => {
  const { plan, value } = await example();
  const mt = value.parties.find(({ name }) => name === "MT" || name.startsWith("Managementteam"));
  if (mt === undefined) throw new Error("the example has no MT");
  const anja = await openMissing(plan, "Anja", { query: `?of=${mt.id}` });
  const bram = await openMissing(plan, "Bram");
  const viewer = await openMissing(plan, "Cor", { role: "viewer" });
  expect(await countOf(anja, "M")).toBe("1");
  const row = ruleOf(anja, "K15");
  await row.getByRole("button", { name: /^Niet van toepassing/ }).press("Enter");
  await anja.keyboard.type("Dit ligt bij het bestuur");
  await anja.keyboard.press("Enter");
  await anja.getByTestId("nothing-needed").waitFor();
  await expect.poll(() => countOf(bram, "M")).toBe("4");
  await bram.getByTestId("waived").getByRole("button", { expanded: false }).click();
  await bram.getByTestId("waived").getByText("Dit ligt bij het bestuur").waitFor();
  await viewer.getByTestId("waived").waitFor();
  expect(await viewer.getByRole("button", { name: /^Niet van toepassing:/ }).count()).toBe(0);
  await bram
    .getByTestId("waived")
    .getByRole("button", { name: /^Toch weer tonen/ })
    .click();
  await expect.poll(() => countOf(anja, "M")).toBe("1");
  await anja.getByTestId("nothing-needed").waitFor({ state: "detached" });
  await anja.getByRole("button", { name: /^Iedereen/ }).click();
  await expect.poll(() => countOf(anja, "M")).toBe("5");
});

test("domain A7: on a phone nothing runs off the page, and a cell that is empty is gone to on the wall", async () => {
  const { plan } = await example();
  const page = await openMissing(plan, "Anja", { device: "phone" });
  const width = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(width[0]).toBe(width[1]);
  await headOf(page, "K04").click();
  await ruleOf(page, "K04").locator("[data-finding]").first().click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/plan/${plan.plan.id}`);
});
