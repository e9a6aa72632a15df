import { shortDays } from "@planwand/client/i18n/short-days.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import type { Activity, Plan } from "@planwand/shared/plan/schema.ts";
import { countedIn, meanProgress, progressOf, type RollUp } from "@planwand/shared/views/progress.ts";
import { standsUpTo, burnUpOf, trendOf } from "@planwand/shared/views/trend.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { onEveryDay, today } from "../builders/clock.ts";
import { dayInWords } from "../builders/day-words.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function open(
  plan: CreatedPlan,
  name: string,
  path: string,
  device: "desktop" | "phone" = "desktop",
): Promise<Page> {
  const { page } = await joinWall(await people.person(device), server.url, plan.keys.editor, name);
  await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
  await badgeSays(page, "saved");
  return page;
}

const valueOf = async ({ plan, cookie }: CreatedPlan): Promise<Plan> =>
  (await planOf(server.url, plan.id, cookie)).plan;
const barOf = (page: Page, id: string): Locator => page.locator(`[data-bar="${id}"]`);
const spoken = (page: Page): Locator => page.getByTestId("live-region").locator("[aria-live=assertive]");
const percent = (part: RollUp | undefined): string =>
  `${new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 }).format((part && meanProgress(part)) ?? Number.NaN)}%`;
test("domain W4b A4: a bar and its ends are dragged and moved by key, snapped to days, cancelled and undone, and another sees it", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const [anja, bram] = [await open(plan, "Anja", "timeline"), await open(plan, "Bram", "timeline?as=table")];
  const before = await valueOf(plan);
  const card = before.activities.find(({ status, start }) => status === "active" && start !== null);
  if (card === undefined || card.start === null || card.end === null)
    throw new Error("one is being worked on");
  const { id, start, end } = card;
  const datesNow = async (): Promise<(string | null | undefined)[]> => {
    const now = (await valueOf(plan)).activities.find((one) => one.id === id);
    return [now?.start, now?.end];
  };
  const bar = barOf(anja, id);
  // Hovering waits until the bar stands still: what is above it may come later.
  await bar.hover({ position: { x: 40, y: 13 } });
  const perDay = await bar.evaluate(
    (element, days) => element.getBoundingClientRect().width / days,
    (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1,
  );
  const from = await pointIn(bar, 40, 13);
  await dragMouse(anja, from, { x: from.x + perDay * 10, y: from.y });
  await anja.mouse.up();
  await expect.poll(datesNow).toEqual([addDays(start, 10), addDays(end, 10)]);
  const row = bram.locator(`[data-table-row="${id}"]`);
  await expect
    .poll(() => row.locator("td").first().getAttribute("title"))
    .toBe(dayInWords(addDays(start, 10)));
  await anja.keyboard.press("Control+z");
  await expect.poll(datesNow).toEqual([start, end]);

  // Escape lets go: nothing is written, and another drag goes on from where it was.
  await bar.hover({ position: { x: 40, y: 13 } });
  const again = await pointIn(bar, 40, 13);
  await dragMouse(anja, again, { x: again.x + perDay * 5, y: again.y });
  await anja.locator(`[data-row="${id}"][data-moving]`).waitFor();
  await anja.keyboard.press("Escape");
  await anja.mouse.up();
  await anja.locator(`[data-row="${id}"][data-moving]`).waitFor({ state: "detached" });
  const width = (await bar.boundingBox())?.width ?? 0;
  const atEnd = await pointIn(bar, width - 3, 13);
  await dragMouse(anja, atEnd, { x: atEnd.x + perDay * 3, y: atEnd.y });
  await anja.mouse.up();
  await expect.poll(datesNow).toEqual([start, addDays(end, 3)]);

  await bar.focus();
  await anja.keyboard.press("Shift+ArrowLeft");
  await expect.poll(datesNow).toEqual([addDays(start, -1), addDays(end, 2)]);
  await expect.poll(() => spoken(anja).innerText()).toContain(dayInWords(addDays(end, 2)));
  await anja.keyboard.down("Shift");
  await anja.keyboard.press("PageDown");
  await anja.keyboard.press("Escape");
  await anja.keyboard.up("Shift");
  await expect.poll(() => spoken(anja).innerText()).toContain("Geannuleerd");
  await anja.keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(datesNow).toEqual([addDays(start, -1), addDays(end, 3)]);
  await anja.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(datesNow).toEqual([start, addDays(end, 3)]);

  await anja.keyboard.press("Enter");
  await anja.getByTestId("dates-window").getByLabel("Klaar op").fill(end);
  await expect.poll(datesNow).toEqual([start, end]);
  await anja.getByTestId("dates-window").getByRole("button", { name: "Kaart openen" }).click();
  await anja.getByTestId("activity-panel").waitFor();
});

