import type { Locator, Page } from "playwright-core";

/** Opens the filter from the header and gives its bar. */
export async function openFilter(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const bar = page.getByTestId("filter-bar");
  await bar.waitFor();
  return bar;
}

/** Adds a filter of a kind, by its word on screen; with values, ticks these and closes the list. */
export async function addFilter(page: Page, kind: string, ...values: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Filter toevoegen" }).click();
  const list = page.getByRole("dialog", { name: "Filter toevoegen" });
  await list.getByRole("button", { name: kind, exact: true }).click();
  for (const value of values) await list.getByRole("checkbox", { name: value, exact: true }).check();
  if (values.length > 0) await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
}

/** The chip of a kind, by its name in the address. */
export function chipOf(page: Page, kind: string): Locator {
  return page.locator(`[data-filter-chip="${kind}"]`);
}

/** Waits until the keys that work everywhere in a plan are listened to. */
export async function untilKeysWork(page: Page): Promise<void> {
  await page.locator("html[data-keys]").waitFor({ state: "attached" });
}
