import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds wrong with the page as it is now, of any impact, a line for each; `what` names the page in it. `without` is left
 * out of it. No page of the product has frames, so that axe can run in the page itself, in a quarter of the time.
 */
export async function axeFaults(page: Page, what: string, without?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    // At a quarter of its strength on purpose, until somebody points at the card or reaches it: decision 28.
    .exclude("[data-filtered-out] button > span[aria-hidden]")
    .options({ resultTypes: ["violations"] });
  const { violations } = await (without === undefined ? builder : builder.exclude(without)).analyze();
  return violations.map(
    ({ id, impact, nodes }) =>
      `${what}: ${id} (${impact ?? ""}) ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}