test("domain W4b A2b: what waits for what is drawn and said in words, also between domains and where the order is broken", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const page = await open(plan, "Anja", "timeline?as=table");
  const value = await valueOf(plan);
  await expect.poll(() => page.locator("[data-table-row]").count()).toBe(value.activities.length);
  const broken = page.locator("[data-table-row]", { hasText: "begint voordat" });
  await expect.poll(() => broken.count()).toBe(1);
  const brokenId = (await broken.getAttribute("data-table-row")) ?? "";
  await page.locator("[data-table-row]", { hasText: "ander domein: " }).first().waitFor();
  for (const { id, start, end } of value.activities) {
    const cells = page.locator(`[data-table-row="${id}"] td`);
    const shown = [await cells.nth(0).getAttribute("title"), await cells.nth(1).getAttribute("title")];
    expect(shown).toEqual([start, end].map((date) => (date === null ? null : dayInWords(date))));
  }
  const others = page.getByTestId("timeline-other").locator("tbody tr");
  const dated = value.communications.filter(({ date }) => date !== null).length;
  const needed = value.decisions.filter(({ neededBy }) => neededBy !== null).length;
  const spans = [...value.phases, ...value.blackouts].filter(({ start, end }) => start ?? end).length;
  expect(await others.count()).toBe(dated + needed + spans);

  await page.getByRole("button", { name: "Tijdlijn", exact: true }).click();
  // The bars that are out of sight are reached by key.
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute("data-bar") ?? null);
  await page.locator("[data-bar][tabindex='0']").focus();
  for (let at = 1; at < value.activities.length && (await focused()) !== brokenId; at++) {
    const before = await focused();
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).not.toBe(before);
  }
  await expect.poll(() => focused()).toBe(brokenId);
  await page.locator(`[data-wait-line$=" ${brokenId}"][data-broken]`).waitFor({ state: "attached" });
  expect(await barOf(page, brokenId).getAttribute("aria-label")).toContain("begint voordat");
  await page.getByRole("button", { name: "Domein", exact: true }).click();
  await page.locator("[data-corner]").getByText("Domein").waitFor();
  await page.locator("[data-group]").first().waitFor({ state: "attached" });
  for (const zoom of ["Week", "Kwartaal", "Hele plan"]) {
    await page.getByRole("button", { name: zoom, exact: true }).click();
    await page.getByRole("button", { name: zoom, exact: true, pressed: true }).waitFor();
  }
  await page.locator("[data-bar][tabindex='0']").focus();
  await page.keyboard.press("+");
  await page.locator("[data-testid=timeline][data-zoom=quarter]").waitFor();
});

test("domain W4b A4: what has no dates stands in a list, and is dragged onto the days or given dates", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const value = await valueOf(plan);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const [first, second] = value.activities.filter(({ status }) => status === "planned");
  for (const { id } of [first, second].filter((one) => one !== undefined))
    for (const date of ["start", "end"] as const) setRegister(other.doc, "activities", id, date, null);
  await other.saved();
  const page = await open(plan, "Anja", "timeline");
  const tray = page.getByTestId("unplanned-dates");
  const chip = tray.locator(`[data-unplanned="${first?.id ?? ""}"]`);
  await chip.waitFor();
  const days = page.getByTestId("today-line");
  const to = await pointIn(days, 1, 60);
  await dragMouse(page, await pointIn(chip, 30, 12), to);
  await page.getByTestId("ghost").waitFor();
  await page.mouse.up();
  await chip.waitFor({ state: "detached" });
  const datesOf = async (id = ""): Promise<Pick<Activity, "start" | "end"> | undefined> =>
    (await valueOf(plan)).activities.find((one) => one.id === id);
  await expect.poll(() => datesOf(first?.id)).toMatchObject({ start: today(), end: addDays(today(), 13) });

  await tray.locator(`[data-unplanned="${second?.id ?? ""}"]`).click();
  await page.getByTestId("dates-window").getByLabel("Begin").fill("2027-03-28");
  await expect.poll(async () => (await datesOf(second?.id))?.start).toBe("2027-03-28");
  await other.close();
});

