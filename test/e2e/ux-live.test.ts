import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { encodeAwareness } from "@planwand/shared/protocol/codec.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn, type WallPage } from "../builders/wall.ts";
import { openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const comeIn = async (plan: CreatedPlan, name: string, device?: "desktop" | "phone"): Promise<WallPage> =>
  joinWall(await people.person(device), server.url, plan.keys.editor, name);

/** Somebody else on the plan, who is seen by others. */
async function guest(plan: CreatedPlan, name: string): Promise<WireClient> {
  const { cookie } = await join(server.url, plan.keys.editor, name);
  const client = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
  client.send(encodeAwareness([{ client: client.doc.clientID, clock: 1, state: "{}" }]));
  return client;
}

async function placeOf(wall: WallPage, phase: string, domain: string) {
  const cell = wall.cell(phase, domain);
  return {
    phase: (await cell.getAttribute("data-phase")) ?? "",
    domain: (await cell.getAttribute("data-domain")) ?? "",
  };
}

test("ux P1: six faces and how many more, each with a name, a circle and a colour that stays", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const names = ["Bram", "Chadia", "Daan", "Els", "Fatma", "Gijs", "Hanna", "Ivo"];
  const guests = [];
  for (const name of names) guests.push(await guest(plan, name));
  const more = page.getByRole("button", { name: "9 personen nu aanwezig" }).getByText("+3");
  await more.waitFor();
  const faces = page.getByTestId("presence-avatar");
  expect(await faces.count()).toBe(6);
  const look = () =>
    faces.evaluateAll((all) =>
      all.map((face) => {
        const text = [...face.querySelectorAll("*"), face].find((one) => one.childElementCount === 0) ?? face;
        const { color } = getComputedStyle(text);
        const marked = face.querySelector<HTMLElement>("[style*=background]") ?? face;
        return [face.getAttribute("data-user"), color, getComputedStyle(marked).backgroundColor].join(" ");
      }),
    );
  const before = await look();
  expect(await faces.nth(1).getAttribute("aria-label")).toMatch(/^\w+, ICT$/);
  for (const line of before) {
    const [text = [], ground = []] = [...line.matchAll(/rgb\((\d+), (\d+), (\d+)\)/g)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  }
  await page.reload();
  await more.waitFor();
  expect((await look()).toSorted()).toEqual(before.toSorted());
  await Promise.all(guests.map((client) => client.close()));
  await expect.poll(() => faces.count()).toBe(1);
});

function contrast(a: readonly number[], b: readonly number[]): number {
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test("ux P2: a card that another holds has their colour and name, and can be taken all the same", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan, "Anja"), await comeIn(plan, "Bram")];
  const [id = "", opened = ""] = await anja.idsIn("Analyse", "Processen");
  await dragMouse(
    anja.page,
    await pointIn(anja.card(id), 40, 20),
    await pointIn(anja.cell("Ontwerp", "Organisatie"), 70, 60),
  );
  await bram.card(id).getByText("Anja", { exact: true }).waitFor();
  const border = await bram
    .card(id)
    .locator("[style*=border-color]")
    .evaluate((element) => getComputedStyle(element).borderTopColor);
  const color = await bram.page
    .locator("[data-testid=presence-avatar]")
    .last()
    .evaluate((face) => {
      const marked = face.querySelector<HTMLElement>("[style*=background]") ?? face;
      return getComputedStyle(marked).backgroundColor;
    });
  expect(border).toBe(color);

  await dragMouse(
    bram.page,
    await pointIn(bram.card(id), 40, 40),
    await pointIn(bram.cell("Inrichting", "Processen"), 70, 20),
  );
  await bram.page.mouse.up();
  await anja.untilIn(id, "Inrichting", "Processen");
  await anja.page.keyboard.press("Escape");
  await anja.page.mouse.up();
  await bram.card(id).getByText("Anja", { exact: true }).waitFor({ state: "detached" });

  await anja.card(opened).click();
  await bram.card(opened).getByTitle("Anja heeft deze kaart open").waitFor();
});

