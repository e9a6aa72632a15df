import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

/** A new plan, and two editors with the same card open. */
async function twoAtOneCard() {
  const plan = await createPlan(server.url);
  const walls = await Promise.all(
    ["Anja", "Bram"].map(async (name) => joinWall(await people.person(), server.url, plan.keys.editor, name)),
  );
  const [first, second] = walls;
  if (first === undefined || second === undefined) throw new Error("two people were asked for");
  const [id = ""] = await first.idsIn("Analyse", "Processen");
  for (const { card } of walls) await card(id).getByRole("button").first().click();
  return { plan, id, first: first.page, second: second.page };
}

const activityOf = async (plan: Awaited<ReturnType<typeof createPlan>>, id: string) =>
  (await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities.find(
    (activity) => activity.id === id,
  );

test("[B18] ux Q5: two people who type in the same 'waarom' keep every character of both", async () => {
  const { plan, id, first, second } = await twoAtOneCard();
  const before = (await activityOf(plan, id))?.why ?? "";
  const editors = [first, second].map((page) => page.locator("[data-field=why] [contenteditable=true]"));
  for (const [at, editor] of editors.entries()) {
    await editor.click();
    await editor.press(at === 0 ? "Control+Home" : "Control+End");
  }
  await Promise.all([
    first.keyboard.type("Anja begint hier. ", { delay: 10 }),
    second.keyboard.type(" Bram eindigt hier.", { delay: 10 }),
  ]);
  const expected = `Anja begint hier. ${before} Bram eindigt hier.`;
  await expect.poll(async () => (await activityOf(plan, id))?.why).toBe(expected);
  await first.locator("[data-field=why]").getByText("Bram", { exact: true }).first().waitFor();
});

test("[B18] two people who type in the same title keep every character, and nobody's caret moves", async () => {
  const { plan, id, first, second } = await twoAtOneCard();
  const before = (await activityOf(plan, id))?.title ?? "";
  const titles = [first, second].map((page) => page.getByLabel("Titel van de activiteit"));
  for (const [at, title] of titles.entries()) {
    await title.click();
    await title.press(at === 0 ? "Home" : "End");
  }
  await Promise.all([
    first.keyboard.type("Eerst ", { delay: 10 }),
    second.keyboard.type(" en dan", { delay: 10 }),
  ]);
  const expected = `Eerst ${before} en dan`;
  for (const title of titles) await expect.poll(() => title.inputValue()).toBe(expected);
  // What was typed in one go is one step back; how many goes it was depends on the machine.
  const undone = async (): Promise<string | undefined> => {
    await first.keyboard.press("Control+z");
    return titles[1]?.inputValue();
  };
  await expect.poll(undone).toBe(`${before} en dan`);
});

test("[B18] opening a card writes nothing", async () => {
  const { plan, first } = await twoAtOneCard();
  const { seq } = await planOf(server.url, plan.plan.id, plan.cookie);
  await first.locator("[data-field=criterion] [contenteditable=true]").click();
  await first.keyboard.press("Escape");
  await first.getByTestId("activity-panel").waitFor({ state: "detached" });
  await first.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
  expect((await planOf(server.url, plan.plan.id, plan.cookie)).seq).toBe(seq);
});
