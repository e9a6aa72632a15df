import { chromium, devices, type Page } from "playwright-core";
import { createPlan, join, startServer } from "./builders/server.ts";
import { openWall } from "./builders/wall-page.ts";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const server = await startServer();
const shot = (page: Page, name: string) => page.screenshot({ path: `/tmp/shots/${name}.png` });
const open = async (o: object) => {
  const p = await (await browser.newContext({ locale: "nl-NL", ...o })).newPage();
  p.on("pageerror", (e) => console.log("ERR", e.message));
  p.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
  return p;
};
const plan = await createPlan(server.url, {
  title: "Invoering OKE",
  name: "Anja de Vries",
  circle: "examenorganisatie",
});
const p = await open({ viewport: { width: 1440, height: 900 } });
await openWall(p, server, plan);
await p.waitForTimeout(500);
await shot(p, "wall");
await p
  .getByTestId("card")
  .nth(1)
  .click({ modifiers: ["Control"] });
await p
  .getByTestId("card")
  .nth(3)
  .click({ modifiers: ["Control"] });
await p.getByTestId("picked-bar").waitFor();
await shot(p, "picked");
await p.keyboard.press("Escape");
await p.locator("[data-phase-header]").nth(1).hover();
await shot(p, "hover-head");
await p.locator("[data-phase-header]").nth(1).locator("[data-stop^=fold]").click();
await p.locator("[data-domain-header]").nth(1).hover();
await p.locator("[data-domain-header]").nth(1).locator("[data-stop^=fold]").click();
await shot(p, "folded");
const tab = await open({ viewport: { width: 1024, height: 768 } });
await openWall(tab, server, plan);
await tab.waitForTimeout(400);
await shot(tab, "tablet");
const beamer = await open({ viewport: { width: 1280, height: 720 } });
await openWall(beamer, server, plan);
await beamer.waitForTimeout(400);
await shot(beamer, "beamer");
const ph = await open({ ...devices["Pixel 7"], viewport: { width: 390, height: 844 } });
const { cookie } = await join(server.url, plan.keys.editor, "Bram");
await openWall(ph, server, plan, cookie);
await ph.waitForTimeout(600);
await shot(ph, "phone");
await ph.locator("nav button").nth(2).click();
await ph.waitForTimeout(800);
await shot(ph, "phone2");
const nar = await open({ viewport: { width: 320, height: 640 } });
await openWall(nar, server, plan);
await nar.waitForTimeout(400);
await shot(nar, "narrow");
await browser.close();
await server.stop();
process.exit(0);
