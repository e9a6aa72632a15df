import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { type Person, usePeople } from "../builders/browser.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
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

const isLong = process.env["PLANWAND_LONG"] === "1";
const CIRCLES = ["ICT", "Onderwijs", "Examenorganisatie"] as const;
/** Three people from three circles; in a long run four from each. */
const PHONES = isLong ? 12 : 3;

const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Every WebSocket frame that reaches a page, and every answer over HTTP, as text. */
function overheard(page: Page): () => string {
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString()));
  });
  page.on("response", (response) => {
    void response.text().then(
      (text) => heard.push(text),
      () => undefined,
    );
  });
  return () => heard.join("\n");
}

async function startSession(page: Page): Promise<string> {
  await button(page, "Meer").click();
  await button(page, "Werksessie").click();
  const dialog = page.getByRole("dialog");
  await button(dialog, "Meer over stap 2").click();
  await dialog.getByLabel("Waar?").first().selectOption({ label: "Analyse · Processen" });
  await button(dialog, "Plek toevoegen").click();
  await dialog.getByLabel("Waar?").nth(1).selectOption({ label: "Ontwerp · ICT en systemen" });
  await button(dialog, "Sessie beginnen").click();
  await page.getByTestId("session-bar").waitFor();
  return (await page.getByTestId("joining-code").innerText()).replaceAll(/\s/gu, "");
}

async function joinByCode(person: Person, code: string, name: string, circle: string): Promise<void> {
  const { page } = person;
  await page.goto(`${server.url}/join#${code}`);
  await page.getByLabel("Je naam").fill(name);
  await page.getByRole("radio", { name: circle }).check();
  await button(page, "Meedoen").click();
  await page.getByTestId("participant").waitFor();
}

