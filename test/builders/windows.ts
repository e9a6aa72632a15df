import type { Locator } from "playwright-core";
import type { OpenedFrom, OpenedWindow } from "./opened-window.ts";
import { ofSession } from "./session-windows.ts";

/** Every window of the product, in three parts that need nothing of each other: within one, they are opened in their order. */
export function everyWindow(from: OpenedFrom): OpenedWindow[][] {
  return [[...ofStart(from), ...ofPanel(from), ...ofSession(from)], ofWall(from), ofViews(from)];
}

const TABLE = "Fase;Activiteit;Klaar op;Kostenplaats\nAnders;Van buiten;morgen;12\n";

const chooseFile = (at: Locator): Promise<void> =>
  at
    .locator("input[type=file]")
    .setInputFiles({ name: "taken.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });

function ofStart({ page, url }: OpenedFrom): OpenedWindow[] {
  const home = async (): Promise<void> => {
    await page.goto(url);
    await page.getByRole("button", { name: "Plan maken" }).waitFor();
  };
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog");
  return [
    { name: "settings", open: async () => (await home(), press("Meer")) },
    {
      name: "forgetting a plan",
      open: async () => {
        // Who else owns it is told by the server.
        const told = page.waitForResponse((response) => response.url().endsWith("/api/me"));
        await home();
        await told;
        await page.getByRole("button", { name: /uit deze lijst halen$/u }).click();
      },
    },
    { name: "example", open: async () => (await home(), press("Bekijk het voorbeeld")) },
    {
      name: "new plan from a file",
      open: async () => (await home(), press("Nieuw plan uit bestand")),
      isGoing: true,
    },
    {
      name: "what the file holds",
      open: async () => {
        await chooseFile(dialog);
        await dialog.getByTestId("import-row").waitFor();
      },
      isGoing: true,
    },
    { name: "who makes it", open: async () => press("Verder") },
  ];
}

function ofWall({ page, url, plan, isPhone }: OpenedFrom): OpenedWindow[] {
  const wall = async (query = ""): Promise<void> => {
    if (page.url() !== `${url}/plan/${plan.plan.id}${query}`)
      await page.goto(`${url}/plan/${plan.plan.id}${query}`);
    await page.getByTestId("card").first().waitFor();
    await page.locator("[data-movable]").waitFor();
    await page.locator("html[data-keys]").waitFor({ state: "attached" });
  };
  const named = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }).first();
  const fromMenu = async (name: string): Promise<void> => {
    await wall();
    await named("Meer").click();
    await named(name).click();
    await page.getByRole("dialog").locator("h2").first().waitFor();
  };
  const card = page.getByTestId("card").first();
  const cardMenu = async (): Promise<void> => {
    await wall();
    await card.locator("[data-card-menu]").focus();
    await page.keyboard.press("Enter");
  };
  const picked = async (name: string): Promise<void> => {
    await wall();
    if ((await page.getByTestId("picked-bar").count()) === 0)
      await card.locator("[data-stop]").click({ modifiers: ["Control"] });
    await page.getByTestId("picked-bar").getByRole("button", { name }).click();
  };
  const menuItem = (name: string | RegExp) => page.getByRole("menuitem", { name }).click();
  return [
    { name: "views", open: async () => (await wall(), named(/^Weergave:/u).click()) },
    { name: "menu of the plan", open: async () => (await wall(), named("Meer").click()) },
    { name: "badge", open: async () => (await wall(), page.getByTestId("sync-badge").click()) },
    ...[
      "Prullenbak",
      "Hulp",
      "Je naam en kring",
      "Uitloggen op dit apparaat",
      "Exporteren …",
      "Plan kopiëren …",
      "Stap voor stap",
      "Werksessie",
    ].map((name) => ({ name, open: () => fromMenu(name) })),
    { name: "Importeren", open: () => fromMenu("Importeren"), isGoing: true },
    {
      name: "what is imported",
      open: async () => {
        await chooseFile(page.getByRole("dialog"));
        await page.getByTestId("import-row").waitFor();
      },
    },
    { name: "sharing", open: async () => (await wall(), named("Delen").click()), isGoing: true },
    {
      name: "a link",
      open: async () => {
        await named("Link maken voor Bewerker").click();
        await page.getByTestId("qr-code").waitFor();
      },
    },
    { name: "palette", open: async () => (await wall(), page.keyboard.press("Control+k")) },
    { name: "menu of a card", open: cardMenu },
    { name: "moving", open: async () => (await cardMenu(), menuItem(/^Verplaatsen/u)) },
    ...(isPhone
      ? []
      : [
          {
            name: "adding a phase",
            open: async () => (await wall(), named("Fase of domein toevoegen").click()),
          },
        ]),
    {
      name: "menu of a phase",
      open: async () => (await wall(), named("Meer acties voor fase Analyse").click()),
    },
    {
      name: "putting a phase away",
      open: async () => {
        await wall();
        await named("Meer acties voor fase Analyse").click();
        await menuItem("Naar prullenbak");
      },
    },
    {
      name: "menu of a domain",
      open: async () => (await wall(), named("Meer acties voor domein Processen").click()),
    },
    { name: "status of what is picked", open: () => picked("Status") },
    { name: "priority of what is picked", open: () => picked("Prioriteit") },
    { name: "role of what is picked", open: () => picked("Rol") },
    { name: "moving what is picked", open: () => picked("Verplaatsen") },
    {
      name: "kinds of filters",
      open: async () => (await wall("?filter=&status=planned"), page.locator("[data-add-filter]").click()),
    },
    {
      name: "values of a filter",
      open: async () => {
        await wall("?filter=&status=planned");
        await page.locator("[data-filter-chip=status] button").first().click();
      },
    },
    {
      name: "saved views",
      open: async () => (await wall("?filter=&status=planned"), named("Weergaven").click()),
    },
  ];
}

