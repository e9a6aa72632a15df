import type { RenderProbe } from "@planwand/client/plan/render-probe.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { growPlan, STAMP } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
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

async function editorAt(plan: CreatedPlan, name: string, device?: "desktop" | "phone"): Promise<WallPage> {
  return joinWall(await people.person(device), server.url, plan.keys.editor, name);
}

const seqOf = async (plan: CreatedPlan): Promise<number> =>
  (await planOf(server.url, plan.plan.id, plan.cookie)).seq;

async function firstOf(wall: WallPage, phase: string, domain: string): Promise<string> {
  const [id] = await wall.idsIn(phase, domain);
  if (id === undefined) throw new Error(`no card in ${phase}, ${domain}`);
  return id;
}

describe("three people drag on one wall", () => {
  test("[B4][B9][B14] by mouse, by keyboard and by finger, across both axes, and all see the same", async () => {
    const plan = await createPlan(server.url);
    const [mouse, keyboard, touch] = await Promise.all([
      editorAt(plan, "Muis"),
      editorAt(plan, "Toets"),
      editorAt(plan, "Vinger", "phone"),
    ]);

    const byMouse = await firstOf(mouse, "Analyse", "Processen");
    const target = mouse.cell("Inrichting", "Organisatie");
    await dragMouse(mouse.page, await pointIn(mouse.card(byMouse), 40, 20), await pointIn(target, 60, 8));
    await mouse.page.mouse.up();
    expect(await mouse.idsIn("Inrichting", "Organisatie")).toContain(byMouse);

    const byKeyboard = await firstOf(keyboard, "Ontwerp", "Processen");
    await keyboard.card(byKeyboard).getByRole("button").first().focus();
    await keyboard.page.keyboard.press("Space");
    await keyboard.page.keyboard.press("ArrowRight");
    for (let step = 0; step < 6; step++) {
      await keyboard.page.keyboard.press("ArrowDown");
      if ((await keyboard.spoken()).includes("domein Organisatie")) break;
    }
    await keyboard.page.keyboard.press("Space");
    expect(await keyboard.idsIn("Inrichting", "Organisatie")).toContain(byKeyboard);

    const byTouch = await firstOf(touch, "Analyse", "Processen");
    const finger = await fingerOn(touch.page);
    await finger.down(await pointIn(touch.card(byTouch), 60, 30));
    await touch.page.locator("[data-dragged]").waitFor();
    const edge = { x: 385, y: 400 };
    await finger.move(edge);
    await touch.page.waitForFunction(() => {
      const header = document.querySelectorAll("[data-phase-header]")[1]?.getBoundingClientRect();
      return header !== undefined && header.left < innerWidth / 2;
    });
    const box = await touch.cell("Ontwerp", "Organisatie").boundingBox();
    const y = Math.min(780, (box?.y ?? 0) + 40);
    await finger.move({ x: 250, y });
    await touch.page.locator("[data-testid=cell]:has([data-drop-target])").waitFor();
    await finger.up();
    const moved = await touch.card(byTouch).evaluate((card) => card.closest("[data-cell]")?.ariaLabel ?? "");
    expect(moved).not.toContain("Fase Analyse");

    for (const wall of [mouse, keyboard, touch]) {
      await wall.untilIn(byMouse, "Inrichting", "Organisatie");
      await wall.untilIn(byKeyboard, "Inrichting", "Organisatie");
    }
    const layouts = (): Promise<unknown[]> =>
      Promise.all([mouse, keyboard, touch].map(async (wall) => JSON.stringify(await wall.layout())));
    await expect.poll(async () => new Set(await layouts()).size).toBe(1);
  });
});

