import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, usePeople } from "../builders/browser.ts";
import { asPdf, pdfText } from "../builders/pdf.ts";
import { isLong } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { button, CIRCLES, inStep, joinByCode, next, startSession } from "../builders/session-pages.ts";
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

/** Three people from three circles; in a long run four from each. */
const PHONES = isLong ? 12 : 3;
/** A decision point of the example that is open and has a body that decides. */
const QUESTION = "Wie wordt eigenaar van de hele examenketen?";

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

/** The minutes of the film, whichever program broke their lines: what happened, once, and nothing else. */
function expectTold(minutes: string): void {
  const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
  const said = letters(minutes.replaceAll(/^.* Pagina \d+ van \d+$/gmu, ""));
  const names = (circle: number): string =>
    Array.from({ length: PHONES }, (_, at) => at)
      .filter((at) => at % CIRCLES.length === circle)
      .map((at) => `Deelnemer ${String(at + 1)}`)
      .join(" ");
  const once = [
    `Kring Wie ${CIRCLES[2]} ${names(2)} ${CIRCLES[0]} ${names(0)} ${CIRCLES[1]} Anja ${names(1)} Agenda`,
    "Hoort hierbij: Kanarie 1 over examens Deelnemer 2",
    "Kanarie 3 over examens Deelnemer 3 A4 Kanarie 3 over examens",
    "Kanarie over systemen Deelnemer 1 A22 Kanarie over systemen",
    `${String(PHONES - 1)} mensen stemden. # Idee Stippen Per kring 1 Kanarie 2 over examens ${String(PHONES - 1)}`,
    `${QUESTION} De manager onderwijslogistiek. Omdat: Die heeft zicht op de hele keten. Managementteam (MT); vastgelegd door Anja`,
    `${QUESTION} ICT Deelnemer 1 voor`,
    "voert uit Deelnemer 1",
    "ICT Deelnemer 1 Hoopvol",
    `Besluiten genomen (1) Besluit: ${QUESTION}`,
    "Nieuw (2) Activiteit: Kanarie 3 over examens (A4) Activiteit: Kanarie over systemen (A22) Gewijzigd (1) Besluit:",
  ];
  const counts = once.map((words) => [words, said.split(letters(words)).length - 1]);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  for (const words of ["overgeslagen", "niet getoond", "op het apparaat van", "Verwijderd", "Verplaatst"])
    expect(said).not.toContain(letters(words));
}

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
    await joinByCode(server, phone, code, `Deelnemer ${String(at + 1)}`, CIRCLES[at % 3] ?? "ICT");
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
  await first.getByRole("radio", { name: "Ontwerp · ICT en systemen" }).check();
  await first.getByLabel("Jouw idee", { exact: true }).fill("Kanarie over systemen");
  await button(first, "Versturen").click();
  const ideas = PHONES + 1;
  await beamer.getByText(`${String(ideas)} ideeën verstuurd`).waitFor();
  await expect.poll(() => panel.getByTestId("hidden-ideas").innerText()).toContain(`${String(ideas)} ideeën`);
  expect(heardByBeamer()).not.toContain("Kanarie");
  expect(heardBySecond()).not.toContain("Kanarie 1");
  expect(await second.content()).not.toContain("Kanarie 1");

  await next(anja.page);
  await button(panel, "Alles tonen").click();
  await expect.poll(() => first.getByTestId("shown-idea").count()).toBe(ideas);
  await beamer.getByText("Kanarie 1 over examens").waitFor();
  await button(panel, "Meer met Kanarie 1 over examens").click();
  await anja.page.getByRole("menuitem", { name: "Voeg samen met …" }).click();
  await button(anja.page.getByRole("dialog"), "Kanarie 2 over examens").click();
  await expect.poll(() => first.getByTestId("shown-idea").count()).toBe(ideas - 1);
  for (const idea of ["Kanarie 3 over examens", "Kanarie over systemen"]) {
    await button(panel, `Meer met ${idea}`).click();
    await anja.page.getByRole("menuitem", { name: "Op het bord zetten" }).click();
    await anja.page.getByTestId("card").getByText(idea).waitFor();
  }

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
  await panel.getByRole("combobox", { name: "Beslispunt op het scherm" }).selectOption({ label: QUESTION });
  await first.getByTestId("focus-decision").getByText("Tegen", { exact: true }).waitFor();
  await first.getByRole("radio", { name: "Voor", exact: true }).check();
  await button(first, "Advies geven").click();
  await beamer.getByTestId("circle-advice").getByText("Voor 1").waitFor();
  await panel.getByRole("link", { name: "Openen en vastleggen" }).click();
  const register = anja.page.getByTestId("decision-panel");
  await register.getByRole("textbox", { name: "Besluit", exact: true }).click();
  await anja.page.keyboard.type("De manager onderwijslogistiek.");
  await register.getByRole("textbox", { name: "Onderbouwing" }).click();
  await anja.page.keyboard.type("Die heeft zicht op de hele keten.");
  await button(register, "Besluit vastleggen").click();
  await button(anja.page.getByRole("dialog"), "Vastleggen").click();
  for (const page of [first, second, beamer])
    await page.getByText("De manager onderwijslogistiek.", { exact: false }).first().waitFor();
  await anja.page.goBack();

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
  const closed = anja.page.getByRole("dialog");
  const minutesAs = async (name: string): Promise<Uint8Array> => {
    const address = (await closed.getByRole("link", { name }).getAttribute("href")) ?? "";
    const answer = await anja.context.request.get(`${server.url}${address}`);
    expect(answer.ok(), name).toBe(true);
    return answer.body();
  };
  expect(pdfText(await minutesAs("Verslag (PDF)"))).toContain("Sessieverslag");
  const told = pdfText(await asPdf(await minutesAs("Verslag (Word)"), ".docx"));
  expectTold(told);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const made = value.activities.filter(({ title }) => title === "Kanarie 3 over examens");
  expect(made.map(({ what: said }) => said)).toEqual(["We oefenen met een proefexamen."]);
  expect(made[0]?.roles.executor).toHaveLength(1);
});
