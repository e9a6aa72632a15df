import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { addEntry } from "@planwand/shared/plan/ranked.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { countingIds, growPlan, STAMP } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, fingerOn, joinWall, pointIn, showCards, type WallPage } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const comeIn = async (plan: CreatedPlan, device?: "desktop" | "phone"): Promise<WallPage> =>
  joinWall(await people.person(device), server.url, plan.keys.editor, "Anja");

const otherOn = (plan: CreatedPlan): Promise<WireClient> =>
  WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });

const picture = (page: Page) => page.locator("[data-drag-picture]");

/** The ids of a cell's phase and domain. */
async function placeOf(wall: WallPage, phase: string, domain: string) {
  const cell = wall.cell(phase, domain);
  return {
    phase: (await cell.getAttribute("data-phase")) ?? "",
    domain: (await cell.getAttribute("data-domain")) ?? "",
  };
}

test("ux D1: a press that moves less than 6 px opens the card, one that moves more drags it", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const from = await pointIn(wall.card(id), 40, 20);
  const layout = await wall.layout();
  for (const distance of [0, 3, 5]) {
    await wall.page.mouse.move(from.x, from.y);
    await wall.page.mouse.down();
    await wall.page.mouse.move(from.x + distance, from.y);
    expect(await picture(wall.page).count()).toBe(0);
    await wall.page.mouse.up();
    await wall.page.getByTestId("activity-panel").waitFor();
    await wall.page.keyboard.press("Escape");
    await wall.page.getByTestId("activity-panel").waitFor({ state: "detached" });
  }
  await wall.page.mouse.move(from.x, from.y);
  await wall.page.mouse.down();
  await wall.page.mouse.move(from.x + 8, from.y);
  await picture(wall.page).waitFor();
  await wall.page.mouse.up();
  await picture(wall.page).waitFor({ state: "detached" });
  expect(await wall.page.getByTestId("activity-panel").count()).toBe(0);
  expect(await wall.layout()).toEqual(layout);
});

test("ux D2: the picture keeps its grip and is tilted a little; the card stays as a ghost and nothing shifts", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const [id = "", below = ""] = await wall.idsIn("Analyse", "Processen");
  const [card, sibling] = [wall.card(id), wall.card(below)];
  const [cardBox, siblingBox] = [await card.boundingBox(), await sibling.boundingBox()];
  const from = await pointIn(card, 40, 20);
  await dragMouse(wall.page, from, { x: from.x + 150, y: from.y + 90 });
  const held = await picture(wall.page).evaluate((element) => {
    const { rotate, translate, pointerEvents } = getComputedStyle(element);
    const shadow = getComputedStyle(element.firstElementChild ?? element).boxShadow;
    return { rotate, at: translate.split(" ").map(Number.parseFloat), pointerEvents, shadow };
  });
  expect(Math.abs((held.at[0] ?? 0) - ((cardBox?.x ?? 0) + 150))).toBeLessThanOrEqual(2);
  expect(Math.abs((held.at[1] ?? 0) - ((cardBox?.y ?? 0) + 90))).toBeLessThanOrEqual(2);
  const tilt = Number.parseFloat(held.rotate);
  expect(tilt).toBeGreaterThan(0);
  expect(tilt).toBeLessThanOrEqual(3);
  expect(held.shadow).not.toBe("none");
  await expect.poll(() => card.evaluate((element) => getComputedStyle(element).opacity)).toBe("0.4");
  expect(await card.boundingBox()).toEqual(cardBox);
  expect(await sibling.boundingBox()).toEqual(siblingBox);
  await wall.page.keyboard.press("Escape");
  await wall.page.mouse.up();
});

