import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type RunningServer, startServer } from "../builders/server.ts";
import { fingerOn } from "../builders/wall.ts";

const people = usePeople([/status of 401/]);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

/** Presses Tab until `wanted` has focus; fails when it is not among the first eighty stops. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const hasFocus = () => wanted.evaluate((element) => element.contains(document.activeElement));
  for (let step = 0; step < 80; step++) {
    if (await hasFocus()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`);
}

const linkIsMade = (page: Page): Promise<void> => {
  const link = page.getByLabel(/^Link voor/).first();
  return expect.poll(() => link.inputValue()).toContain("/join#");
};
const card = (page: Page, title: string): Locator => page.getByTestId("card").filter({ hasText: title });
const cellOf = (page: Page, title: string): Promise<string | null> =>
  card(page, title).evaluate((element) => element.closest("[data-cell]")?.ariaLabel ?? null);

test("with the keyboard alone: make a plan, add, write, move, archive, restore and share", async () => {
  const { page } = await people.person();
  const { keyboard } = page;
  await page.goto(server.url);
  await tabTo(page, page.getByLabel("Naam van het plan"));
  await keyboard.type("Plan met toetsen");
  await tabTo(page, page.getByLabel("Je naam"));
  await keyboard.type("Anja");
  await tabTo(
    page,
    page.getByRole("group", { name: /Je kring/ }).or(page.getByRole("radiogroup", { name: /Je kring/ })),
  );
  await keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Plan maken" }));
  await keyboard.press("Enter");
  await page.getByTestId("cell").first().waitFor();
  await page.locator("[data-movable]").waitFor();

  await tabTo(page, page.getByRole("button", { name: "Eerste activiteit toevoegen" }));
  await keyboard.press("Enter");
  await page.getByPlaceholder("Wat gaan we doen?").waitFor();
  await keyboard.type("Nulmeting");
  await keyboard.press("Enter");
  await keyboard.type("Gesprekken");
  await keyboard.press("Enter");
  await keyboard.press("Escape");

  const first = card(page, "Nulmeting").locator("[data-stop]");
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset["stop"]))
    .toMatch(/^add:/);
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.press("Enter");
  const panel = page.getByTestId("activity-panel");
  const why = panel.locator("[data-field=why] [contenteditable=true]");
  await tabTo(page, why);
  await keyboard.type("Om te weten waar we staan.");
  await why.getByText("Om te weten waar we staan.").waitFor();
  await keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });

  await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
  for (const key of ["Space", "ArrowRight", "Space"]) await keyboard.press(key);
  await expect.poll(() => cellOf(page, "Nulmeting")).toMatch(/^Fase Ontwerp, domein Processen/);

  await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true);
  await keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Naar prullenbak" }).waitFor();
  await keyboard.press("End");
  await keyboard.press("Enter");
  await card(page, "Nulmeting").waitFor({ state: "detached" });

  await tabTo(page, page.getByRole("button", { name: "Meer", exact: true }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Prullenbak" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Terugzetten: Nulmeting" }));
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await expect.poll(() => cellOf(page, "Nulmeting")).toMatch(/^Fase Ontwerp, domein Processen/);

  await tabTo(page, page.getByRole("button", { name: "Delen", exact: true }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Link maken voor Bewerker" }));
  await keyboard.press("Enter");
  await linkIsMade(page);
});

test("by touch alone: make a plan, add, write, move, archive, restore and share", async () => {
  const { page } = await people.person("phone");
  await page.goto(server.url);
  const type = async (field: Locator, text: string): Promise<void> => {
    await field.tap();
    await page.keyboard.type(text);
  };
  await type(page.getByLabel("Naam van het plan"), "Plan met een vinger");
  await type(page.getByLabel("Je naam"), "Daan");
  await page.locator("label").filter({ hasText: /^ICT$/ }).tap();
  await page.getByRole("button", { name: "Plan maken" }).tap();
  await page.locator("[data-movable]").waitFor();

  await page.getByRole("button", { name: "Eerste activiteit toevoegen" }).tap();
  await page.keyboard.type("Nulmeting");
  await page.keyboard.press("Enter");
  await card(page, "Nulmeting").locator("[data-stop]").tap();
  const panel = page.getByTestId("activity-panel");
  await type(panel.locator("[data-field=why] [contenteditable=true]"), "Om te weten waar we staan.");
  await panel.getByText("Om te weten waar we staan.").waitFor();
  await panel.getByRole("button", { name: "Sluiten" }).tap();
  await panel.waitFor({ state: "detached" });

  const finger = await fingerOn(page);
  const box = await card(page, "Nulmeting").boundingBox();
  if (box === null) throw new Error("the card is there");
  await finger.down({ x: box.x + 60, y: box.y + 20 });
  await page.locator("[data-drag-picture]").waitFor();
  const organisation = await page
    .locator("[data-testid=cell][aria-label^='Fase Analyse, domein Organisatie']")
    .boundingBox();
  if (organisation === null) throw new Error("the cell below is there");
  await finger.move({ x: box.x + 60, y: organisation.y + organisation.height / 2 });
  await page.locator("[data-drop-target]").waitFor();
  await finger.up();
  await expect.poll(() => cellOf(page, "Nulmeting")).toMatch(/^Fase Analyse, domein Organisatie/);

  await card(page, "Nulmeting").locator("[data-card-menu]").tap();
  await page.getByRole("menuitem", { name: "Naar prullenbak" }).tap();
  await card(page, "Nulmeting").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Meer", exact: true }).tap();
  await page.getByRole("button", { name: "Prullenbak" }).tap();
  await page.getByRole("button", { name: "Terugzetten: Nulmeting" }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Sluiten" }).tap();
  await expect.poll(() => cellOf(page, "Nulmeting")).toMatch(/^Fase Analyse, domein Organisatie/);

  await page.getByRole("button", { name: "Delen", exact: true }).tap();
  await page.getByRole("button", { name: "Link maken voor Bewerker" }).tap();
  await linkIsMade(page);
});

test("ux E1: a stranger's first minute: three questions, and after 8 actions an own activity in another phase", async () => {
  const { page } = await people.person();
  let actions = 0;
  const act = async (what: Promise<unknown>): Promise<void> => {
    actions++;
    await what;
  };
  await page.goto(server.url);
  await act(page.getByLabel("Naam van het plan").fill("Invoering OKE"));
  await act(page.getByLabel("Je naam").fill("Els"));
  await act(page.getByRole("radio", { name: "Onderwijs" }).check());
  await act(page.getByRole("button", { name: "Plan maken" }).click());
  await page.locator("[data-movable]").waitFor();
  await page.getByTestId("first-step").waitFor();
  await act(page.getByRole("button", { name: "Eerste activiteit toevoegen" }).click());
  await act(page.keyboard.type("Nulmeting doen"));
  await act(page.keyboard.press("Enter"));
  await page.getByTestId("first-step").waitFor({ state: "detached" });
  const from = await card(page, "Nulmeting doen").boundingBox();
  const to = await page
    .locator("[data-testid=cell][aria-label^='Fase Ontwerp, domein Organisatie']")
    .boundingBox();
  if (from === null || to === null) throw new Error("both are on screen");
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 6 });
  await act(page.mouse.up());
  await expect.poll(() => cellOf(page, "Nulmeting doen")).toMatch(/^Fase Ontwerp, domein Organisatie/);
  expect(actions).toBeLessThanOrEqual(8);
});

test("ux E1: before the plan is there, its shape is, with words for a screen reader", async () => {
  const { page } = await people.person();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/plans/*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${server.url}/plan/${"a".repeat(21)}`);
  await page.getByRole("status").getByText("Het plan wordt geopend").waitFor();
  expect(await page.locator("[aria-busy=true]").isVisible()).toBe(true);
  answer();
  await page.getByRole("heading").waitFor();
});

test("ux E2: an empty cell asks what belongs there; on a wall in use only to whoever points at it", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  await page.getByLabel("Naam van het plan").fill("Leeg");
  await page.getByLabel("Je naam").fill("Els");
  await page.getByRole("radio", { name: "Onderwijs" }).check();
  await page.getByRole("button", { name: "Plan maken" }).click();
  await page.locator("[data-movable]").waitFor();
  const prompt = page.getByText("Wat is er voor Organisatie nodig in de fase Ontwerp?");
  expect(await prompt.isVisible()).toBe(true);
  await page.getByRole("button", { name: "Eerste activiteit toevoegen" }).click();
  for (let count = 1; count <= 11; count++) {
    await page.keyboard.type(`Activiteit ${String(count)}`);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => prompt.isVisible()).toBe(false);
  await page
    .locator("[data-testid=cell][aria-label^='Fase Ontwerp, domein Organisatie']")
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .hover();
  await expect.poll(() => prompt.isVisible()).toBe(true);
});