const inStep = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-testid=participant][data-step-kind=${kind}]`).waitFor();
const next = (page: Page): Promise<void> => button(page, "Volgende stap").click();

test("ux S2 S3 S6 T4: the film of a session, from the code on the wall to the minutes", async () => {
  const plan = await createPlan(server.url, { title: "Invoering OKE" });
  const anja = await people.person();
  await openWall(anja.page, server, plan);
  const code = await startSession(anja.page);
  const panel = anja.page.getByTestId("lead-panel");
  const beamer = await anja.context.newPage();
  const heardByBeamer = overheard(beamer);
  await beamer.goto(`${server.url}/plan/${plan.plan.id}/beamer`);
  await beamer.getByTestId("joining-corner").waitFor();
  expect((await beamer.getByTestId("joining-corner").innerText()).replaceAll(/\s/gu, "")).toContain(code);

  const phones: Person[] = [];
  for (let at = 0; at < PHONES; at += 1) {
    const phone = await people.person("phone");
    phones.push(phone);
    await joinByCode(phone, code, `Deelnemer ${String(at + 1)}`, CIRCLES[at % 3] ?? "ICT");
  }
  const [first, second] = phones.map(({ page }) => page);
  if (first === undefined || second === undefined) throw new Error("two people take part at least");
  const heardBySecond = overheard(second);
  await second.reload();
  await inStep(second, "info");
  await expect.poll(() => panel.getByTestId("present").innerText()).toContain("Deelnemer 2");

  await next(anja.page);
  await Promise.all(phones.map(({ page }) => inStep(page, "ideas")));
  for (const [at, { page }] of phones.entries()) {
    await page.getByLabel("Jouw idee", { exact: true }).fill(`Kanarie ${String(at + 1)} over examens`);
    await button(page, "Versturen").click();
    await page.locator("[data-testid=own-idea][data-state=hidden]").waitFor();
  }
  await beamer.getByText(`${String(PHONES)} ideeën verstuurd`).waitFor();
  await expect
    .poll(() => panel.getByTestId("hidden-ideas").innerText())
    .toContain(`${String(PHONES)} ideeën`);
  expect(heardByBeamer()).not.toContain("Kanarie");
  expect(heardBySecond()).not.toContain("Kanarie 1");
  expect(await second.content()).not.toContain("Kanarie 1");

  await next(anja.page);
  await button(panel, "Alles tonen").click();
  await expect.poll(() => first.getByTestId("shown-idea").count()).toBe(PHONES);
  await beamer.getByText("Kanarie 1 over examens").waitFor();
  await button(panel, "Meer met Kanarie 1 over examens").click();
  await anja.page.getByRole("menuitem", { name: "Voeg samen met …" }).click();
  await button(anja.page.getByRole("dialog"), "Kanarie 2 over examens").click();
  await expect.poll(() => first.getByTestId("shown-idea").count()).toBe(PHONES - 1);
  await button(panel, "Meer met Kanarie 3 over examens").click();
  await anja.page.getByRole("menuitem", { name: "Op het bord zetten" }).click();
  await anja.page.getByTestId("card").getByText("Kanarie 3 over examens").waitFor();

  await next(anja.page);
  await Promise.all(phones.map(({ page }) => inStep(page, "vote")));
  for (const { page } of phones) {
    await button(page, "Stip geven aan Kanarie 2 over examens").click();
    await page.getByTestId("dots-left").getByText("Nog 4 stippen").waitFor();
  }
  await button(second, "Stip terugnemen van Kanarie 2 over examens").click();
  await second.getByTestId("dots-left").getByText("Nog 5 stippen").waitFor();
  await expect.poll(() => panel.getByTestId("hidden-votes").innerText()).toContain("stip");
  expect(await first.getByTestId("standings").count()).toBe(0);
  await button(panel, "Uitslag tonen").click();
  await first
    .getByTestId("standings")
    .getByText(`${String(PHONES - 1)} stippen`)
    .waitFor();
  await beamer.getByTestId("standings").waitFor();

  await next(anja.page);
  await panel
    .getByRole("combobox", { name: "Activiteit op het scherm" })
    .selectOption({ label: "Kanarie 3 over examens" });
  const what = first.getByTestId("focus-card").getByRole("textbox", { name: /^Wat gebeurt er/ });
  await what.click();
  await first.keyboard.type("We oefenen met een proefexamen.");
  await beamer.getByTestId("look-card").getByText("We oefenen met een proefexamen.").waitFor();

  await next(anja.page);
  await panel.getByRole("combobox", { name: "Beslispunt op het scherm" }).selectOption({ index: 1 });
  await first.getByTestId("focus-decision").getByText("Tegen", { exact: true }).waitFor();
  await first.getByRole("radio", { name: "Voor", exact: true }).check();
  await button(first, "Advies geven").click();
  await beamer.getByTestId("circle-advice").getByText("Voor 1").waitFor();

  await next(anja.page);
  await Promise.all(phones.map(({ page }) => inStep(page, "roles")));
  await button(first, "Wij voeren uit: Kanarie 3 over examens").click();
  await first.getByTestId("claim").getByText("Kanarie 3 over examens").waitFor();

  await next(anja.page);
  await first.getByLabel("Hoe ga je weg, in één woord?").fill("Hoopvol");
  await button(first, "Versturen").click();
  await beamer.getByTestId("checkout-summary").getByText("Hoopvol").waitFor();

  await button(panel, "Sessie afsluiten …").click();
  await button(anja.page.getByRole("dialog"), "Afsluiten").click();
  await first.getByTestId("session-closed").waitFor();
  for (const name of ["Verslag (Word)", "Verslag (PDF)"]) {
    const link = anja.page.getByRole("dialog").getByRole("link", { name });
    const minutes = await anja.context.request.get(`${server.url}${(await link.getAttribute("href")) ?? ""}`);
    expect(minutes.ok(), name).toBe(true);
    expect((await minutes.body()).length).toBeGreaterThan(1_000);
  }
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const made = value.activities.filter(({ title }) => title === "Kanarie 3 over examens");
  expect(made.map(({ what: said }) => said)).toEqual(["We oefenen met een proefexamen."]);
  expect(made[0]?.roles.executor).toHaveLength(1);
});

test("ux S1 S4 S5 P6: the time, the spotlight, what a step refuses, a hand, and taking over the lead", async () => {
  const plan = await createPlan(server.url);
  const anja = await people.person();
  await openWall(anja.page, server, plan);
  const code = await startSession(anja.page);
  const panel = anja.page.getByTestId("lead-panel");
  const phone = await people.person("phone");
  // A phone whose clock is five minutes fast.
  await phone.context.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 300_000;
  });
  await joinByCode(phone, code, "Bram", "ICT");

  // S1: both count by the server's clock, whatever their own says.
  const seconds = async (page: Page): Promise<number> => {
    const words = await page.getByTestId("timer").first().innerText();
    const [minutes = "0", rest = "0"] = words.split(":");
    return Number(minutes) * 60 + Number(rest);
  };
  const [there, here] = await Promise.all([seconds(phone.page), seconds(anja.page)]);
  expect(Math.abs(there - here)).toBeLessThan(120);
  await button(panel, "Stilzetten").click();
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
  await button(panel, "Stoppen").click();
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
  await phone.page.getByTestId("workshop-refusal").getByText("Dat kan niet in deze stap").waitFor();
  await button(phone.page, "Begrepen").click();
  await phone.page.getByTestId("workshop-refusal").waitFor({ state: "detached" });
  await inStep(phone.page, "reveal");
  expect(await phone.page.getByText("Te laat").count()).toBe(0);

  await button(panel, "Heel het plan op slot").click();
  await carla.page.getByTestId("lock-notice").waitFor();

  // S5: the lead's laptop dies without a word.
  await anja.context.close();
  await button(carla.page.getByTestId("session-bar"), "Leiding overnemen").click();
  await carla.page.getByTestId("session-bar").getByText("Jij leidt").waitFor();
  await next(carla.page);
  await inStep(phone.page, "vote");
});

async function joinAs(key: string, name: string): Promise<string> {
  const response = await fetch(`${server.url}/api/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key, name, circle: "ict" }),
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** The steps in which the panel of who leads holds something of its own. */
const LED = new Set(["info", "reveal", "vote", "decide", "checkout"]);

test.each(isLong ? (["light", "dark"] as const) : (["dark"] as const))(
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
    await joinByCode(phone, code, "Bram", "ICT");
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

// Last, because from then on nobody comes in from this address for a while.
test("ux T5 E4: a code that cannot be, one that is wrong and too many tries each say what to do", async () => {
  const { page } = await people.person("phone");
  await page.goto(`${server.url}/join`);
  await page.getByLabel("Code").fill("AB0");
  await button(page, "Verder").click();
  await page.getByText("Een code heeft zes tekens.").waitFor();
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
  expect(answers.map((answer) => answer.status())).toContain(429);
  await tryOnce();
  await page.getByText("Er is te vaak geprobeerd.").waitFor();
});
