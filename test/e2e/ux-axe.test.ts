import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { untilKeysWork } from "../builders/filter.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { isLong, SEED } from "../builders/run-length.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall, useSession } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople([/status of 40[134]/]);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

/** The words by which this test finds its way, in both languages. */
const WORDS = {
  nl: {
    more: "Meer",
    bin: "Prullenbak",
    help: "Hulp",
    leave: "Uitloggen op dit apparaat",
    exports: "Exporteren …",
    imports: "Importeren",
    share: "Delen",
    add: /^Activiteit toevoegen/,
    join: "Meedoen",
    make: "Plan maken",
    move: /^Verplaatsen/,
    axis: "Fase of domein toevoegen",
    archiveAxis: "Naar prullenbak",
    phase: "Meer acties voor fase Analyse",
    link: "Link toevoegen",
  },
  en: {
    more: "More",
    bin: "Bin",
    help: "Help",
    leave: "Sign out on this device",
    exports: "Export …",
    imports: "Import",
    share: "Share",
    add: /^Add an activity/,
    join: "Take part",
    make: "Make the plan",
    move: /^Move to …/,
    axis: "Add a phase or domain",
    archiveAxis: "To the bin",
    phase: "More actions for phase Analyse",
    link: "Add a link",
  },
} as const;

/** Every device, scheme and language; an ordinary run takes one of the first two, by its seed, for one half of what there is. */
const SETTINGS = [
  ["desktop", "light", "nl"],
  ["phone", "dark", "en"],
  ["desktop", "dark", "nl"],
  ["desktop", "light", "en"],
  ["desktop", "dark", "en"],
  ["phone", "light", "nl"],
  ["phone", "dark", "nl"],
  ["phone", "light", "en"],
] as const;

const PAGES = isLong ? SETTINGS : SETTINGS.slice(0, SEED % 2 === 0 ? 1 : 0);
const VIEWS = isLong ? SETTINGS : SETTINGS.slice(1, SEED % 2 === 0 ? 1 : 2);

/** Behind a menu, a window or a panel the wall is as it was looked at before: an ordinary run does not do so again. */
const SAME_WALL = isLong ? undefined : "[data-testid=matrix]";