function ofPanel({ page, url, plan, value }: OpenedFrom): OpenedWindow[] {
  const said =
    value.activities.find(({ title }) => title.startsWith("Uitzonderingen")) ?? value.activities[0];
  const panel = page.getByTestId("activity-panel");
  const at = async (name: string | RegExp): Promise<void> => {
    const address = `${url}/plan/${plan.plan.id}/activity/${said?.id ?? ""}`;
    if (page.url() !== address) await page.goto(address);
    await panel.locator("[contenteditable=true]").nth(3).waitFor();
    await panel.getByRole("button", { name }).first().click();
  };
  return [
    { name: "help of a field", open: () => at(/Uitleg bij/u) },
    { name: "month of a day", open: () => at("Kalender") },
    { name: "menu of the panel", open: () => at(/^Meer acties voor/u) },
    { name: "party of a role", open: () => at("Toevoegen bij Opdrachtgever") },
    { name: "goals", open: () => at("OKE-doel kiezen") },
    { name: "what it waits for", open: () => at("Activiteit kiezen waarop deze wacht") },
    { name: "menu of a comment", open: () => at("Meer acties voor deze opmerking") },
  ];
}

function ofViews({ page, url, plan, value, isPhone }: OpenedFrom): OpenedWindow[] {
  const show = async (path: string): Promise<void> => {
    const address = `${url}/plan/${plan.plan.id}/${path}`;
    if (page.url() !== address) await page.goto(address);
    await page.getByTestId("view").waitFor();
    await page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
  };
  const named = (name: string | RegExp): Locator =>
    page.getByTestId("view").getByRole("button", { name, exact: true }).first();
  const decision = value.decisions.find(({ status, outcome }) => status !== "decided" && outcome === "");
  const first = (selector: string): Locator => page.getByTestId("view").locator(selector).first();
  const snapshot = async (deed: RegExp): Promise<void> => (await show("versions"), named(deed).click());
  const edited = async (column: string): Promise<void> => {
    await show("table");
    await page.locator(`[data-line] [data-column=${column}]`).first().dblclick();
  };
  return [
    {
      name: "taking a decision",
      open: async () => {
        await show(`decisions/${decision?.id ?? ""}`);
        await page
          .getByTestId("decision-panel")
          .getByRole("button", { name: /vastleggen/iu })
          .first()
          .click();
      },
    },
    {
      name: "roles in the matrix",
      open: async () => (await show("people?as=matrix"), first("[data-role-cell]").click()),
    },
    {
      name: "removing a party",
      open: async () => (await show("people?as=parties"), named(/^Naar prullenbak: /u).click()),
    },
    {
      name: "kinds of moments",
      open: async () => (await show("communication"), first("[data-add-moment]").click()),
    },
    ...(isPhone
      ? []
      : [
          {
            name: "cell of the coverage",
            open: async () => (await show("communication?as=coverage"), first("[data-at]").click()),
          },
        ]),
    {
      name: "cell of the heat map",
      open: async () => (await show("progress"), first("[data-heat-cell]").click()),
    },
    { name: "dates of a bar", open: async () => (await show("timeline"), first("[data-bar]").click()) },
    { name: "columns of the table", open: async () => (await show("table"), named("Kolommen").click()) },
    ...(isPhone
      ? []
      : [
          { name: "status in the table", open: () => edited("status") },
          { name: "roles in the table", open: () => edited("executor") },
        ]),
    {
      name: "a snapshot",
      open: async () => (await show("versions"), named("Momentopname maken").click()),
      isGoing: true,
    },
    {
      name: "restoring",
      open: async () => {
        await page.getByLabel("Naam", { exact: true }).fill("Na de studiedag");
        await page.getByRole("dialog").getByRole("button", { name: "Bewaren" }).click();
        await page.getByTestId("snapshot").first().waitFor();
        await snapshot(/terugzetten$/u);
      },
    },
    { name: "link to a snapshot", open: () => snapshot(/^Link naar .* maken$/u) },
    { name: "adopting", open: () => snapshot(/vaststellen$/u) },
    {
      name: "what is gone now",
      open: async () => {
        await page.goto(`${url}/plan/${plan.plan.id}`);
        await page.locator("[data-movable]").waitFor();
        await page.locator("[data-card-menu]").first().focus();
        await page.keyboard.press("Enter");
        await page.getByRole("menuitem", { name: "Naar prullenbak" }).click();
        await show("versions");
        await page
          .getByRole("link", { name: /openen$/u })
          .first()
          .click();
        await page.getByRole("button", { name: /nu niet meer/u }).click();
      },
    },
    { name: "erasing a person", open: async () => (await show("keeping"), named(/ wissen$/u).click()) },
  ];
}
