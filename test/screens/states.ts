import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import type { BrowserContext, Page } from "playwright-core";
import { STAMP } from "../builders/plan-doc.ts";
import { addFilter, untilKeysWork } from "../builders/filter.ts";
import { type CreatedPlan, createPlan, join, type RunningServer } from "../builders/server.ts";
import { badgeSays, openWall, useSession } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

/** One device in one colour scheme, with a plan of its own on the server. */
export interface Stage {
  readonly server: RunningServer;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly plan: CreatedPlan;
  /** Takes the picture of what is on screen under this name. */
  readonly take: (name: string) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Every page and state, one after the other, as somebody would come across them. */
export async function walkThrough(stage: Stage): Promise<void> {
  await beforeThePlan(stage);
  await theWall(stage);
  await theWindows(stage);
  await thePanel(stage);
  await theViews(stage);
  await theSession(stage);
  await whatGoesWrong(stage);
}

/** The views beside the wall, each as it opens, and a decision point before and after it was taken. */
async function theViews({ server, page, plan, take }: Stage): Promise<void> {
  const views = [
    ["goals", "goals"],
    ["decisions", "decisions"],
    ["agenda", "decisions?as=agenda"],
    ["people", "people"],
    ["people-matrix", "people?as=matrix"],
    ["people-parties", "people?as=parties"],
    ["communication", "communication"],
    ["communication-calendar", "communication?as=calendar"],
    ["communication-coverage", "communication?as=coverage"],
    ["progress", "progress"],
    ["timeline", "timeline"],
    ["timeline-month", "timeline?zoom=month&by=domain"],
    ["timeline-table", "timeline?as=table"],
    ["discussion", "discussion"],
    ["missing", "missing"],
    ["parking", "parking"],
    ["versions", "versions"],
    ["keeping", "keeping"],
    ["history", "history"],
    ["table", "table"],
    ["table-grouped", "table?group=phase&sort=-end"],
    ["products", "products"],
    ["attention", "attention?as=circle:examenorganisatie&since=week"],
  ] as const;
  for (const [name, path] of views) {
    await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
    await page.getByTestId("view").waitFor();
    await badgeSays(page, "saved");
    await take(`view-${name}`);
  }
  await page.goto(`${server.url}/plan/${plan.plan.id}/decisions`);
  await page.locator("[data-section=toDecide] [data-decision]").first().click();
  await page.getByTestId("decision-panel").locator("[contenteditable=true]").first().waitFor();
  await take("decision-open");
  await page.keyboard.press("Escape");
  await page.locator("[data-section=decided] [data-decision]").first().click();
  await page.getByTestId("seal").waitFor();
  await take("decision-sealed");
  await openWall(page, server, plan);
}

/** A work session on its three faces, in a plan of its own: starting it, the wall, taking part, the screen for the room. */
async function theSession({ server, page, plan, take }: Stage): Promise<void> {
  const own = await createPlan(server.url, { title: "Startsessie" });
  await page.goto(`${server.url}/join`);
  await page.getByRole("textbox").first().waitFor();
  await take("session-code");
  await openWall(page, server, own);
  await button(page, "Meer").click();
  await button(page, "Werksessie").click();
  await page.getByRole("dialog").waitFor();
  await take("session-start");
  await button(page, "Sessie beginnen").click();
  await page.getByTestId("session-bar").waitFor();
  const panel = page.getByTestId("lead-panel");
  if ((await panel.count()) === 0) await button(page, "Leiding").click();
  await panel.getByTestId("joining-code").waitFor();
  await button(page, "Volgende stap").click();
  await panel.getByTestId("hidden-ideas").waitFor();
  await take("session-lead");
  await page.goto(`${server.url}/plan/${own.plan.id}/workshop`);
  await page.getByLabel("Jouw idee", { exact: true }).fill("Afspraken maken met de leverancier");
  await button(page, "Versturen").click();
  await page.locator("[data-testid=own-idea][data-state=hidden]").waitFor();
  await take("session-taking-part");
  await page.goto(`${server.url}/plan/${own.plan.id}/beamer`);
  await page.getByTestId("joining-corner").waitFor();
  await take("session-room");
  await openWall(page, server, plan);
}

async function beforeThePlan({ server, page, plan, take }: Stage): Promise<void> {
  await page.goto(server.url);
  await button(page, "Plan maken").waitFor();
  await take("start");
  await button(page, "Plan maken").click();
  await take("start-mistakes");
  await button(page, "Bekijk het voorbeeld").click();
  await page.getByRole("dialog").waitFor();
  await take("start-example");
  await page.goto(`${server.url}/join#${plan.keys.editor}`);
  await button(page, "Meedoen").waitFor();
  await take("join");
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await page.getByRole("heading").first().waitFor();
  await take("no-access");
  await page.goto(`${server.url}/nergens`);
  await page.getByRole("heading").first().waitFor();
  await take("not-found");
}

async function theWall({ server, context, page, plan, take }: Stage): Promise<void> {
  const fresh = await createPlan(server.url, { title: "Nieuw plan", template: "format" });
  await openWall(page, server, fresh);
  await take("wall-new");
  await button(page, "Eerste activiteit toevoegen").click();
  await page.keyboard.type("Nulmeting van het examenproces");
  await take("wall-adding");

  await openWall(page, server, plan);
  await take("wall");
  for (const density of ["Compact", "Ruim"]) {
    await button(page, "Meer").click();
    await page.getByRole("radio", { name: density, exact: true }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("radio").first().waitFor({ state: "detached" });
    await take(`wall-${density.toLowerCase()}`);
  }
  await button(page, "Meer").click();
  await page.getByRole("radio", { name: "Normaal", exact: true }).check();
  await take("menu");
  await page.keyboard.press("Escape");
  await page.getByRole("radio").first().waitFor({ state: "detached" });

  const isNarrow = (page.viewportSize()?.width ?? 0) < 768;
  if (isNarrow) await button(page, "Meer").click();
  await button(page, "Filter").last().click();
  const filter = page.getByTestId("filter-bar");
  await addFilter(page, "Status", "Bezig", "Gepland");
  await addFilter(page, "Kring", "ICT");
  await take("wall-filter");
  await page.getByRole("button", { name: "Filter toevoegen" }).click();
  await page.locator("[data-filter-kind]").first().waitFor();
  await take("wall-filter-kinds");
  await page.keyboard.press("Escape");
  await filter.getByLabel("Zoek in titels").fill("zzz");
  await take("wall-filter-nothing");
  await filter.getByRole("button", { name: "Filter sluiten" }).click();
  await filter.waitFor({ state: "detached" });
  await page.goto(`${server.url}/plan/${plan.plan.id}?lens=ict`);
  await page.locator("[data-lens]").first().waitFor();
  await take("wall-lens");
  await untilKeysWork(page);
  await page.keyboard.press("Control+k");
  await page.getByTestId("palette").getByRole("option").first().waitFor();
  await take("palette");
  await page.keyboard.type("ict");
  await page.locator("[data-palette=activity]").first().waitFor();
  await take("palette-found");
  await page.keyboard.press("Escape");
  await openWall(page, server, plan);

  await page
    .getByTestId("card")
    .nth(0)
    .click({ modifiers: ["Control"] });
  await page
    .getByTestId("card")
    .nth(1)
    .click({ modifiers: ["Control"] });
  await page.getByTestId("picked-bar").waitFor();
  await take("wall-picked");
  await page.keyboard.press("Escape");
  await page.getByTestId("picked-bar").waitFor({ state: "detached" });
  await page.getByTestId("card").first().locator("[data-stop]").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await take("wall-lifted");
  await page.keyboard.press("Escape");
  for (const at of [1, 2]) {
    await page.locator("[data-domain-header] [data-stop^=fold]").nth(at).focus();
    await page.keyboard.press("Enter");
  }
  await take("wall-folded");
  for (const at of [1, 2]) {
    await page.locator("[data-domain-header] [data-stop^=fold]").nth(at).focus();
    await page.keyboard.press("Enter");
  }
  await page.getByTestId("card").first().locator("[data-stop]").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  await take("card-menu");
  await page.getByRole("menuitem", { name: "Naar prullenbak" }).click();
  await page.getByTestId("toast").waitFor();
  await take("wall-toast");

  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const gone = [...other.doc.getMap("phases").keys()][4] ?? "";
  archiveEntry(other.doc, "phases", gone, STAMP);
  await page.getByTestId("unplaced").waitFor();
  await take("wall-not-placed");
  await other.close();

  const { cookie } = await join(server.url, plan.keys.viewer, "Vera");
  await useSession(context, server, cookie);
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await page.getByTestId("card").first().waitFor();
  await badgeSays(page, "saved");
  await take("wall-reader");
  await useSession(context, server, plan.cookie);
}

async function theWindows({ server, page, plan, take }: Stage): Promise<void> {
  await openWall(page, server, plan);
  const fromMenu = async (name: string | RegExp, picture: string): Promise<void> => {
    await button(page, "Meer").click();
    await button(page, name).click();
    await page.getByRole("dialog").waitFor();
    await take(picture);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  await fromMenu("Prullenbak", "bin");
  await fromMenu("Hulp", "help");
  await fromMenu("Uitloggen op dit apparaat", "leave");
  await fromMenu(/^Exporteren/, "export");
  await button(page, "Meer").click();
  await button(page, "Importeren").click();
  const table = Buffer.from(
    "Fase;BOP-domein;Activiteit;Klaar op\nAnalyse;Juridisch;Contracten nalopen;morgen\n",
  );
  await page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles({ name: "taken.csv", mimeType: "text/csv", buffer: table });
  await page.getByTestId("import-row").waitFor();
  await take("import");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await button(page, "Delen").click();
  await button(page, "Link maken voor Bewerker").click();
  await page.getByTestId("qr-code").waitFor();
  await take("share");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByTestId("sync-badge").click();
  await page.getByRole("dialog").waitFor();
  await take("badge");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function thePanel({ page, take }: Stage): Promise<void> {
  await page.getByTestId("card").nth(1).locator("[data-stop]").click();
  const panel = page.getByTestId("activity-panel");
  await panel.locator("[contenteditable=true]").nth(3).waitFor();
  await take("panel");
  await panel.getByRole("button", { name: "Link toevoegen" }).click();
  await take("panel-below");
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: /^Verplaatsen naar/ }).click();
  await page.getByRole("dialog").waitFor();
  await take("move");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await panel.getByRole("button", { name: "Sluiten" }).click();
  await panel.waitFor({ state: "detached" });
}

async function whatGoesWrong({ context, page, take }: Stage): Promise<void> {
  await context.setOffline(true);
  await badgeSays(page, "offline");
  await page
    .getByTestId("cell")
    .first()
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .click();
  await page.keyboard.type("Zonder verbinding bedacht");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page
    .getByTestId("sync-badge")
    .getByText(/1 wijziging|1$/)
    .first()
    .waitFor();
  await take("wall-offline");
  await context.setOffline(false);
}