test.each(PAGES)(
  "ux K6: axe finds nothing on any page or state: %s, %s, %s",
  async (device, colorScheme, language) => {
    const words = WORDS[language];
    const plan = await createPlan(server.url, { title: "Invoering OKE" });
    const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    const faults: string[] = [];
    const { page, context } = await people.newcomer(device);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await context.addInitScript((chosen) => localStorage.setItem("planwand:language", chosen), language);
    const look = async (what: string, without?: string): Promise<void> => {
      faults.push(...(await axeFaults(page, what, without)));
    };
    const button = (name: string | RegExp) =>
      page.getByRole("button", { name, exact: typeof name === "string" });
    const closeWindow = async (): Promise<void> => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    const fromMenu = async (name: string, what: string): Promise<void> => {
      await button(words.more).click();
      await button(name).click();
      await page.getByRole("dialog").waitFor();
      await look(what, SAME_WALL);
      await closeWindow();
    };

    await page.goto(server.url);
    await button(words.make).click();
    await look("start, with mistakes");
    await page.goto(`${server.url}/join#${plan.keys.editor}`);
    await button(words.join).waitFor();
    await look("join");
    await page.goto(`${server.url}/join#${"x".repeat(43)}`);
    await page.goto(`${server.url}/nergens`);
    await page.getByRole("heading").first().waitFor();
    await look("not found");
    await page.goto(`${server.url}/plan/${plan.plan.id}`);
    await page.getByRole("heading").first().waitFor();
    await look("no access");

    await openWall(page, server, plan);
    await look("wall");
    await page.getByTestId("cell").first().getByRole("button", { name: words.add }).click();
    await look("adding");
    await page.keyboard.press("Escape");
    await button(words.more).click();
    await page.getByRole("radio").first().waitFor();
    await look("menu of the plan", SAME_WALL);
    await page.keyboard.press("Escape");
    await page.getByRole("radio").first().waitFor({ state: "detached" });
    await fromMenu(words.bin, "empty bin");
    await fromMenu(words.help, "help");
    await fromMenu(words.leave, "leaving");
    await fromMenu(words.exports, "exporting");
    await button(words.more).click();
    await button(words.imports).click();
    const table = Buffer.from("Fase;Activiteit;Klaar op\nAnders;Van buiten;morgen\n");
    await page
      .getByRole("dialog")
      .locator("input[type=file]")
      .setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: table });
    await page.getByTestId("import-row").waitFor();
    await look("importing", SAME_WALL);
    await closeWindow();
    await button(words.share).click();
    await page.getByTestId("share-role").first().waitFor();
    await page.getByTestId("share-role").first().getByRole("button").first().click();
    await page.locator("svg[role=img], [role=img]").first().waitFor();
    await look("sharing", SAME_WALL);
    await closeWindow();

    const card = page.getByTestId("card").first();
    await card.locator("[data-card-menu]").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await look("menu of a card");
    await page.getByRole("menuitem", { name: words.move }).click();
    await page.getByRole("dialog").waitFor();
    await look("moving", SAME_WALL);
    await closeWindow();
    await card.locator("[data-stop]").click({ modifiers: ["Control"] });
    await page.getByTestId("picked-bar").waitFor();
    await look("picked");
    await page.keyboard.press("Escape");
    await card.locator("[data-stop]").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await look("a lifted card");
    await page.keyboard.press("Escape");
    await page.locator("[data-domain-header] [data-stop^=fold]").first().focus();
    await page.keyboard.press("Enter");
    await look("a folded domain");
    await page.keyboard.press("Enter");

    await card.locator("[data-stop]").click();
    await page.getByTestId("activity-panel").locator("[contenteditable=true]").nth(3).waitFor();
    await look("panel", SAME_WALL);
    await button(words.link).click();
    await look("panel with a link", SAME_WALL);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByTestId("activity-panel").waitFor({ state: "detached" });
    const { activities, phases } = toPlan(other.doc);
    archiveEntry(other.doc, "activities", activities[0]?.id ?? "", STAMP);
    archiveEntry(other.doc, "phases", phases.find(({ name }) => name === "Borging")?.id ?? "", STAMP);
    await page.getByTestId("unplaced").waitFor();
    await look("not placed");
    await fromMenu(words.bin, "bin");

    const { cookie } = await join(server.url, plan.keys.viewer, "Vera");
    await useSession(context, server, cookie);
    await page.goto(`${server.url}/plan/${plan.plan.id}`);
    // What the device kept is drawn first: a card may still go.
    await badgeSays(page, "saved");
    await page.getByTestId("card").first().locator("[data-stop]").click();
    await page.getByTestId("activity-panel").waitFor();
    await look("a reader's panel");
    await page.emulateMedia({ forcedColors: "active" });
    await look("high contrast");
    await other.close();
    expect(faults).toEqual([]);
  },
);

