import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { createPlan, planOf, postJson, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("[J53][J50][R60] an owner sets how long the past is kept, erases a person and then the plan; others see what happened", async () => {
  const title = "Plan dat weg mag";
  const plan = await createPlan(server.url, { title });
  const planId = plan.plan.id;
  const view = `${server.url}/plan/${planId}/keeping`;
  const owner = await people.person();
  const { page } = await joinWall(owner, server.url, plan.keys.owner, "Olga");
  const second = await people.person();
  const { page: other } = await joinWall(second, server.url, plan.keys.editor, "Gerda Jansen");

  await other.goto(view);
  await other.getByText("Alleen een eigenaar van het plan", { exact: false }).waitFor();
  expect(await other.getByRole("button", { name: "Plan voorgoed wissen" }).count()).toBe(0);

  await page.goto(view);
  await page.getByText("De hele geschiedenis blijft bewaard.").waitFor();
  await page.getByLabel("Hoe lang blijft de geschiedenis bewaard?").selectOption("365");
  await page.getByText("Alles van vóór", { exact: false }).waitFor();
  expect(await axeFaults(page, "keeping", "[data-testid=presence-avatar]")).toEqual([]);
  await page.getByRole("button", { name: "Bewaartermijn instellen" }).click();
  await page.getByText("De geschiedenis blijft 1 jaar bewaard.").waitFor();
  await other.getByText("De geschiedenis blijft 1 jaar bewaard.").waitFor();
  await page.getByRole("button", { name: "Nu opruimen" }).click();
  await page.getByText("Er was niets dat weg moest.").first().waitFor();

  const gerda = (await second.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const { activities } = (await planOf(server.url, planId, plan.cookie)).plan;
  const card = activities[0]?.id ?? "";
  const anchor = { kind: "activity", id: card } as const;
  const say = { type: "comment.add", comment: freshId(), anchor, text: "Dit moet anders" } as const;
  expect(await giveCommand({ url: server.url, planId, cookie: gerda }, say)).toBeTypeOf("number");
  const gerdas = page.getByRole("listitem").filter({ hasText: "Gerda Jansen" });
  await gerdas.getByText("Onderwijs, 1 opmerking").waitFor();
  await page.getByRole("button", { name: "Gerda Jansen wissen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("De naam staat nergens in het plan zelf.").waitFor();
  await dialog.getByRole("radio", { name: "De naam en alles wat deze persoon zei" }).check();
  expect(await axeFaults(page, "erasing a person", "[data-testid=presence-avatar]")).toEqual([]);
  await dialog.getByRole("button", { name: "Ja, wissen" }).click();
  await page.getByText("De naam is gewist.").first().waitFor();
  await page.getByRole("button", { name: "Gerda Jansen wissen" }).waitFor({ state: "detached" });
  await other.getByText("Je hebt nog geen toegang tot dit plan").waitFor();
  const discussion = await (
    await fetch(`${server.url}/api/plans/${planId}/journal`, { headers: { cookie: plan.cookie } })
  ).text();
  expect(discussion).not.toMatch(/Dit moet anders|Gerda/);

  const third = await people.person();
  const { page: reader } = await joinWall(third, server.url, plan.keys.viewer, "Lezer");
  await page.getByLabel("Typ de titel van het plan over", { exact: false }).fill("Iets anders");
  await page.getByRole("button", { name: "Plan voorgoed wissen" }).click();
  await page.getByText("Dit is niet de titel van het plan.").waitFor();
  await page.getByLabel("Typ de titel van het plan over", { exact: false }).fill(title);
  await page.getByRole("button", { name: "Plan voorgoed wissen" }).click();
  for (const each of [page, reader]) {
    await each.getByRole("heading", { name: "Dit plan is gewist" }).waitFor();
    const left = (): Promise<string[]> =>
      each.evaluate(async (id) => {
        const databases = (await indexedDB.databases()).map(({ name }) => name ?? "");
        const stored = Object.entries(localStorage).map((entry) => entry.join("="));
        return [...databases, ...stored].filter((one) => one.includes(id));
      }, planId);
    await expect.poll(left).toEqual([]);
  }
  expect(await axeFaults(reader, "an erased plan")).toEqual([]);
  await reader.reload();
  await reader.getByRole("heading", { name: "Dit plan is gewist" }).waitFor();
  for (const one of [owner, second, third])
    expect(one.mistakes.splice(0).every((text) => /40[13]|410/.test(text))).toBe(true);
  const late = await postJson(`${server.url}/api/join`, {
    key: plan.keys.viewer,
    name: "Te laat",
    circle: "ict",
  });
  expect(late.status).toBe(404);
});
