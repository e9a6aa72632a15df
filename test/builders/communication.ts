import type { Locator, Page } from "playwright-core";
import type { Communication } from "@planwand/shared/plan/schema.ts";
import type { Person } from "./browser.ts";
import { type CreatedPlan, planOf, type RunningServer } from "./server.ts";
import { joinWall } from "./wall.ts";

/** A Monday in the example's second phase: one of its moments has just passed. */
export const COMMUNICATION_DAY = "2026-12-07";

/** Comes in by a share link and goes to the communication of the plan, at `path` below it. */
export async function openCommunication(
  person: Person,
  server: RunningServer,
  plan: CreatedPlan,
  {
    name = "Anja",
    role = "editor",
    path = "",
  }: { readonly name?: string; readonly role?: "editor" | "viewer"; readonly path?: string } = {},
): Promise<Page> {
  const { page } = person;
  await joinWall(person, server.url, plan.keys[role], name);
  await page.goto(`${server.url}/plan/${plan.plan.id}/communication${path}`);
  await page.getByRole("heading", { name: "Communicatie", exact: true }).waitFor();
  return page;
}

/** The moments as the server has them. */
export async function momentsOf(server: RunningServer, plan: CreatedPlan): Promise<readonly Communication[]> {
  return (await planOf(server.url, plan.plan.id, plan.cookie)).plan.communications;
}

export const panelOf = (page: Page): Locator => page.getByTestId("moment-panel");

/** Chooses in the menu that is open, by the first letters of an item. */
export async function chooseByKeys(page: Page, letters: string): Promise<void> {
  const focused = page.locator("[role=menu]:focus-within, [role=menu]:focus");
  await focused.waitFor();
  await page.keyboard.type(letters);
  await page.locator("[role=menuitem]:focus").filter({ hasText: letters }).waitFor();
  await page.keyboard.press("Enter");
}

/** By how much the page and the view on it are wider than the screen. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const view = document.querySelector("[data-testid=view]");
    const inView = view === null ? 0 : view.scrollWidth - view.clientWidth;
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, inView);
  });
}