test("ux D3: one line of 2 to 4 px in one tinted cell, with its phase and domain lit", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const from = await pointIn(wall.card(id), 40, 20);
  await wall.page.mouse.move(from.x, from.y);
  await wall.page.mouse.down();
  for (const [phase, domain] of [
    ["Ontwerp", "Organisatie"],
    ["Inrichting", "Processen"],
    ["Uitvoering", "Organisatie"],
  ] as const) {
    const to = await pointIn(wall.cell(phase, domain), 70, 60);
    await wall.page.mouse.move(to.x, to.y, { steps: 4 });
    const layer = wall.page.locator("[data-drop-target]");
    await wall.cell(phase, domain).locator("[data-drop-target]").waitFor();
    expect(await layer.count()).toBe(1);
    expect(await layer.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
      "rgba(0, 0, 0, 0)",
    );
    const line = wall.page.getByTestId("insertion-line");
    expect(await line.count()).toBe(1);
    const height = (await line.boundingBox())?.height ?? 0;
    expect(height).toBeGreaterThanOrEqual(2);
    expect(height).toBeLessThanOrEqual(4);
    const place = await placeOf(wall, phase, domain);
    const lit = await wall.page
      .locator("[data-lit]")
      .evaluateAll((heads) =>
        heads.map(
          (head) => head.getAttribute("data-phase-header") ?? head.getAttribute("data-domain-header"),
        ),
      );
    expect(lit).toEqual([place.phase, place.domain]);
  }
  await wall.page.keyboard.press("Escape");
  await wall.page.mouse.up();
});

test("ux D6: dropped outside every cell, the picture glides back and nothing is written", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const layout = await wall.layout();
  await wall.page.evaluate(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
      if (this instanceof HTMLElement && this.dataset["dragPicture"] !== undefined)
        document.body.dataset["glide"] = JSON.stringify(options);
      return animate.call(this, frames, options);
    };
  });
  await dragMouse(wall.page, await pointIn(wall.card(id), 40, 20), { x: 620, y: 20 });
  await wall.page.mouse.up();
  await picture(wall.page).waitFor({ state: "detached" });
  const options = (await wall.page.locator("body").getAttribute("data-glide")) ?? "{}";
  const { duration } = JSON.parse(options) as { duration: number };
  expect(duration).toBeGreaterThanOrEqual(150);
  expect(duration).toBeLessThanOrEqual(200);
  expect(await wall.layout()).toEqual(layout);
});

test("ux D8: near an edge the wall scrolls, at most 20 px a frame, to the far corner of 7 by 6 in one gesture", async () => {
  const plan = await createPlan(server.url);
  const other = await otherOn(plan);
  const id = countingIds("axis");
  for (const name of ["Zes", "Zeven"]) addEntry(other.doc, "phases", id(), { name }, STAMP);
  for (const name of ["Vijf", "Zes"]) addEntry(other.doc, "domains", id(), { name, color: 4 }, STAMP);
  await other.saved();
  const wall = await comeIn(plan);
  await wall.page.setViewportSize({ width: 1024, height: 600 });
  const [card = ""] = await wall.idsIn("Analyse", "Processen");
  const matrix = wall.page.getByTestId("matrix");
  await matrix.evaluate((element) => {
    let last = { left: element.scrollLeft, top: element.scrollTop };
    let most = 0;
    const look = (): void => {
      requestAnimationFrame(look);
      most = Math.max(most, Math.abs(element.scrollLeft - last.left), Math.abs(element.scrollTop - last.top));
      last = { left: element.scrollLeft, top: element.scrollTop };
      document.body.dataset["step"] = String(most);
    };
    requestAnimationFrame(look);
  });
  const box = await matrix.boundingBox();
  if (box === null) throw new Error("the wall is there");
  await dragMouse(wall.page, await pointIn(wall.card(card), 40, 20), {
    x: box.x + box.width - 12,
    y: box.y + box.height - 12,
  });
  const left = () =>
    matrix.evaluate((element) => element.scrollWidth - element.clientWidth - element.scrollLeft);
  const down = () =>
    matrix.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
  await expect.poll(left).toBeLessThanOrEqual(1);
  await expect.poll(down).toBeLessThanOrEqual(1);
  await wall.cell("Zeven", "Zes").locator("[data-drop-target]").waitFor();
  await wall.page.mouse.up();
  await wall.untilIn(card, "Zeven", "Zes");
  expect(Number(await wall.page.locator("body").getAttribute("data-step"))).toBeLessThanOrEqual(20);
  expect(await wall.page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  await other.close();
});

test("ux D9: while I hold a card another moves it; my drop is the last, and both see that", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const other = await otherOn(plan);
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await dragMouse(
    wall.page,
    await pointIn(wall.card(id), 40, 20),
    await pointIn(wall.cell("Inrichting", "Processen"), 70, 20),
  );
  const before = await picture(wall.page).boundingBox();
  moveActivity(other.doc, id, { ...(await placeOf(wall, "Uitvoering", "Organisatie")), index: 0 });
  await wall.untilIn(id, "Uitvoering", "Organisatie");
  expect(await picture(wall.page).boundingBox()).toEqual(before);
  await wall.page.mouse.up();
  await wall.untilIn(id, "Inrichting", "Processen");
  const { phase } = await placeOf(wall, "Inrichting", "Processen");
  const there = (): unknown => {
    const entry = other.doc.getMap("activities").get(id);
    return (entry as { toJSON(): { place: string[] } }).toJSON().place[0];
  };
  await expect.poll(there).toBe(phase);
  expect(await wall.card(id).count()).toBe(1);
  await other.close();
});

