import { addDays, daysBetween, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { shortDays } from "@planwand/client/i18n/short-days.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { monthOf } from "@planwand/shared/dates/calendar.ts";
import { daysLate } from "@planwand/shared/views/progress.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { EXAMPLE_DAY } from "../builders/checked-example.ts";
import { now, onEveryDay, today } from "../builders/clock.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { dayInWords } from "../builders/day-words.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";
import { momentOf, wallTimeAt } from "../setup/moment.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const lateIn = ({ activities }: Plan, day: LocalDate) => activities.filter((one) => daysLate(one, day) > 0);
const lateRows = (page: Page) => page.locator("[data-list=late] li");

test("any day: the example that somebody opens is moved by whole weeks, and what is late in it is late on every view", async () => {
  const day = today();
  const { page, context } = await people.person();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Bekijk het voorbeeld" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Je naam").fill("Anja");
  await dialog.getByRole("radio", { name: "Examenorganisatie" }).check();
  await page.getByRole("button", { name: "Voorbeeld openen" }).click();
  await page.getByTestId("card").first().waitFor();
  await badgeSays(page, "saved");
  const path = new URL(page.url()).pathname;
  const plan = (await (
    await context.request.get(`${server.url}/api${path.replace("plan", "plans")}/plan`)
  ).json()) as Plan;
  const still = await createPlan(server.url);
  const { plan: original } = await planOf(server.url, still.plan.id, still.cookie);
  const weeks = Math.floor(daysBetween(EXAMPLE_DAY, day) / 7);
  expect(plan.activities.map(({ title, end }) => [title, end])).toEqual(
    original.activities.map(({ title, end }) => [title, end === null ? null : addDays(end, weeks * 7)]),
  );

  const late = lateIn(plan, day);
  expect(late.length).toBeGreaterThan(0);
  await page.goto(`${server.url}${path}/progress`);
  await expect.poll(() => lateRows(page).count()).toBe(late.length);
  await page.goto(`${server.url}${path}/table?columns=status,end`);
  for (const one of late)
    await page
      .locator(`[data-line="${one.id}"]`)
      .getByText(new RegExp(`${String(daysLate(one, day))} dag(en)? over tijd`))
      .waitFor({ state: "attached" });
});

test("any day: a page that stays open over midnight is a day further on every view", async () => {
  const day = today();
  const plan = await createPlan(server.url, { today: day });
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const { plan: before } = await planOf(server.url, plan.plan.id, plan.cookie);
  const card = before.activities.find(({ status, end }) => status === "active" && end !== null && end > day);
  if (card === undefined) throw new Error("one is being worked on");
  setRegister(other.doc, "activities", card.id, "end", day);
  await other.saved();
  await other.close();
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);

  const person = await people.newcomer();
  // The time stands still just before midnight, while everything else goes on.
  await person.context.clock.setFixedTime(momentOf(`${day}T23:59:50`));
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  const [progress, calendar] = [await person.context.newPage(), await person.context.newPage()];
  await progress.goto(`${server.url}/plan/${plan.plan.id}/progress`);
  await calendar.goto(`${server.url}/plan/${plan.plan.id}/communication?as=calendar&month=${monthOf(day)}`);
  await wall.card(card.id).getByText("Vandaag klaar").waitFor({ state: "attached" });
  await expect.poll(() => lateRows(progress).count()).toBe(lateIn(value, day).length);
  const current = calendar.locator("[aria-current=date]");
  await expect.poll(() => current.getAttribute("data-date")).toBe(day);

  const next = addDays(day, 1);
  await person.context.clock.setFixedTime(momentOf(`${next}T00:00:05`));
  await person.context.clock.runFor(30_000);
  await wall.card(card.id).getByText("1 dag over tijd").waitFor({ state: "attached" });
  await expect.poll(() => lateRows(progress).count()).toBe(lateIn(value, next).length);
  expect(lateIn(value, next).length).toBeGreaterThan(lateIn(value, day).length);
  // The days of the weeks around a month are shown with it, so tomorrow is there too, or is in the next.
  const shown = calendar.locator(`[data-date="${next}"]`);
  if ((await shown.count()) > 0) await expect.poll(() => current.getAttribute("data-date")).toBe(next);
  else await expect.poll(() => current.count()).toBe(0);
});

test("any day: what somebody decides, adopts or waits for is of today unless they say otherwise", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  expect(
    await giveCommand(at, { type: "snapshot.take", snapshot: freshId(), name: "Na de studiedag" }),
  ).toBeTypeOf("number");
  const { page } = await people.person();
  await openWall(page, server, plan);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const planned = value.activities.find(({ status, waiting }) => status === "planned" && waiting === null);
  await page.goto(`${server.url}/plan/${plan.plan.id}/activity/${planned?.id ?? ""}`);
  const panel = page.getByTestId("activity-panel");
  await panel.getByLabel("Status", { exact: true }).selectOption("blocked");
  await expect
    .poll(() => panel.locator("[data-field=waiting-since] input").inputValue())
    .toBe(shortDays("nl", today()));

  await page.goto(`${server.url}/plan/${plan.plan.id}/versions`);
  await page.getByRole("button", { name: "Na de studiedag vaststellen" }).click();
  expect(await page.getByRole("dialog").getByLabel("Vastgesteld op").inputValue()).toBe(
    shortDays("nl", today()),
  );
  await page.getByRole("dialog").getByRole("button", { name: "Vaststellen", exact: true }).click();
  await page.getByTestId("snapshot").getByText(dayInWords(today()), { exact: false }).first().waitFor();
});

test("any day: a document, a calendar and the sheet on paper are of the day on which they are made", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const exported = async (format: string): Promise<string> => {
    const address = `${server.url}/api/plans/${plan.plan.id}/export/${format}`;
    return (await fetch(address, { headers: { cookie: plan.cookie } })).text();
  };
  const day = today();
  expect(await exported("md")).toContain(dayInWords(day));
  expect(await exported("ics")).toContain(`DTSTAMP:${day.replaceAll("-", "")}T000000Z`);
  const { page } = await people.person();
  await openWall(page, server, plan);
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("[data-print-sheet]");
  const aboutToPrint = async (): Promise<number> => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    return sheet.count();
  };
  await expect.poll(aboutToPrint).toBe(1);
  expect(await sheet.innerText()).toContain(dayInWords(today()));
});

test("any day: what was said in another year says which", async () => {
  const plan = await createPlan(server.url);
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  const text = "Wie bewaakt dit straks?";
  const anchor = { kind: "plan", id: "plan" } as const;
  expect(await giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text })).toBeTypeOf(
    "number",
  );
  const saidAt = now();
  for (const years of [0, 1, 4]) {
    const { context, page } = await people.newcomer();
    await context.clock.install({ time: saidAt + years * 366 * 86_400_000 });
    await openWall(page, server, plan);
    await page.goto(`${server.url}/plan/${plan.plan.id}/discussion`);
    const comment = page.locator("[data-comment]", { hasText: text });
    const when = comment.locator("time").first();
    const { year } = wallTimeAt(Date.parse((await when.getAttribute("datetime")) ?? ""));
    expect((await when.innerText()).includes(String(year))).toBe(years > 0);
    await context.close();
  }
});
