import { axeFaults } from "./builders/axe.ts";
import { launchChromium } from "./builders/chromium.ts";
import { EXAMPLE_DAY } from "./builders/checked-example.ts";
import { createPlan, startServer } from "./builders/server.ts";
import { openWall } from "./builders/wall-page.ts";
import { examplePlanDoc, growPlan } from "./builders/plan-doc.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { planScore } from "@planwand/shared/checks/completeness.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
const doc = examplePlanDoc();
growPlan(doc, 2000);
const big = toPlan(doc);
for (let i = 0; i < 6; i++) {
  const t = performance.now();
  const c = checkPlan(big, EMPTY_JOURNAL, EXAMPLE_DAY);
  const u = performance.now();
  planScore(big);
  console.log(
    "check",
    big.activities.length,
    (u - t).toFixed(1),
    "score",
    (performance.now() - u).toFixed(1),
    c.findings.length,
  );
}
const server = await startServer();
const browser = await launchChromium();
const plan = await createPlan(server.url);
for (const [name, viewport, colorScheme] of [
  ["1440", { width: 1440, height: 900 }, "light"],
  ["1280", { width: 1280, height: 720 }, "dark"],
  ["phone", { width: 390, height: 844 }, "light"],
] as const) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    hasTouch: name === "phone",
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(`${EXAMPLE_DAY}T12:00:00`);
  await openWall(page, server, plan);
  await page.getByTestId("missing-badge").waitFor({ state: "attached" });
  await page.screenshot({ path: `/tmp/checks-shots/wall-${name}.png` });
  await page.goto(`${server.url}/plan/${plan.plan.id}/missing`);
  await page.getByTestId("count-M").waitFor();
  await page.screenshot({ path: `/tmp/checks-shots/view-${name}.png` });
  await page.locator("[data-rule=K04] button").first().click();
  await page.locator("[data-rule=K20] button").first().click();
  await page.locator("[data-rule=K04] button[aria-expanded]").nth(1).click();
  await page.locator("[data-rule=K04] form").waitFor();
  await page.locator("[data-rule=K04]").scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/checks-shots/form-${name}.png` });
  console.log(await axeFaults(page, `missing ${name}`));
  await page.locator("[data-rule=K08] [data-finding]").click();
  await page.waitForFunction(() => document.activeElement?.matches("[contenteditable=true]"));
  await page.getByTestId("card-missing").getByRole("button").first().click();
  await page.screenshot({ path: `/tmp/checks-shots/panel-${name}.png` });
  console.log(await axeFaults(page, `panel ${name}`));
  await context.close();
}
await browser.close();
await server.stop();
