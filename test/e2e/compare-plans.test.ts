import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("[U53] a plan is compared with another that this device opens: what is only in one, elsewhere or different", async () => {
  const [here, there] = [
    await createPlan(server.url, { title: "Zorg" }),
    await createPlan(server.url, { title: "Techniek" }),
  ];
  const person = await people.person();
  const wall = await joinWall(person, server.url, here.keys.editor, "Anja");
  const { page } = wall;
  // Nobody opened another plan here yet.
  await page.goto(`${server.url}/plan/${here.plan.id}/versions`);
  await page.getByRole("button", { name: "Vergelijken met een ander plan" }).click();
  await page.getByText("Op dit apparaat is nog geen ander plan geopend.", { exact: false }).waitFor();

  const other = await WireClient.join({
    url: server.url,
    planId: there.plan.id,
    cookie: there.cookie,
  });
  await joinWall(person, server.url, there.keys.viewer, "Anja");
  const [twin] = toPlan(other.doc).activities;
  if (twin === undefined) throw new Error("it begins as the example");
  setRegister(other.doc, "activities", twin.id, "priority", twin.priority === "high" ? "low" : "high");
  growPlan(other.doc, toPlan(other.doc).activities.length + 1);
  await other.saved();
  await other.close();

  await page.goto(`${server.url}/plan/${here.plan.id}/versions`);
  await page.getByRole("button", { name: "Vergelijken met een ander plan" }).click();
  await page.getByLabel("Het andere plan").selectOption({ label: "Techniek" });
  await page.getByRole("region", { name: "Alleen in het andere plan (1)" }).waitFor();
  const different = page.getByRole("region", { name: "Anders in dit plan (1)" });
  expect(await different.innerText()).toContain(twin.title);
  expect(await page.getByTestId("difference").count()).toBe(2);
  // The comparison has an address.
  await page.reload();
  await page.getByRole("region", { name: "Anders in dit plan (1)" }).waitFor();
});