describe("dragging by mouse", () => {
  test("[B1][B2][B3] a click opens; a drag has one picture, one line and no shift", async () => {
    const plan = await createPlan(server.url);
    const wall = await editorAt(plan, "Anja");
    const [first, second] = await wall.idsIn("Analyse", "Processen");
    if (first === undefined || second === undefined) throw new Error("the example has cards here");
    const from = await pointIn(wall.card(first), 40, 20);
    await wall.page.mouse.move(from.x, from.y);
    await wall.page.mouse.down();
    await wall.page.mouse.move(from.x + 3, from.y);
    expect(await wall.page.locator("[data-dragged]").count()).toBe(0);
    await wall.page.mouse.up();
    await wall.page.getByTestId("activity-panel").waitFor();
    await wall.page.keyboard.press("Escape");
    await wall.page.getByTestId("activity-panel").waitFor({ state: "detached" });

    const siblingBefore = await wall.card(second).boundingBox();
    const to = await pointIn(wall.cell("Ontwerp", "Organisatie"), 90, 60);
    await dragMouse(wall.page, from, to);
    expect(await wall.page.getByTestId("insertion-line").count()).toBe(1);
    expect(await wall.page.locator("[data-lit]").count()).toBe(2);
    expect(await wall.card(second).boundingBox()).toEqual(siblingBefore);
    const picture = await wall.page.locator("[data-drag-picture]").evaluate((element) => {
      const { translate } = getComputedStyle(element);
      return translate.split(" ").map((part) => Number.parseFloat(part));
    });
    const grabbed = await pointIn(wall.card(first), 0, 0);
    // A mouse event tells whole pixels.
    expect(Math.abs((picture[0] ?? 0) - (to.x - (from.x - grabbed.x)))).toBeLessThan(1.5);
    expect(Math.abs((picture[1] ?? 0) - (to.y - (from.y - grabbed.y)))).toBeLessThan(1.5);
    await wall.page.keyboard.press("Escape");
    await wall.page.mouse.up();
  });

  test("[B4] ux D4: the dropped card is in its new cell in the same task, once, and stays there", async () => {
    const plan = await createPlan(server.url);
    const wall = await editorAt(plan, "Anja");
    const id = await firstOf(wall, "Analyse", "Beleid");
    const target = wall.cell("Inrichting", "Processen");
    const name = await target.getAttribute("data-phase");
    await dragMouse(wall.page, await pointIn(wall.card(id), 40, 20), await pointIn(target, 60, 40));
    await wall.page.evaluate((card) => {
      const places: string[] = [];
      const look = (): void => {
        const found = [...document.querySelectorAll(`[data-card-id="${card}"]`)];
        places.push(found.map((one) => one.closest<HTMLElement>("[data-cell]")?.dataset["phase"]).join("+"));
        document.body.dataset["places"] = JSON.stringify(places);
      };
      const onFrame = (): void => {
        look();
        if (places.length < 30) requestAnimationFrame(onFrame);
      };
      // After every other listener of this event, and before anything else can run.
      window.addEventListener("mouseup", () => {
        look();
        requestAnimationFrame(onFrame);
      });
    }, id);
    await wall.page.mouse.up();
    const seen = async (): Promise<string[]> =>
      JSON.parse((await wall.page.locator("body").getAttribute("data-places")) ?? "[]") as string[];
    await expect.poll(async () => (await seen()).length).toBe(30);
    expect([...new Set(await seen())]).toEqual([name]);
  });

  test("[B5] ux D5: Escape, a drop outside and a drop on its own place write nothing", async () => {
    const plan = await createPlan(server.url);
    const wall = await editorAt(plan, "Anja");
    const before = await seqOf(plan);
    const layout = await wall.layout();
    const id = await firstOf(wall, "Analyse", "Processen");
    const from = await pointIn(wall.card(id), 40, 20);
    await dragMouse(wall.page, from, await pointIn(wall.cell("Ontwerp", "Beleid"), 60, 40));
    await wall.page.keyboard.press("Escape");
    await wall.page.mouse.up();
    await dragMouse(wall.page, from, { x: 700, y: 20 });
    await wall.page.mouse.up();
    await dragMouse(wall.page, from, { x: from.x + 30, y: from.y + 4 });
    await wall.page.mouse.up();
    await expect.poll(() => wall.page.locator("[data-drag-picture]").count()).toBe(0);
    expect(await wall.layout()).toEqual(layout);
    expect(wall.page.url()).not.toContain("/activity/");
    await wall.page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
    expect(await seqOf(plan)).toBe(before);
  });

  test("[B7] ux D9: a card that another puts in the bin is let go with a message; moves by others leave the aim", async () => {
    const plan = await createPlan(server.url);
    const wall = await editorAt(plan, "Anja");
    const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    const id = await firstOf(wall, "Analyse", "Processen");
    const target = wall.cell("Ontwerp", "Organisatie");
    const [phase, domain] = [
      await target.getAttribute("data-phase"),
      await target.getAttribute("data-domain"),
    ];
    await dragMouse(wall.page, await pointIn(wall.card(id), 40, 20), await pointIn(target, 90, 60));
    const picture = await wall.page.locator("[data-drag-picture]").boundingBox();
    const elsewhere = await firstOf(wall, "Uitvoering", "Processen");
    moveActivity(other.doc, elsewhere, { phase: phase ?? "", domain: domain ?? "", index: 0 });
    await wall.untilIn(elsewhere, "Ontwerp", "Organisatie");
    expect(await wall.page.locator("[data-drag-picture]").boundingBox()).toEqual(picture);
    expect(await wall.page.getByTestId("insertion-line").count()).toBe(1);
    archiveEntry(other.doc, "activities", id, STAMP);
    await wall.page.getByTestId("toast").getByText("intussen naar de prullenbak").waitFor();
    expect(await wall.page.getByTestId("insertion-line").count()).toBe(0);
    await wall.page.mouse.up();
    expect(await wall.card(id).count()).toBe(0);
    await other.close();
  });
});

test("[B8] ux D10: of 300 cards a move by another renders one card and at most two cells", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 300);
  await other.saved();
  const wall = await editorAt(plan, "Anja");
  await showCards(wall, "Compact");
  await expect.poll(() => wall.page.getByTestId("card").count()).toBe(300);
  const id = await firstOf(wall, "Analyse", "Processen");
  const target = wall.cell("Borging", "Beleid");
  const [phase, domain] = [await target.getAttribute("data-phase"), await target.getAttribute("data-domain")];
  await wall.page.evaluate(() => {
    window.__planwandProbe = {};
  });
  moveActivity(other.doc, id, { phase: phase ?? "", domain: domain ?? "", index: 1 });
  await wall.untilIn(id, "Borging", "Beleid");
  const renders = await wall.page.evaluate((): RenderProbe => window.__planwandProbe ?? {});
  const rendered = (kind: string) => Object.keys(renders).filter((key) => key.startsWith(`${kind}:`));
  expect(rendered("card")).toEqual([`card:${id}`]);
  expect(rendered("cell")).toHaveLength(2);
  await other.close();
});
