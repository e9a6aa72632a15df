import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";

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

const focused = (wall: WallPage): Promise<string> =>
  wall.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["stop"] ?? "");

test("ux K2: a card is carried by cell with the arrows and stays in view and in focus", async () => {
  const wall = await comeIn(await createPlan(server.url));
  await wall.page.setViewportSize({ width: 900, height: 500 });
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).locator("[data-stop]").focus();
  const { keyboard } = wall.page;
  await keyboard.press("Space");
  for (let step = 0; step < 4; step++) await keyboard.press("ArrowRight");
  expect(await wall.spoken()).toContain("fase Borging, domein Processen");
  for (let step = 0; step < 40; step++) {
    await keyboard.press("ArrowDown");
    if ((await wall.spoken()).includes("domein ICT en systemen")) break;
  }
  await keyboard.press("Space");
  await wall.untilIn(id, "Borging", "ICT en systemen");
  await expect.poll(() => focused(wall)).toBe(`card:${id}`);
  const [card, head, side] = await Promise.all([
    wall.card(id).boundingBox(),
    wall.page.locator("[data-phase-header]").first().boundingBox(),
    wall.page.locator("[data-domain-header]").first().boundingBox(),
  ]);
  if (card === null || head === null || side === null) throw new Error("they are on screen");
  expect(card.y).toBeGreaterThanOrEqual(head.y + head.height - 1);
  expect(card.x).toBeGreaterThanOrEqual(side.x + side.width - 1);
  expect(card.y + card.height).toBeLessThanOrEqual(501);
  expect(card.x + card.width).toBeLessThanOrEqual(901);
});

test("ux K5: the wall is a grid with heads of rows and columns, cells that are named, and cards in lists", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const { page } = wall;
  const grid = page.getByRole("grid", { name: "Activiteiten per fase en domein" });
  expect(await grid.getByRole("columnheader").count()).toBe(6);
  expect(await grid.getByRole("rowheader").count()).toBe(4);
  expect(await grid.getByRole("gridcell").count()).toBe(20);
  await grid.getByRole("group", { name: "Fase Analyse, domein Processen, 3 activiteiten" }).waitFor();
  await grid.getByRole("group", { name: "Fase Inrichting, domein Beleid, 0 activiteiten" }).waitFor();
  const cell = wall.cell("Analyse", "Processen");
  expect(await cell.getByRole("list").getByRole("listitem").count()).toBe(3);
  const nested = await page.evaluate(
    () => document.querySelectorAll("button button, button a, button input, a button").length,
  );
  expect(nested).toBe(0);
});

/** Every control on screen with its size, and those that are part of a sentence left out. */
const controls = (page: Page): Promise<{ name: string; width: number; height: number }[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "button, a[href], input, select, textarea, summary, [role=button]",
      ),
    ]
      .filter((element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true }))
      .filter((element) => element.closest(".visually-hidden, [inert], [aria-hidden=true], p") === null)
      .map((element) => {
        // A label that one presses is part of its choice.
        const target = element.closest("label") ?? element;
        const { width, height } = target.getBoundingClientRect();
        const name = element.ariaLabel ?? element.textContent ?? "";
        return { name: `${element.tagName} ${element.className} ${name.slice(0, 40)}`, width, height };
      })
      .filter(({ width, height }) => width > 1 && height > 1),
  );

test.each(["desktop", "phone"] as const)(
  "ux K8: on a %s every control is large enough to hit",
  async (device) => {
    const least = device === "phone" ? 44 : 24;
    const plan = await createPlan(server.url);
    const small: string[] = [];
    const look = async (page: Page, where: string): Promise<void> => {
      for (const { name, width, height } of await controls(page))
        if (Math.min(width, height) < least - 0.5)
          small.push(`${where}: ${name} ${String(Math.round(width))}×${String(Math.round(height))}`);
    };
    const { page } = await people.person(device);
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Nieuw plan" }).waitFor();
    await look(page, "start");
    const wall = await comeIn(plan, device);
    await look(wall.page, "wall");
    await wall.page.getByTestId("card").first().locator("[data-stop]").click();
    await wall.page.getByTestId("activity-panel").locator("[contenteditable=true]").nth(3).waitFor();
    await wall.page.locator("summary", { hasText: "Geschiedenis van deze activiteit" }).waitFor();
    await look(wall.page, "panel");
    expect(small).toEqual([]);
  },
);

test("ux K8: the focus ring is 2 px or more and has a contrast of 3 to 1", async () => {
  const wall = await comeIn(await createPlan(server.url));
  const seen = new Set<string>();
  for (let step = 0; step < 14; step++) {
    await wall.page.keyboard.press("Tab");
    const ring = await wall.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const canvas = document.createElement("canvas").getContext("2d");
      if (canvas === null) return null;
      const luminance = (color: string): number => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const page = getComputedStyle(document.documentElement).getPropertyValue("--surface-page");
      const [a, b] = [luminance(outlineColor), luminance(page)];
      return {
        name: element.ariaLabel ?? element.textContent ?? element.tagName,
        isRing: outlineStyle !== "none" || boxShadow !== "none",
        width: Number.parseFloat(outlineWidth),
        contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
      };
    });
    if (ring === null) continue;
    seen.add(ring.name);
    expect(ring.isRing, ring.name).toBe(true);
    expect(ring.width, ring.name).toBeGreaterThanOrEqual(2);
    expect(ring.contrast, ring.name).toBeGreaterThanOrEqual(3);
  }
  expect(seen.size).toBeGreaterThan(6);
});
