import { afterAll, beforeAll, expect, test } from "vitest";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { usePeople } from "../builders/browser.ts";
import { addFilter, chipOf, openFilter, untilKeysWork } from "../builders/filter.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn, showCards } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("ux E3: a filter that finds nothing says which chips cause it, and is cleared with one press", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  const { page } = wall;
  const bar = await openFilter(page);
  await addFilter(page, "Status", "Geblokkeerd");
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  const many = Number.parseInt(await bar.getByTestId("filter-result").innerText(), 10);
  await bar.getByLabel("Zoek in titels").fill("zzz");
  await bar.getByText("Niets gevonden met ‘zzz’ en Status Geblokkeerd.").waitFor();
  expect(await page.locator("[data-filtered-out]").count()).toBe(39);
  // The words are to blame, the status is not: without it there is still nothing.
  const nothing = bar.getByTestId("filter-nothing");
  expect(await nothing.getByRole("button").allInnerTexts()).toEqual([`Zonder ‘zzz’: ${String(many)}`]);
  await nothing.getByRole("button").click();
  await bar.getByText(`${String(many)} van 39 activiteiten`).waitFor();
  await bar.getByRole("button", { name: "Wis filters" }).click();
  await expect.poll(() => page.locator("[data-filtered-out]").count()).toBe(0);
});

test("ux C2 domain W3b T5a: kinds are combined with and, values with or; a chip goes by mouse, Backspace and Delete", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const bar = await openFilter(page);
  const found = async (): Promise<number> => {
    await bar
      .getByTestId("filter-result")
      .getByText(/van 39/)
      .waitFor();
    return Number.parseInt(await bar.getByTestId("filter-result").innerText(), 10);
  };
  await addFilter(page, "Status", "Gepland");
  await expect.poll(() => new URL(page.url()).searchParams.getAll("status")).toEqual(["planned"]);
  const planned = await found();
  await chipOf(page, "status").getByRole("button").first().click();
  await page.getByRole("checkbox", { name: "Bezig", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect.poll(found).toBeGreaterThan(planned);
  const either = await found();
  await addFilter(page, "Kring", "ICT");
  await expect.poll(found).toBeLessThan(either);
  const both = await found();
  await expect
    .poll(() => page.getByTestId("live-region").locator("[aria-live=polite]").innerText())
    .toContain(`${String(both)} van 39 activiteiten`);
  await addFilter(page, "Open beslispunt");
  await expect.poll(found).toBeLessThan(both);
  await addFilter(page, "Van mij");
  await chipOf(page, "mine").getByText("Onderwijs").waitFor();

  await chipOf(page, "mine").getByRole("button", { name: "Van mij weghalen" }).click();
  await chipOf(page, "mine").waitFor({ state: "detached" });
  await chipOf(page, "choice").getByRole("button").last().focus();
  await page.keyboard.press("Delete");
  await chipOf(page, "choice").waitFor({ state: "detached" });
  await expect.poll(found).toBe(both);
  await chipOf(page, "circle").getByRole("button").first().focus();
  await page.keyboard.press("Backspace");
  await chipOf(page, "circle").waitFor({ state: "detached" });
  await expect.poll(found).toBe(either);
  await bar.getByRole("button", { name: "Wis filters" }).click();
  await chipOf(page, "status").waitFor({ state: "detached" });
});

test("ux C3: a filter dims what it does not find, or hides it, follows the plan, and is nobody else's", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const bram = await joinWall(await people.person(), server.url, plan.keys.editor, "Bram");
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const bar = await openFilter(wall.page);
  const layout = await wall.layout();
  await bar.getByLabel("Zoek in titels").fill("KOPPELING");
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  const shown = wall.page.locator("[data-testid=card]:not([data-filtered-out])");
  for (const text of await shown.allInnerTexts()) expect(text.toLowerCase()).toContain("koppeling");
  expect(await wall.layout()).toEqual(layout);
  expect(await bram.page.locator("[data-filtered-out]").count()).toBe(0);
  const dimmed = wall.page.locator("[data-filtered-out]").first();
  // All but its title falls back to a quarter; pointing at the card brings it back.
  const strength = () =>
    dimmed.locator("button > span[aria-hidden]").evaluate((facts) => getComputedStyle(facts).opacity);
  await expect.poll(strength).toBe("0.25");
  await dimmed.hover();
  await expect.poll(strength).toBe("1");
  await bar.getByLabel("Verberg de rest").check();
  await dimmed.waitFor({ state: "hidden" });
  expect(new URL(wall.page.url()).searchParams.has("hide")).toBe(true);
  await bar.getByRole("button", { name: "Wis filters" }).click();
  await expect.poll(() => wall.page.locator("[data-filtered-out]").count()).toBe(0);

  await addFilter(wall.page, "Status", "Geblokkeerd");
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  const count = await shown.count();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  expect(await wall.card(id).isVisible()).toBe(false);
  setRegister(other.doc, "activities", id, "status", "blocked");
  await wall.card(id).waitFor();
  await bar.getByText(`${String(count + 1)} van 39 activiteiten`).waitFor();
  await bar.getByRole("button", { name: "Filter sluiten" }).click();
  await bar.waitFor({ state: "detached" });
  expect(await wall.page.locator("[data-filtered-out]").count()).toBe(0);
  await other.close();
});

