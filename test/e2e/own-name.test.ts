import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";

// A server that is away is answered as such, and a browser writes a line of its own about it.
const people = usePeople([/Failed to load resource/]);
let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("[U41] one's own face opens one's name and kring, and others see the new ones while they look", async () => {
  plan = await createPlan(server.url);
  const bram = await join(server.url, plan.keys.viewer, "Bram");
  const [anja, other] = [(await people.person()).page, (await people.person()).page];
  await openWall(anja, server, plan);
  await openWall(other, server, plan, bram.cookie);
  const own = other.locator(`[data-testid=presence-avatar][data-user="${bram.actor.id}"]`);
  await own.click();
  const form = other.getByTestId("own-name");
  await form.getByLabel("Je naam").fill(" ");
  await form.getByRole("button", { name: "Opslaan" }).click();
  await form.getByText("Vul je naam in.").waitFor();
  expect(await axeFaults(other, "own name", "[data-testid=presence-avatar]")).toEqual([]);
  await form.getByLabel("Je naam").fill("Bram de Vries");
  await form.getByRole("radio", { name: "Bestuur" }).check();
  await form.getByRole("button", { name: "Opslaan" }).click();
  await form.waitFor({ state: "detached" });
  const seen = anja.locator(`[data-testid=presence-avatar][data-user="${bram.actor.id}"]`);
  for (const [face, words] of [
    [seen, "Bram de Vries, Bestuur"],
    [own, "Bram de Vries (jij), Bestuur"],
  ] as const)
    await expect.poll(() => face.getAttribute("aria-label")).toBe(words);
  await badgeSays(other, "saved");
  await expect.poll(() => own.evaluate((face) => face === document.activeElement)).toBe(true);
  await other.reload();
  await expect.poll(() => own.getAttribute("aria-label")).toBe("Bram de Vries (jij), Bestuur");
});

test("[U41] on a phone the menu leads there, and without a server nothing of it is lost", async () => {
  plan = await createPlan(server.url);
  const { page, context } = await people.person("phone");
  await openWall(page, server, plan);
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Je naam en kring" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Je naam").fill("Anja de Vries");
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await dialog.getByText(/De server is niet bereikbaar/u).waitFor();
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Opslaan" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Anderen zien je nu als Anja de Vries.").waitFor();
});

test("[U42] the face of somebody else says who that is and where they are, and leads there", async () => {
  plan = await createPlan(server.url);
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const [anja, other] = [(await people.person()).page, (await people.person()).page];
  await openWall(other, server, plan, bram.cookie);
  await other.goto(`${server.url}/plan/${plan.plan.id}/table`);
  await badgeSays(other, "saved");
  // Only now does Anja look: whoever loads a page anew is away for a moment, and that shuts their card.
  await openWall(anja, server, plan);
  const face = anja.locator(`[data-testid=presence-avatar][data-user="${bram.actor.id}"]`);
  await face.click();
  const card = anja.getByTestId("person-card");
  await card.getByText("Bram, ICT").waitFor();
  await card.getByText("Bewerker").waitFor();
  await card.getByRole("link", { name: "Kijkt bij: Tabel" }).waitFor();
  // Whoever goes away takes the window about them along.
  await other.goto(`${server.url}/plan/${plan.plan.id}`);
  await card.waitFor({ state: "detached" });
  await other.getByTestId("card").first().click();
  await other.getByTestId("activity-panel").waitFor();
  await face.click();
  await card.getByRole("link", { name: /^Werkt aan ‘/u }).click();
  await anja.getByTestId("activity-panel").waitFor();
  expect(new URL(anja.url()).pathname).toBe(new URL(other.url()).pathname);
  expect(await anja.getByTestId("own-name").count()).toBe(0);
});
