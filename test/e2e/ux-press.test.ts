import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { some } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { wallOf } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** Buttons, fields and links that are in sight. */
const CONTROLS = "button, input, select, textarea, a[href], [contenteditable=true]";

/** Where every control in sight stands, by what it is called. */
function placesIn(page: Page): Promise<Record<string, string>> {
  return page.evaluate((controls) => {
    const places: Record<string, string> = {};
    for (const [at, element] of [...document.querySelectorAll<HTMLElement>(controls)].entries()) {
      const { top, left, bottom } = element.getBoundingClientRect();
      // The tools of a text come over its name, and take no room.
      if (!element.checkVisibility({ visibilityProperty: true }) || bottom < 0 || top > innerHeight) continue;
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 30) ?? "";
      places[`${String(at)} ${element.localName} ${name}`] =
        `${String(Math.round(left))} ${String(Math.round(top))}`;
    }
    return places;
  }, CONTROLS);
}

const sameKeys = (a: Record<string, string>, b: Record<string, string>): [string, string, string][] =>
  Object.entries(a).flatMap(([key, place]): [string, string, string][] => {
    const other = b[key];
    return other === undefined || other === place ? [] : [[key, place, other]];
  });

/** Writes in a field, presses the mouse on something below it, and says what moved before it was let go. */
async function movedByPress(page: Page, field: Locator): Promise<unknown> {
  await field.scrollIntoViewIfNeeded();
  await field.click();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  const target = await field.evaluate((element, controls) => {
    const { bottom } = element.getBoundingClientRect();
    const below = [...document.querySelectorAll<HTMLElement>(controls)].find((other) => {
      const box = other.getBoundingClientRect();
      const isClear = document.elementFromPoint(box.left + 4, box.top + 4)?.closest(controls) === other;
      return other !== element && box.top >= bottom + 2 && box.bottom < innerHeight && isClear;
    });
    const box = below?.getBoundingClientRect();
    return box === undefined ? null : { x: box.left + 4, y: box.top + 4 };
  }, CONTROLS);
  if (target === null) return "nothing below";
  await page.mouse.move(target.x, target.y);
  const before = await placesIn(page);
  await page.mouse.down();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const moved = sameKeys(before, await placesIn(page));
  // Let go where it does nothing.
  await page.mouse.move(2, 2);
  await page.mouse.up();
  return moved;
}

test("[U22] a press on anything after writing finds it where it was: in every field of every panel and page", async () => {
  const plan = await createPlan(server.url);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const { page } = await people.person();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWall(page, server, plan);
  const open = value.decisions.find(({ status }) => status === "open")?.id ?? "";
  const pages = {
    [`activity/${value.activities[3]?.id ?? ""}`]: "[data-testid=activity-panel]",
    [`decisions/${open}`]: "[data-testid=decision-panel]",
    [`communication/${value.communications[0]?.id ?? ""}`]: "[data-testid=moment-panel]",
    goals: "[data-testid=view]",
    parking: "[data-testid=view]",
    "people?as=parties": "[data-testid=view] section:first-of-type",
  };
  const moved: Record<string, unknown> = {};
  for (const [path, root] of some(Object.entries(pages), 0.5)) {
    await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
    await page.locator(root).first().waitFor();
    await badgeSays(page, "saved");
    const fields = page
      .locator(root)
      .locator("[contenteditable=true], textarea:visible, input[type=text]:visible");
    await fields.first().waitFor();
    const count = Math.min(await fields.count(), 14);
    for (let at = 0; at < count; at++) {
      const found = await movedByPress(page, fields.nth(at));
      if (Array.isArray(found) && found.length > 0) moved[`${path} ${String(at)}`] = found.slice(0, 3);
    }
  }
  expect(moved).toEqual({});
});

test("[U22] the first press after writing does what was pressed: a role, a new step, another card, undo", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const wall = await wallOf(page);
  const panel = page.getByTestId("activity-panel");
  await page.getByTestId("card").first().locator("[data-stop]").click();
  const criterion = panel.locator("[data-field=criterion] [contenteditable=true]");
  await criterion.click();
  await page.keyboard.type("Klaar. ");
  await panel.getByRole("button", { name: "Toevoegen bij Opdrachtgever" }).click();
  await page.getByRole("dialog").getByRole("searchbox").waitFor();
  await page.keyboard.press("Escape");

  const steps = panel.locator("[data-field=steps] li");
  const before = await steps.count();
  await panel.getByLabel("Stap toevoegen").click();
  await page.keyboard.type("Nog een stap");
  await panel.getByRole("button", { name: "Link toevoegen" }).click();
  await panel.getByLabel("Adres").waitFor();
  await expect.poll(() => steps.count()).toBe(before + 1);
  await page.keyboard.press("Escape");

  // What was typed is there before what is pressed: undo takes just that back.
  await panel.getByLabel("Stap toevoegen").click();
  await page.keyboard.type("Te veel");
  await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
  await expect.poll(() => steps.count()).toBe(before + 1);
  await panel.getByRole("button", { name: "Sluiten" }).click();

  await wall
    .cell("Analyse", "Processen")
    .getByRole("button", { name: /^Activiteit toevoegen/u })
    .click();
  await page.keyboard.type("Half getypt");
  const below = wall.cell("Analyse", "Organisatie").getByTestId("card").first().locator("[data-stop]");
  await below.click();
  await panel.waitFor();
  expect(await page.locator("textarea[placeholder='Wat gaan we doen?']").count()).toBe(0);
});
