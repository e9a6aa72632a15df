import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { untilKeysWork } from "../builders/filter.ts";
import type { OpenedFrom } from "../builders/opened-window.ts";
import { some } from "../builders/run-length.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { WINDOWS } from "../builders/window-faults.ts";
import { everyWindow } from "../builders/windows.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** Where focus has come to rest, as a tag with its attributes; `body` when it is nowhere. */
function focused(page: Page): Promise<string> {
  return page.evaluate(async () => {
    let last = document.activeElement;
    for (let frame = 0, same = 0; frame < 120 && same < 12; frame++) {
      await new Promise((done) => requestAnimationFrame(done));
      const now = document.activeElement;
      same = now === last && now !== document.body ? same + 1 : 0;
      last = now;
    }
    return last === null || last === document.body ? "body" : last.outerHTML.replace(/>.*/su, ">");
  });
}

async function ownWall(): Promise<{ readonly page: Page; readonly plan: CreatedPlan }> {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWall(page, server, plan);
  await untilKeysWork(page);
  return { page, plan };
}

async function show(page: Page, plan: CreatedPlan, path: string): Promise<void> {
  await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
  await page.getByTestId("view").waitFor();
  await badgeSays(page, "saved");
}

test("[U26] whatever opens over the page gives focus a place when Escape closes it", async () => {
  const { page, plan } = await ownWall();
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const from: OpenedFrom = { page, url: server.url, plan, value, isPhone: false };
  const lost: string[] = [];
  for (const { name, open, isGoing = false } of some(everyWindow(from), 0.3).flat()) {
    await open();
    await page.locator(WINDOWS).last().waitFor();
    if (isGoing) continue;
    // One window may stand upon another.
    for (let left = await page.locator(WINDOWS).count(); left > 0; left--) {
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(WINDOWS).count()).toBeLessThan(left);
    }
    if ((await focused(page)) === "body") lost.push(name);
  }
  expect(lost).toEqual([]);
});

test("[U26] a card that goes by its menu leaves focus to what stands next to it, by mouse and by keys", async () => {
  const { page } = await ownWall();
  for (const isByMouse of [true, false, true, true, true]) {
    const card = page.getByTestId("card").first();
    const id = (await card.getAttribute("data-card-id")) ?? "";
    const [button, item] = [
      card.locator("[data-card-menu]"),
      page.getByRole("menuitem", { name: "Naar prullenbak" }),
    ];
    if (isByMouse) {
      await card.hover();
      await button.click();
      await item.click();
    } else {
      await button.focus();
      await page.keyboard.press("Enter");
      await item.focus();
      await page.keyboard.press("Enter");
    }
    await page.locator(`[data-testid=card][data-card-id="${id}"]`).waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toContain("data-stop=");
  }
});

test("[U26] help that is closed, a cell left empty, a decision and a snapshot give focus a place", async () => {
  const { page, plan } = await ownWall();
  const { keyboard } = page;
  const dialog = page.getByRole("dialog");
  await keyboard.press("?");
  await dialog.waitFor();
  await keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toContain("<main");

  await page.locator("[data-stop^='empty:']").first().focus();
  await keyboard.press("Enter");
  await keyboard.type("Hier is niets nodig");
  await keyboard.press("Enter");
  await page.getByTestId("empty-reason").first().waitFor();
  await expect.poll(() => focused(page)).toContain('data-stop="filled:');

  await show(page, plan, "decisions");
  const panel = page.getByTestId("decision-panel");
  await page.locator("[data-section=toDecide] [data-decision]").first().click();
  for (const field of ["Besluit", "Onderbouwing"]) {
    await panel.getByRole("textbox", { name: field, exact: true }).click();
    await keyboard.type("Dit hoort erbij.");
  }
  await panel.getByRole("button", { name: "Besluit vastleggen" }).focus();
  await keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Vastleggen" }).focus();
  await keyboard.press("Enter");
  await page.getByTestId("seal").waitFor();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toContain("decision-panel");

  // The field that is asked for has it.
  await page.getByTestId("seal").getByRole("button", { name: "Heropenen" }).focus();
  await keyboard.press("Enter");
  await expect.poll(() => focused(page)).toContain("<input");
  await keyboard.type("Het is toch anders");
  await keyboard.press("Enter");
  await page.getByTestId("seal").waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toContain("decision-panel");

  await show(page, plan, "versions");
  await page.getByRole("button", { name: "Momentopname maken" }).focus();
  await keyboard.press("Enter");
  await dialog.waitFor();
  await keyboard.type("Na de studiedag");
  await keyboard.press("Enter");
  await page.getByTestId("snapshot").first().waitFor();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toMatch(/<(button|main)/u);
});

test("[U26] what is chosen in the palette and moves nobody gives focus back to where it was", async () => {
  const { page } = await ownWall();
  const { keyboard } = page;
  await page.getByTestId("card").first().locator("[data-stop]").focus();
  const before = await focused(page);
  await keyboard.press("Control+k");
  await page.getByTestId("palette").waitFor();
  await keyboard.type("kaarten compact");
  await page.getByTestId("palette").getByRole("option", { name: "Kaarten compact" }).waitFor();
  await keyboard.press("Enter");
  await page.locator("html[data-density=compact]").waitFor();
  await expect.poll(() => focused(page)).toBe(before);
});

test("[U26] a plan that is made without a name brings to the field that asks for it", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Plan maken" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toContain('aria-invalid="true"');
});