test("[B23] ux P3: what another moves glides there in their colour; with reduced motion it only lights up", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "Anja");
  const other = await guest(plan, "Bram");
  const [id = "", next = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.page.evaluate(() => {
    const animate = Element.prototype.animate;
    const seen: unknown[] = [];
    Element.prototype.animate = function (frames, options) {
      if (this instanceof HTMLElement && this.dataset["cardId"] !== undefined) {
        seen.push({ ...(options as KeyframeAnimationOptions), card: this.dataset["cardId"] });
        document.body.dataset["seen"] = JSON.stringify(seen);
      }
      return animate.call(this, frames, options);
    };
  });
  const seen = async (): Promise<{ id: string; card: string; duration: number }[]> =>
    JSON.parse((await wall.page.locator("body").getAttribute("data-seen")) ?? "[]") as [];
  const to = await placeOf(wall, "Ontwerp", "Organisatie");
  moveActivity(other.doc, id, { ...to, index: 0 });
  await wall.untilIn(id, "Ontwerp", "Organisatie");
  await expect
    .poll(async () => (await seen()).map((one) => `${one.id} ${one.card}`))
    .toEqual([`glide ${id}`, `fade ${id}`]);
  const { duration = 0 } = (await seen())[0] ?? {};
  expect(duration).toBeGreaterThanOrEqual(200);
  expect(duration).toBeLessThanOrEqual(300);

  await wall.page.emulateMedia({ reducedMotion: "reduce" });
  moveActivity(other.doc, next, { ...to, index: 0 });
  await expect
    .poll(async () => (await seen()).slice(2).map((one) => `${one.id} ${one.card}`))
    .toEqual([`fade ${next}`]);

  const mine = (await wall.idsIn("Analyse", "Processen"))[0] ?? "";
  await wall.card(mine).locator("[data-stop]").focus();
  for (const key of ["Space", "ArrowRight", "Space"]) await wall.page.keyboard.press(key);
  await wall.untilIn(mine, "Ontwerp", "Processen");
  expect((await seen()).some((one) => one.card === mine)).toBe(false);

  // Ten and more in a second nobody could follow: they are there without any movement.
  await wall.page.emulateMedia({ reducedMotion: "no-preference" });
  const before = (await seen()).length;
  const many = await wall.page
    .getByTestId("card")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card-id") ?? ""));
  const last = await placeOf(wall, "Borging", "Beleid");
  expect(many.length).toBeGreaterThan(12);
  other.doc.transact(() => {
    for (const card of many.slice(0, 12)) moveActivity(other.doc, card, { ...last, index: 0 });
  });
  await wall
    .cell("Borging", "Beleid")
    .getByRole("button", { name: /^\+\d+ meer/ })
    .click();
  for (const card of many.slice(0, 12)) await wall.untilIn(card, "Borging", "Beleid");
  await wall.page.evaluate(() => new Promise(requestAnimationFrame));
  expect((await seen()).slice(before)).toEqual([]);
  await other.close();
});

test("[B23] ux K7: one change by another is told, many at once as a number", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "Anja");
  const others = [await guest(plan, "Bram"), await guest(plan, "Chadia"), await guest(plan, "Daan")];
  await wall.page.getByTestId("presence-avatar").nth(3).waitFor();
  const polite = wall.page.getByTestId("live-region").locator("[aria-live=polite]");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const to = await placeOf(wall, "Ontwerp", "Organisatie");
  if (others[0] === undefined) throw new Error("Bram is here");
  moveActivity(others[0].doc, id, { ...to, index: 0 });
  await polite
    .getByText(
      "Bram heeft Huidig examenproces in kaart brengen verplaatst naar fase Ontwerp, domein Organisatie.",
    )
    .waitFor();
  const cards = [
    ...(await wall.idsIn("Inrichting", "Processen")),
    ...(await wall.idsIn("Uitvoering", "Processen")),
  ];
  expect(cards.length).toBe(5);
  cards.forEach((card, at) => {
    const mover = others[at % others.length];
    if (mover !== undefined) moveActivity(mover.doc, card, { ...to, index: 0 });
  });
  await polite.getByText("5 wijzigingen door 3 personen").waitFor();
  await Promise.all(others.map((client) => client.close()));
});

test("ux T3: a phone is used with one hand, upright and on its side", async () => {
  const plan = await createPlan(server.url);
  const person = await people.person("phone");
  await person.page.goto(`${server.url}/join#${plan.keys.participant}`);
  const button = person.page.getByRole("button", { name: "Meedoen" });
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  const name = person.page.getByLabel("Je naam");
  const fontSize = await name.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
  // Below 16 px a phone zooms in on the field and hides what is around it.
  expect(fontSize).toBeGreaterThanOrEqual(16);
  for (const size of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 390, height: 420 },
  ]) {
    await person.page.setViewportSize(size);
    await name.focus();
    await name.scrollIntoViewIfNeeded();
    const box = await name.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
    await button.scrollIntoViewIfNeeded();
    expect(await button.isVisible()).toBe(true);
    const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await person.page.setViewportSize({ width: 844, height: 390 });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Daan");
  await wall.card((await wall.idsIn("Analyse", "Processen"))[0] ?? "").waitFor();
});
