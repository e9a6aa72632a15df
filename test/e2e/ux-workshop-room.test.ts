import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { type Person, usePeople } from "../builders/browser.ts";
import { now } from "../builders/clock.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { button, inStep, joinByCode, next, startSession } from "../builders/session-pages.ts";
import { some } from "../builders/run-length.ts";
import { openWall } from "../builders/wall-page.ts";

// A wrong code is answered as such, and a browser writes a line of its own about it.
const people = usePeople([/Failed to load resource.*(40[0-9]|429|ERR_)|WebSocket connection/]);
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("ux S1 S4 S5 P6: the time, the spotlight, what a step refuses, a hand, and taking over the lead", async () => {
  const plan = await createPlan(server.url);
  const anja = await people.person();
  await openWall(anja.page, server, plan);
  const code = await startSession(anja.page);
  const panel = anja.page.getByTestId("lead-panel");
  const phone = await people.newcomer("phone");
  // A phone whose clock is five minutes fast.
  await phone.context.clock.install({ time: now() + 300_000 });
  await joinByCode(server, phone, code, "Bram", "ICT");
  // And is put ten minutes further forward while it is connected.
  await phone.page.clock.setSystemTime(now() + 900_000);

  // S1: both count by the server's clock, whatever their own says.
  const seconds = async (page: Page): Promise<number> => {
    const words = await page.getByTestId("timer").first().innerText();
    const [minutes = "0", rest = "0"] = words.split(":");
    return Number(minutes) * 60 + Number(rest);
  };
  const [there, here] = await Promise.all([seconds(phone.page), seconds(anja.page)]);
  expect(Math.abs(there - here)).toBeLessThan(120);
  await button(panel, "Tijd stilzetten").click();
  await phone.page.locator("[data-testid=timer][data-paused]").waitFor();
  await anja.page.locator("[data-testid=timer][data-paused]").first().waitFor();
  const still = await seconds(phone.page);
  expect(await seconds(anja.page)).toBe(still);
  await button(panel, "+1 min").click();
  await expect.poll(() => seconds(phone.page)).toBe(still + 60);
  const before = still + 60;
  await phone.page.reload();
  await phone.page.locator("[data-testid=timer][data-paused]").waitFor();
  expect(await seconds(phone.page)).toBe(before);
  await button(panel, "Tijd weg").click();
  await phone.page.getByTestId("timer").waitFor({ state: "detached" });
  await panel.getByLabel("Minuten").fill("1");
  await button(panel, "Tijd starten").click();
  await phone.page.getByTestId("timer").waitFor();

  // The hand, and the name beside it.
  await button(phone.page, "Hand opsteken").click();
  await panel.getByTestId("hands").getByText("Bram").waitFor();
  await button(panel, "Hand van Bram omlaag").click();
  await button(phone.page, "Hand opsteken").waitFor();

  // Two people on one phone.
  await button(phone.page, "Je doet mee als Bram").click();
  const dialog = phone.page.getByRole("dialog");
  await dialog.getByLabel("Naam").fill("Chris");
  await button(dialog, "Toevoegen").click();
  await button(dialog, "Chris").click();
  await panel.getByTestId("present").getByText("Chris (samen met Bram)").waitFor();

  // P6: a colleague on the wall is taken along, and lets go by scrolling.
  const carla = await people.person();
  await openWall(carla.page, server, plan, await joinAs(plan.keys.facilitator, "Carla"));
  await panel.getByLabel("Waar moet iedereen kijken?").selectOption({ label: "Fase Borging" });
  await button(panel, "Laat iedereen kijken").click();
  const banner = carla.page.getByTestId("follow-banner");
  await banner.getByText("Je volgt Anja").waitFor();
  await phone.page.getByTestId("face-spotlight").waitFor();
  await carla.page.getByTestId("matrix").hover();
  await carla.page.mouse.wheel(0, 200);
  await banner.getByText("Je volgt Anja niet meer.").waitFor();
  await panel.getByLabel("Vasthouden: niemand kan wegkijken").check();
  await button(panel, "Laat iedereen kijken").click();
  await banner.getByText("Iedereen kijkt mee").waitFor();
  await carla.page.mouse.wheel(0, 200);
  await banner.getByText("Je volgt Anja", { exact: false }).waitFor();
  await button(panel, "Iedereen weer vrij").click();
  await banner.waitFor({ state: "detached" });

  // S4: what was sent too late for its step is refused with a sentence, and is not on screen as if it were there.
  await next(anja.page);
  await inStep(phone.page, "ideas");
  await phone.context.setOffline(true);
  await phone.page.getByLabel("Jouw idee", { exact: true }).fill("Te laat");
  await button(phone.page, "Versturen").click();
  await phone.page.locator("[data-testid=own-idea][data-state=sending]").waitFor();
  await next(anja.page);
  await panel.getByTestId("lead-step").getByText("Ideeën bekijken").waitFor();
  await phone.context.setOffline(false);
  await inStep(phone.page, "reveal");
  const late = phone.page.getByTestId("late-texts");
  await late.getByText("Te laat", { exact: true }).waitFor();
  await phone.page.reload();
  await late.getByText("Te laat", { exact: true }).waitFor();
  await button(late, "Weggooien").click();
  await late.waitFor({ state: "detached" });
  expect(await phone.page.getByText("Te laat").count()).toBe(0);

  await button(panel, "Hele plan op slot").click();
  await carla.page.getByTestId("lock-notice").waitFor();

  // S5: the lead's laptop dies without a word.
  await anja.context.close();
  // The ten seconds are the criterion itself.
  await button(carla.page.getByTestId("session-bar"), "Leiding overnemen").click({ timeout: 10_000 });
  await carla.page.getByTestId("session-bar").getByText("Jij leidt").waitFor();
  await next(carla.page);
  await inStep(phone.page, "vote");
});