test("domain A7 W5a: the heat map, goals, parties and both charts say what the plan says, and each item leads to its card", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const blocked = (await valueOf(plan)).activities.find(({ status }) => status === "blocked");
  const waiting = { for: "Antwoord van de leverancier", since: addDays(today(), -21), party: null };
  setRegister(other.doc, "activities", blocked?.id ?? "", "waiting", waiting);
  await other.saved();
  const page = await open(plan, "Anja", "progress");
  const value = await valueOf(plan);
  const view = progressOf(value, today());
  const map = page.getByTestId("heat-map");
  await map.waitFor();
  for (const cell of view.cells.flat().filter(({ activities }) => activities.length > 0)) {
    const shown = map.locator(`[data-heat-cell="${cell.phase}/${cell.domain}"]`);
    expect(await shown.locator("[data-percent]").innerText()).toBe(percent(cell.rollUp));
    expect(await shown.innerText()).toMatch(
      new RegExp(`(^|\\D)${String(countedIn(cell.rollUp))} activiteit`, "u"),
    );
  }
  expect(await page.getByTestId("whole-progress").locator("strong").innerText()).toBe(percent(view.whole));
  await page
    .getByTestId("whole-progress")
    .getByText(`klaar, over ${String(countedIn(view.whole))} activiteiten`)
    .waitFor();
  for (const [kind, parts] of [
    ["goal", view.goals],
    ["party", view.parties],
  ] as const)
    for (const { id, rollUp, activities } of parts) {
      const row = page.getByTestId(`by-${kind}`).locator(`[data-part="${id ?? ""}"]`);
      if (activities.length === 0) continue;
      const mean = meanProgress(rollUp);
      expect(await row.locator("[data-percent]").innerText()).toBe(mean === null ? "–" : percent(rollUp));
    }

  const stands = standsUpTo([], value.activities, today());
  const rowsOf = async (chart: string): Promise<string[][]> => {
    await page.getByTestId(chart).locator("summary").click();
    const rows = page.getByTestId(chart).locator("tbody tr");
    return rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );
  };
  const written = (count: number | null): string => (count === null ? "–" : String(count));
  expect(await rowsOf("burn-up")).toEqual(
    burnUpOf(stands, value.activities).map(({ date, scope, planned, done }) => [
      dayInWords(date),
      written(scope),
      String(planned),
      written(done),
    ]),
  );
  expect(await rowsOf("trend")).toEqual(
    trendOf(stands).map(({ date, late, blocked }) => [
      dayInWords(date),
      percent(view.whole),
      String(late),
      String(blocked),
    ]),
  );
  const empty = page.locator("[data-list=emptyCells] li");
  expect(await empty.count()).toBe(2);
  await page.getByText(`Antwoord van de leverancier · sinds ${dayInWords(waiting.since)}`).waitFor();
  await page.locator("[data-list=decisions] button").first().click();
  await page.getByTestId("decision-panel").waitFor();
  await page.goBack();
  await empty.first().getByRole("button").click();
  await page.locator("[data-testid=cell]:focus-within").waitFor();
  expect(await page.locator("[data-testid=cell]:focus-within").getByTestId("card").count()).toBe(0);
  await page.goBack();
  await page.getByTestId("missing-summary").getByRole("link").click();
  await page.getByRole("heading", { name: "Wat ontbreekt nog?", exact: true }).waitFor();
  await page.goBack();
  await page.locator("[data-list=late] button").first().click();
  await page.getByTestId("activity-panel").waitFor();
  await other.close();
});