test.each(VIEWS)(
  "ux K6: axe finds nothing on any view of the plan: %s, %s, %s",
  async (device, colorScheme, language) => {
    const plan = await createPlan(server.url, { title: "Invoering OKE" });
    const { page, context } = await people.newcomer(device);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await context.addInitScript((chosen) => localStorage.setItem("planwand:language", chosen), language);
    await openWall(page, server, plan);
    const faults: string[] = [];
    let looks = 0;
    const look = async (what: string): Promise<void> => {
      // An ordinary run looks at one half, by its seed.
      if (isLong || looks++ % 2 === (SEED >> 1) % 2) faults.push(...(await axeFaults(page, what)));
    };
    const show = async (path: string): Promise<void> => {
      await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
      await page.getByTestId("view").waitFor();
      await page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
    };

    await page.getByRole("button", { name: language === "nl" ? /^Weergave:/ : /^View:/ }).click();
    await page.getByRole("navigation").last().waitFor();
    await look("views");
    await show("goals");
    await page.locator("[contenteditable=true]").nth(4).waitFor();
    await look("goals");
    await show("decisions");
    await page.locator("[data-decision]").first().waitFor();
    await look("register");
    await page.locator("[data-section=toDecide] [data-decision]").first().click();
    await page.getByTestId("decision-panel").locator("[contenteditable=true]").nth(2).waitFor();
    await look("decision");
    await page.keyboard.press("Escape");
    await page.locator("[data-section=decided] [data-decision]").first().click();
    await page.getByTestId("seal").waitFor();
    await look("sealed decision");
    await show("decisions?as=agenda");
    await page.getByTestId("agenda").waitFor();
    await look("agenda");
    await show("people");
    await page.locator("section[data-party]").first().waitFor();
    await look("who does what");
    await page.locator("section[data-party] h3 button").first().click();
    await page.getByTestId("expectations").waitFor();
    await look("what is expected");
    await show("people?as=matrix");
    await page.locator("[data-role-cell]").nth(3).click();
    await page.getByRole("checkbox").first().waitFor();
    await look("matrix of roles");
    await show("people?as=parties");
    await page.locator("li[data-party]").first().waitFor();
    await look("parties");
    for (const form of ["list", "calendar", "coverage"]) {
      await show(`communication?as=${form}`);
      await page.getByRole("heading").nth(1).waitFor();
      await look(`communication as ${form}`);
    }
    await show("progress");
    await page.getByTestId("heat-map").waitFor();
    await page.getByTestId("missing-summary").waitFor();
    await page.getByTestId("burn-up").locator("summary").click();
    await look("progress");
    await page.locator("[data-heat-cell]").first().click();
    await page.getByRole("dialog").waitFor();
    await look("cell of the heat map");
    await show("timeline");
    await page.locator("[data-bar]").first().click();
    await page.getByTestId("dates-window").waitFor();
    await look("timeline");
    await show("timeline?as=table");
    await page.getByTestId("timeline-table").waitFor();
    await look("timeline as a table");
    await show("discussion");
    await page.getByTestId("discussion").nth(1).waitFor();
    await look("discussion");
    await show("parking");
    await look("parking lot");
    await show("table?group=phase");
    await page.locator("[data-line]").first().waitFor();
    await look("table");
    await show("products");
    await page.locator("[data-product]").first().waitFor();
    await look("products");
    await show("missing");
    await page.locator("[data-rule=K04] button").first().click();
    await page.locator("[data-rule=K04] button[aria-expanded]").nth(1).click();
    await page.locator("[data-rule=K04] form").waitFor();
    await look("what is missing");
    await show("example");
    await page.getByRole("heading").nth(3).waitFor();
    await look("example");
    await show("versions");
    await look("versions");
    await show("history");
    await look("history");
    await show("keeping");
    await look("keeping");
    await page.goto(`${server.url}/plan/${plan.plan.id}?filter=&late=&status=planned&lens=ict`);
    await page.getByTestId("filter-bar").waitFor();
    await page.getByTestId("lens-bar").waitFor();
    await page.locator("[data-filtered-out]").first().waitFor();
    await look("dimmed by a filter and a lens");
    await page.locator("[data-filter-chip=status] button").first().click();
    await page.getByRole("checkbox").last().waitFor();
    await look("values of a filter");
    await page.keyboard.press("Escape");
    await page.locator("[data-add-filter]").click();
    await page.locator("[data-filter-kind]").first().waitFor();
    await look("kinds of filters");
    await page.keyboard.press("Escape");
    await page.goto(`${server.url}/plan/${plan.plan.id}?filter=&text=zzz&hide=`);
    await page.getByTestId("filter-nothing").waitFor();
    await look("nothing found");
    await untilKeysWork(page);
    await page.keyboard.press("Control+k");
    await page.getByTestId("palette").getByRole("option").first().waitFor();
    await look("palette");
    await page.keyboard.type("ict");
    await page.locator("[data-palette=activity]").first().waitFor();
    await look("palette with what was found");
    await page.keyboard.press("Escape");
    await show("attention?as=circle:ict&since=week");
    await page.locator("[data-needs]").first().waitFor();
    await look("attention");
    expect(faults).toEqual([]);
  },
);

test("ux K6: in high contrast an open card, a picked one and the insertion line can be told from the rest", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await page.emulateMedia({ forcedColors: "active" });
  await openWall(page, server, plan);
  const border = (nth: number): Promise<string> => lookOf(page, nth);
  const plain = await border(0);
  await page
    .getByTestId("card")
    .nth(0)
    .click({ modifiers: ["Control"] });
  await page.getByTestId("picked-bar").waitFor();
  expect(await border(0)).not.toBe(plain);
  await page.keyboard.press("Escape");
  await page.getByTestId("card").nth(1).click();
  await page.getByTestId("activity-panel").waitFor();
  expect(await border(1)).not.toBe(plain);
});

const lookOf = (page: Page, nth: number): Promise<string> =>
  page
    .getByTestId("card")
    .nth(nth)
    .evaluate((card) => {
      const { borderColor, borderWidth, outlineStyle, outlineColor } = getComputedStyle(card);
      return [borderColor, borderWidth, outlineStyle, outlineColor].join(" ");
    });
