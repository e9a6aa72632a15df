import type { Locator, Page } from "playwright-core";
import type { Person } from "./browser.ts";
import type { RunningServer } from "./server.ts";

export const CIRCLES = ["ICT", "Onderwijs", "Examenorganisatie"] as const;

export const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Begins a session from the menu, its private round about two cells; the code on the screen. */
export async function startSession(page: Page): Promise<string> {
  await button(page, "Meer").click();
  await button(page, "Werksessie").click();
  const dialog = page.getByRole("dialog");
  await button(dialog, "Meer over stap 2").click();
  await dialog.getByLabel("Waar?").first().selectOption({ label: "Analyse · Processen" });
  await button(dialog, "Plek toevoegen").click();
  await dialog.getByLabel("Waar?").nth(1).selectOption({ label: "Ontwerp · ICT en systemen" });
  await button(dialog, "Sessie beginnen").click();
  await page.getByTestId("session-bar").waitFor();
  return (await page.getByTestId("joining-code").innerText()).replaceAll(/\s/gu, "");
}

/** Comes in with the code, as somebody of this circle. */
export async function joinByCode(
  server: RunningServer,
  person: Person,
  code: string,
  name: string,
  circle: string,
): Promise<void> {
  const { page } = person;
  await page.goto(`${server.url}/join#${code}`);
  await page.getByLabel("Je naam").fill(name);
  await page.getByRole("radio", { name: circle }).check();
  await button(page, "Meedoen").click();
  await page.getByTestId("participant").waitFor();
}

/** Waits until the phone shows a step of this kind. */
export const inStep = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-testid=participant][data-step-kind=${kind}]`).waitFor();
/** Who leads goes to the next step. */
export const next = (page: Page): Promise<void> => button(page, "Volgende stap").click();