test("domain A7 W5a: a status changed on a phone, a bar dragged and a value of the table show in another's heat map, lists, what is missing and wall", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const value = await valueOf(plan);
  const card = value.activities.find(({ status, progress }) => status === "active" && progress < 60);
  if (card === undefined) throw new Error("one is being worked on");
  const anja = await open(plan, "Anja", "progress");
  const { page: cees } = await joinWall(await people.person(), server.url, plan.keys.editor, "Cees");
  const phone = await open(plan, "Bram", `activity/${card.id}`, "phone");
  const missing = anja.getByTestId("missing-summary").locator("[data-severity=M]");
  const lackBefore = Number(await missing.getAttribute("data-count"));
  await phone.getByTestId("activity-panel").getByLabel("Status", { exact: true }).selectOption("done");
  const after = value.activities.map((one) =>
    one.id === card.id ? { ...one, status: "done" as const, progress: 100 } : one,
  );
  const cell = progressOf({ ...value, activities: after }, today())
    .cells.flat()
    .find(({ phase, domain }) => phase === card.phase && domain === card.domain);
  await expect
    .poll(() =>
      anja.locator(`[data-heat-cell="${card.phase ?? ""}/${card.domain ?? ""}"] [data-percent]`).innerText(),
    )
    .toBe(percent(cell?.rollUp));
  await cees.locator(`[data-card-id="${card.id}"]`).getByText("Afgerond").waitFor();

  // Another card, not late yet, is dragged to before today: it is late, and the plan lacks one thing more.
  const moved = value.activities.find(
    ({ id, status, end }) =>
      status === "active" && id !== card.id && end !== null && end >= today() && end < addDays(today(), 30),
  );
  if (moved === undefined || moved.start === null || moved.end === null) throw new Error("another is too");
  const late = anja.locator("[data-list=late] li", { hasText: moved.title });
  expect(await late.count()).toBe(0);
  await cees.goto(`${server.url}/plan/${plan.plan.id}/timeline`);
  const bar = barOf(cees, moved.id);
  await bar.scrollIntoViewIfNeeded();
  const days = (Date.parse(moved.end) - Date.parse(moved.start)) / 86_400_000 + 1;
  const perDay = ((await bar.boundingBox())?.width ?? 0) / days;
  const from = await pointIn(bar, 30, 13);
  await dragMouse(cees, from, { x: from.x - perDay * 30, y: from.y });
  await cees.mouse.up();
  await late.waitFor();
  await expect.poll(async () => Number(await missing.getAttribute("data-count"))).toBeGreaterThan(lackBefore);
  await phone.goto(`${server.url}/plan/${plan.plan.id}/activity/${moved.id}`);
  await expect
    .poll(() => phone.getByTestId("activity-panel").getByLabel("Klaar op").inputValue())
    .toBe(shortDays("nl", addDays(moved.end, -30)));

  // In the table another is blocked, and that is seen too.
  const stuck = value.activities.find(
    ({ id, status }) => status === "active" && id !== card.id && id !== moved.id,
  );
  if (stuck === undefined) throw new Error("a third is too");
  await cees.goto(`${server.url}/plan/${plan.plan.id}/table`);
  const status = cees.locator(`[role=row][data-line="${stuck.id}"] [data-column=status]`);
  await status.waitFor();
  await badgeSays(cees, "saved");
  await status.focus();
  await cees.keyboard.press("Enter");
  await cees.getByRole("menuitem", { name: "Geblokkeerd" }).press("Enter");
  await anja.locator("[data-list=blocked] li", { hasText: stuck.title }).waitFor();
  const heat = anja.locator(`[data-heat-cell="${stuck.phase ?? ""}/${stuck.domain ?? ""}"]`);
  await heat.getByText("geblokkeerd").waitFor();
});

test("domain W4b: the days of the timeline never run into each other, and the lines from one bar share their way", async () => {
  const page = await open(await createPlan(server.url, { today: today() }), "Anja", "timeline");
  const ticks = page.locator("[data-testid=timeline] [data-row] > span");
  for (const zoom of ["Week", "Maand", "Kwartaal", "Hele plan"]) {
    await page.getByRole("button", { name: zoom, exact: true }).click();
    const cut = await ticks.evaluateAll((all) =>
      all
        .filter((tick) => tick.scrollWidth > Math.ceil(tick.clientWidth) + 1)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  }
  const ways = await page
    .locator("[data-wait-line]")
    .evaluateAll((lines) =>
      lines.map((line) => [
        line.getAttribute("data-wait-line")?.split(" ")[0] ?? "",
        line.querySelector("path")?.getAttribute("d") ?? "",
      ]),
    );
  const trunks = new Map<string, Set<string>>();
  for (const [from = "", way = ""] of ways) {
    const trunk = /^M \S+ \S+ H (\S+) V /.exec(way)?.[1] ?? way;
    trunks.set(from, (trunks.get(from) ?? new Set()).add(trunk));
  }
  expect(ways.length).toBeGreaterThan(trunks.size);
  for (const [, places] of trunks) expect(places.size).toBe(1);
});