test("ux D10: dragging over 300 cards renders nothing but the heads and lines that change", async () => {
  const plan = await createPlan(server.url);
  const other = await otherOn(plan);
  growPlan(other.doc, 300);
  await other.saved();
  const person = await people.newcomer();
  await person.page.addInitScript(() => {
    window.__planwandProbe = {};
  });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  await showCards(wall, "Compact");
  await expect.poll(() => wall.page.getByTestId("card").count()).toBe(300);
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const from = await pointIn(wall.card(id), 40, 12);
  await wall.page.mouse.move(from.x, from.y);
  await wall.page.mouse.down();
  await wall.page.mouse.move(from.x + 10, from.y + 10);
  await picture(wall.page).waitFor();
  await wall.page.evaluate(() => {
    window.__planwandProbe = {};
  });
  for (const [phase, domain] of [
    ["Ontwerp", "Processen"],
    ["Inrichting", "Processen"],
    ["Uitvoering", "Processen"],
  ] as const) {
    const to = await pointIn(wall.cell(phase, domain), 60, 50);
    await wall.page.mouse.move(to.x, to.y, { steps: 10 });
  }
  await wall.cell("Uitvoering", "Processen").locator("[data-drop-target]").waitFor();
  const rendered = await wall.page.evaluate(() => Object.keys(window.__planwandProbe ?? {}));
  expect(rendered.filter((name) => /^(card|cell):/.test(name))).toEqual([]);
  await wall.page.keyboard.press("Escape");
  await wall.page.mouse.up();
  await other.close();
});

test("ux D11: with reduced motion nothing moves by itself", async () => {
  const person = await people.person();
  await person.page.emulateMedia({ reducedMotion: "reduce" });
  const plan = await createPlan(server.url);
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await dragMouse(wall.page, await pointIn(wall.card(id), 40, 20), { x: 620, y: 20 });
  const longest = await wall.page.evaluate(() => {
    const ms = (text: string) =>
      Math.max(
        ...text.split(",").map((part) => Number.parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1_000)),
      );
    return Math.max(
      ...[...document.querySelectorAll("*")].map((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return Math.max(ms(transitionDuration), ms(animationDuration));
      }),
    );
  });
  expect(longest).toBeLessThanOrEqual(1);
  await wall.page.mouse.up();
  expect(await picture(wall.page).count()).toBe(0);
});

test("ux T1: a long press of 250 ms lifts a card; two fingers put it back", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "phone");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const layout = await wall.layout();
  const finger = await fingerOn(wall.page);
  const at = await pointIn(wall.card(id), 60, 30);
  await finger.down(at);
  await picture(wall.page).waitFor();
  await finger.move({ x: at.x, y: at.y + 120 });
  const session = await wall.page.context().newCDPSession(wall.page);
  await session.send("Input.dispatchTouchEvent", {
    type: "touchStart",
    touchPoints: [
      { x: at.x, y: at.y + 120, id: 0 },
      { x: at.x + 80, y: at.y, id: 1 },
    ],
  });
  await picture(wall.page).waitFor({ state: "detached" });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect(await wall.layout()).toEqual(layout);
});

test("ux T2: a long press selects no text and opens no menu of the browser", async () => {
  const wall = await comeIn(await createPlan(server.url), "phone");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const styles = await wall
    .card(id)
    .evaluate((card) =>
      [card, card.querySelector("[data-stop]") ?? card].map(
        (element) => getComputedStyle(element).userSelect,
      ),
    );
  expect(styles).toEqual(["none", "none"]);
  const finger = await fingerOn(wall.page);
  await finger.down(await pointIn(wall.card(id), 60, 30));
  await picture(wall.page).waitFor();
  expect(await wall.page.evaluate(() => String(getSelection()))).toBe("");
  await finger.up();
});