async function joined(code: string): Promise<Person> {
  const phone = await people.person("phone");
  await joinByCode(server, phone, code, "Bram", "ICT");
  return phone;
}

async function joinAs(key: string, name: string): Promise<string> {
  const response = await fetch(`${server.url}/api/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key, name, circle: "ict" }),
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

test("ux T4: from the code to the first idea sent is three taps, a name and the idea", async () => {
  const plan = await createPlan(server.url);
  const anja = await people.person();
  await openWall(anja.page, server, plan);
  const code = await startSession(anja.page);
  await next(anja.page);
  const phone = await people.newcomer("phone");
  await phone.context.addInitScript(() => {
    const count = (): void =>
      sessionStorage.setItem("taps", String(Number(sessionStorage.getItem("taps") ?? "0") + 1));
    document.addEventListener("click", ({ isTrusted }) => isTrusted && count(), true);
  });
  await joinByCode(server, phone, code, "Bram", "ICT");
  await phone.page.getByLabel("Jouw idee", { exact: true }).fill("Samen oefenen");
  await button(phone.page, "Versturen").click();
  await phone.page.locator("[data-testid=own-idea][data-state=hidden]").waitFor();
  expect(await phone.page.evaluate(() => sessionStorage.getItem("taps"))).toBe("3");
});

/** The steps in which the panel of who leads holds something of its own. */
const LED = new Set(["info", "reveal", "vote", "decide", "checkout"]);

test.each(some(["light", "dark"] as const, 0.5))(
  "ux K6 T3: axe finds nothing on the three faces in any step; on a phone the main button is large and nothing is cut off: %s",
  async (colorScheme) => {
    const plan = await createPlan(server.url);
    const anja = await people.person();
    await anja.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openWall(anja.page, server, plan);
    await button(anja.page, "Meer").click();
    await button(anja.page, "Werksessie").click();
    await anja.page.getByRole("dialog").waitFor();
    const faults = await axeFaults(anja.page, "starting", "[data-testid=matrix]");
    await button(anja.page.getByRole("dialog"), "Sessie beginnen").click();
    const panel = anja.page.getByTestId("lead-panel");
    await panel.waitFor();
    const code = (await anja.page.getByTestId("joining-code").innerText()).replaceAll(/\s/gu, "");
    const phone = await people.person("phone");
    await phone.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await joinByCode(server, phone, code, "Bram", "ICT");
    const beamer = await anja.context.newPage();
    await beamer.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await beamer.goto(`${server.url}/plan/${plan.plan.id}/beamer`);
    await beamer.getByTestId("joining-corner").waitFor();
    for (const kind of ["info", "ideas", "reveal", "vote", "write", "decide", "roles", "checkout"]) {
      await inStep(phone.page, kind);
      await beamer.locator(`[data-step-kind=${kind}]`).waitFor();
      if (kind === "ideas") {
        await beamer.keyboard.press("q");
        await beamer.getByTestId("joining-large").waitFor();
        faults.push(...(await axeFaults(beamer, "joining")));
        await beamer.keyboard.press("q");
        await beamer.getByTestId("joining-large").waitFor({ state: "detached" });
        const send = button(phone.page, "Versturen");
        expect((await send.boundingBox())?.height).toBeGreaterThanOrEqual(48);
        for (const text of ["Eerste", "Tweede"]) {
          await phone.page.getByLabel("Jouw idee", { exact: true }).fill(text);
          await send.click();
        }
        await panel.getByTestId("hidden-ideas").getByText("2 ideeën", { exact: false }).waitFor();
      }
      if (kind === "reveal") await button(panel, "Alles tonen").click();
      if (kind === "write")
        await panel.getByRole("combobox", { name: "Activiteit op het scherm" }).selectOption({ index: 1 });
      if (kind === "decide") {
        await panel.getByRole("combobox", { name: "Beslispunt op het scherm" }).selectOption({ index: 1 });
        await phone.page.getByTestId("focus-decision").waitFor();
      }
      faults.push(...(await axeFaults(phone.page, `taking part: ${kind}`)));
      faults.push(...(await axeFaults(beamer, `room: ${kind}`)));
      if (LED.has(kind))
        faults.push(...(await axeFaults(anja.page, `leading: ${kind}`, "[data-testid=matrix]")));
      const isCut = await phone.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isCut, kind).toBe(false);
      if (kind !== "checkout") await next(anja.page);
    }
    expect(faults).toEqual([]);
  },
);

test("ux T5 E4: a code that cannot be and one that is wrong each say what to do, however often it is tried", async () => {
  const { page } = await people.person("phone");
  await page.goto(`${server.url}/join`);
  await page.getByLabel("Code").fill("AB0");
  await button(page, "Verder").click();
  await page.getByText("Een code heeft zes tekens").waitFor();
  const tryOnce = async (): Promise<void> => {
    await page.getByLabel("Code").fill("abc-234");
    await button(page, "Verder").click();
    await page.getByText("Je doet mee met code ABC234").waitFor();
    if ((await page.getByLabel("Je naam").inputValue()) === "") {
      await page.getByLabel("Je naam").fill("Bram");
      await page.getByRole("radio", { name: "ICT" }).check();
    }
    await button(page, "Meedoen").click();
    await page.getByRole("alert").waitFor();
  };
  await tryOnce();
  await page.getByText("Deze code klopt niet, of de sessie is al voorbij.").waitFor();
  expect(await axeFaults(page, "joining")).toEqual([]);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      page.request.post(`${server.url}/api/join`, { data: { code: "ABC234", name: "Bram", circle: "ict" } }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([404]));
  await tryOnce();
  await page.getByText("Deze code klopt niet, of de sessie is al voorbij.").waitFor();
});

test("ux S4: nothing half written is lost: not by a reload, a pause or the next step, and it is sent when there is a round for it", async () => {
  const plan = await createPlan(server.url);
  const anja = await people.person();
  await openWall(anja.page, server, plan);
  const code = await startSession(anja.page);
  const panel = anja.page.getByTestId("lead-panel");
  await next(anja.page);
  const { page } = await joined(code);
  const field = page.getByLabel("Jouw idee", { exact: true });
  await inStep(page, "ideas");
  await field.fill("Half geschreven");
  await page.reload();
  await field.waitFor();
  expect(await field.inputValue()).toBe("Half geschreven");
  await button(panel, "Pauze houden").click();
  await page.getByText("Even pauze").waitFor();
  await button(panel, "Pauze voorbij").click();
  await field.waitFor();
  expect(await field.inputValue()).toBe("Half geschreven");
  await next(anja.page);
  await inStep(page, "reveal");
  const late = page.getByTestId("late-texts");
  await late.getByText("Half geschreven", { exact: true }).waitFor();
  expect(await axeFaults(page, "taking part: too late")).toEqual([]);
  // Who else speaks on this phone sees whose it is.
  await button(page, "Je doet mee als Bram").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Naam").fill("Chris");
  await button(dialog, "Toevoegen").click();
  await button(dialog, "Chris").click();
  await late.getByText("Van Bram.", { exact: false }).waitFor();
  await button(page, "Je doet mee als Chris").click();
  await button(dialog, /^Bram/u).click();
  await late.getByText("Van Bram.", { exact: false }).waitFor({ state: "detached" });
  await button(panel, "Vorige stap").click();
  await inStep(page, "ideas");
  await field.waitFor();
  expect(await field.inputValue()).toBe("Half geschreven");
  await button(page, "Versturen").click();
  await page.locator("[data-testid=own-idea][data-state=hidden]").waitFor();
  await next(anja.page);
  await inStep(page, "reveal");
  expect(await late.count()).toBe(0);
});
