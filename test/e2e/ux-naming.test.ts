import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** A name that would be five shortcuts if it were typed into nothing. */
const NAME = "flink? lief";

interface Adding {
  readonly what: string;
  /** Where in the plan. */
  readonly path: string;
  readonly press: (page: Page) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).first();
const item = (page: Page, name: string) => page.getByRole("menuitem", { name }).click();

/** What is made first and named next. */
const ADDINGS: readonly Adding[] = [
  { what: "goals", path: "goals", press: (page) => button(page, "Doel toevoegen").click() },
  { what: "blackouts", path: "goals", press: (page) => button(page, "Periode toevoegen").click() },
  { what: "decisions", path: "decisions", press: (page) => button(page, "Beslispunt toevoegen").click() },
  {
    what: "communications",
    path: "communication",
    async press(page) {
      await page.locator("[data-add-moment]").click();
      await page.getByRole("menuitem").first().click();
    },
  },
  {
    what: "parties",
    path: "people?as=parties",
    press: (page) => page.locator("[data-circle=ict] > button").click(),
  },
  {
    what: "phases",
    path: "",
    async press(page) {
      await button(page, "Fase of domein toevoegen").click();
      await item(page, "Fase toevoegen");
    },
  },
  {
    what: "domains",
    path: "",
    async press(page) {
      await button(page, "Meer acties voor domein Processen").click();
      await item(page, "Domein toevoegen hieronder");
    },
  },
];

async function show(page: Page, plan: CreatedPlan, path: string): Promise<void> {
  await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
  await page
    .getByTestId(path === "" ? "card" : "view")
    .first()
    .waitFor();
  await page.locator("html[data-keys]").waitFor({ state: "attached" });
  await badgeSays(page, "saved");
}

/** The names of what there is of each kind, those in the bin left out. */
async function namesOf(plan: CreatedPlan): Promise<Record<string, string[]>> {
  const { plan: now } = await planOf(server.url, plan.plan.id, plan.cookie);
  return {
    goals: now.goals.map(({ title }) => title),
    blackouts: now.blackouts.map(({ name }) => name),
    decisions: now.decisions.map(({ question }) => question),
    communications: now.communications.map(({ message }) => message),
    parties: now.parties.map(({ name }) => name),
    phases: now.phases.map(({ name }) => name),
    domains: now.domains.map(({ name }) => name),
  };
}

test("[U23] whatever is added has the focus in its title: what is typed next is its name", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  for (const { what, path, press } of ADDINGS) {
    await show(page, plan, path);
    await press(page);
    await page.waitForFunction(() => document.activeElement?.matches("input, textarea") === true);
    await page.keyboard.type(NAME);
    await badgeSays(page, "saved");
    await expect.poll(async () => (await namesOf(plan))[what], { message: what }).toContain(NAME);
    expect(await page.getByTestId("lens-bar").count(), what).toBe(0);
    expect(await page.getByTestId("filter-bar").count(), what).toBe(0);
  }
});

test("[U23] what is left without a name is taken back and told; with something in it, it is asked for a name", async () => {
  const plan = await createPlan(server.url);
  const before = await namesOf(plan);
  const { page } = await people.person();
  await openWall(page, server, plan);
  for (const { what, path, press } of ADDINGS) {
    await show(page, plan, path);
    await press(page);
    await page.waitForFunction(() => document.activeElement?.matches("input, textarea") === true);
    const close = page.locator("aside").getByRole("button", { name: "Sluiten" });
    await ((await close.count()) > 0 ? close.first().click() : page.getByTestId("sync-badge").focus());
    await page.getByTestId("toast").getByText("Er stond niets in", { exact: false }).first().waitFor();
    await badgeSays(page, "saved");
    await expect.poll(() => namesOf(plan), { message: what }).toEqual(before);
  }
  await show(page, plan, "goals");
  await button(page, "Doel toevoegen").click();
  await page.keyboard.press("Tab");
  const measure = page.getByRole("textbox", { name: /^Maatstaf/u }).last();
  await measure.fill("Aandeel");
  await page.getByTestId("sync-badge").focus();
  await page.getByTestId("toast").getByRole("button", { name: "Naam geven" }).click();
  await page.keyboard.type("Minder papier");
  await badgeSays(page, "saved");
  await expect.poll(async () => (await namesOf(plan))["goals"]).toContain("Minder papier");
});

test("[U23] a step, an option, a link, something parked and a decision of an activity are not lost when their field is left", async () => {
  const plan = await createPlan(server.url);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const [card] = value.activities;
  const open = value.decisions.find(({ status }) => status === "open");
  const { page } = await people.person();
  await openWall(page, server, plan);
  const fields: readonly (readonly [path: string, label: string])[] = [
    [`activity/${card?.id ?? ""}`, "Stap toevoegen"],
    [`activity/${card?.id ?? ""}`, "Beslispunt toevoegen"],
    [`decisions/${open?.id ?? ""}`, "Mogelijkheid toevoegen"],
    ["parking", "Iets parkeren"],
  ];
  for (const [at, [path, label]] of fields.entries()) {
    await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
    await page.getByLabel(label, { exact: true }).fill(`Niet kwijt ${String(at)}`);
    await page.getByTestId("sync-badge").focus();
    await badgeSays(page, "saved");
  }
  const { plan: after } = await planOf(server.url, plan.plan.id, plan.cookie);
  const texts = JSON.stringify(after);
  for (const at of fields.keys()) expect(texts).toContain(`Niet kwijt ${String(at)}`);
});

test("[U24] keys of one character work while the wall has the focus, and nowhere else", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const typed = async (): Promise<void> => {
    for (const key of ["f", "l", "?", "x", "j", "k"]) await page.keyboard.press(key);
    // What needs more than one key comes after them, and finds nothing else open.
    await page.keyboard.press("Control+k");
    await page.getByTestId("palette").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("palette").waitFor({ state: "detached" });
    expect(
      await page.locator("[data-testid=lens-bar], [data-testid=filter-bar], [role=dialog]").count(),
    ).toBe(0);
    expect(await page.getByTestId("picked-bar").count()).toBe(0);
  };
  for (const path of ["goals", "decisions", "table", "timeline", "people"]) {
    await show(page, plan, path);
    const address = page.url();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await typed();
    await page.getByTestId("view").getByRole("button").first().focus();
    await typed();
    expect(page.url()).toBe(address);
  }
  await show(page, plan, "");
  await page.getByRole("button", { name: "Delen", exact: true }).focus();
  await typed();
  await page.getByTestId("card").first().locator("[data-stop]").click();
  await page.getByTestId("activity-panel").waitFor();
  await page.getByTestId("activity-panel").getByRole("button", { name: "Sluiten" }).focus();
  for (const key of ["f", "l", "?"]) await page.keyboard.press(key);
  expect(await page.locator("[data-testid=lens-bar], [data-testid=filter-bar], [role=dialog]").count()).toBe(
    0,
  );
  await page.keyboard.press("Escape");
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });
  await page.keyboard.press("l");
  await page.getByTestId("lens-bar").waitFor();
});