test("ux C4: filter, lens and open card are in the address; Back closes the panel, then undoes the filter", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const bar = await openFilter(page);
  await addFilter(page, "Status", "Gepland");
  await addFilter(page, "Kring doet niet mee", "ICT");
  await bar.getByText(/van 39/).waitFor();
  await untilKeysWork(page);
  const card = page.locator("[data-testid=card]:not([data-filtered-out])").first();
  await card.locator("[data-stop]").focus();
  await page.keyboard.press("l");
  await page.getByTestId("lens-bar").waitFor();
  await card.locator("[data-stop]").click();
  await page.getByTestId("activity-panel").waitFor();
  const address = page.url();
  const result = await bar.getByTestId("filter-result").innerText();

  const bram = await joinWall(await people.person(), server.url, plan.keys.viewer, "Bram");
  await bram.page.goto(address);
  await bram.page.getByTestId("activity-panel").waitFor();
  await bram.page.getByTestId("lens-bar").waitFor();
  await bram.page.getByTestId("filter-result").getByText(result).waitFor();
  const titles = (of: typeof page): Promise<string[]> =>
    of
      .locator("[data-testid=card][data-lens]:not([data-filtered-out])")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-card-id") ?? ""));
  expect(await titles(bram.page)).toEqual(await titles(page));

  await page.goBack();
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });
  expect(await chipOf(page, "without").count()).toBe(1);
  await page.goBack();
  await page.getByTestId("lens-bar").waitFor({ state: "detached" });
  await page.goBack();
  await chipOf(page, "without").waitFor({ state: "detached" });
  await chipOf(page, "status").waitFor();
});

test("domain T4: the kring-lens shows the wall from one circle's side, and nothing moves", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  const { page } = wall;
  const places = (): Promise<string[]> =>
    page.getByTestId("card").evaluateAll((cards) =>
      cards.map((card) => {
        const { x, y, width, height } = card.getBoundingClientRect();
        return [card.getAttribute("data-card-id"), x, width, height, y].join(" ");
      }),
    );
  await untilKeysWork(page);
  await page.keyboard.press("l");
  const lens = page.getByTestId("lens-bar");
  await lens.getByText(/^\d+ activiteit(en)?, \d+ besluit(en)? te nemen, \d+ keer geraadpleegd$/).waitFor();
  const before = await places();
  expect(await lens.getByRole("combobox").inputValue()).toBe("onderwijs");
  await lens.getByRole("combobox").selectOption("ict");
  await expect.poll(() => new URL(page.url()).searchParams.get("lens")).toBe("ict");
  const lit = page.locator("[data-testid=card][data-lens]");
  await expect
    .poll(async () => (await lens.innerText()).includes(`${String(await lit.count())} activiteit`))
    .toBe(true);
  expect(await lit.count()).toBeGreaterThan(0);
  expect(await page.locator("[data-testid=card]").count()).toBe(
    (await lit.count()) + (await page.locator("[data-filtered-out]").count()),
  );
  await lit
    .first()
    .getByText(/Opdrachtgever|Voert uit|Uitvoerder|Beslist|Geraadpleegd|Geïnformeerd/i)
    .first()
    .waitFor();
  expect(await places()).toEqual(before);
  await page.keyboard.press("Escape");
  await page.locator("body").press("l");
  await lens.waitFor({ state: "detached" });
  expect(await page.locator("[data-filtered-out]").count()).toBe(0);
});

test("ux C2: on a phone the filter is in the menu and its chips stand on one line", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person("phone"), server.url, plan.keys.editor, "Anja");
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Filter", exact: true }).last().click();
  const bar = page.getByTestId("filter-bar");
  await addFilter(page, "Status", "Gepland");
  await addFilter(page, "Kring", "ICT");
  await bar.getByText(/van 39/).waitFor();
  const [one, two] = await Promise.all([
    chipOf(page, "status").boundingBox(),
    chipOf(page, "circle").boundingBox(),
  ]);
  expect(one?.y).toBe(two?.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("[B3][B22] while one looks for something, a card dropped below the last of a full cell comes last", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 160);
  await other.saved();
  await other.close();
  const person = await people.person();
  await person.page.setViewportSize({ width: 1440, height: 1600 });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  await openFilter(wall.page);
  await addFilter(wall.page, "Status", "Gepland");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await expect.poll(async () => (await wall.idsIn("Ontwerp", "Processen")).length).toBeGreaterThan(4);
  const last = wall.card((await wall.idsIn("Ontwerp", "Processen")).at(-1) ?? "");
  const height = (await last.boundingBox())?.height ?? 0;
  await dragMouse(wall.page, await pointIn(wall.card(id), 20, 12), await pointIn(last, 60, height + 4));
  await wall.page.mouse.up();
  await wall.untilIn(id, "Ontwerp", "Processen");
  expect((await wall.idsIn("Ontwerp", "Processen")).at(-1)).toBe(id);
});

test("domain T4: what the lens says of a card is said whole and lies over no other card", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  await page.goto(`${server.url}/plan/${plan.plan.id}?lens=onderwijs`);
  const faults = (): Promise<string[]> =>
    page.getByTestId("card").evaluateAll((cards) =>
      cards.flatMap((card) => {
        const label = [...card.querySelectorAll("span")].find(
          (span) => getComputedStyle(span).position === "absolute" && span.clientWidth > 1,
        );
        if (label === undefined) return card.hasAttribute("data-lens") ? ["nothing said"] : [];
        const { top, left, right } = label.getBoundingClientRect();
        const isOver = cards.some((other) => {
          const box = other.getBoundingClientRect();
          return other !== card && box.top < top && box.bottom > top && box.left < right && box.right > left;
        });
        const isCut = label.scrollWidth > label.clientWidth;
        return isOver || isCut
          ? [`${label.innerText}${isOver ? ", over another" : ""}${isCut ? ", cut" : ""}`]
          : [];
      }),
    );
  for (const density of ["Normaal", "Compact"] as const) {
    await showCards(wall, density);
    await page.locator("[data-testid=card][data-lens]").first().waitFor();
    await expect.poll(faults).toEqual([]);
  }
});
