import type { Buffer } from "node:buffer";
import { get } from "node:http";
import { networkInterfaces } from "node:os";
import { lanAddresses } from "@planwand/server/ops/lan-addresses.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { button, inStep, joinByCode, next, startSession } from "../builders/session-pages.ts";
import { openWall } from "../builders/wall-page.ts";

// A header that asks for https is ignored there, and the browser says so.
const people = usePeople([/Cross-Origin-Opener-Policy/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer({ env: { HOST: "0.0.0.0" } })));
afterAll(() => server.stop());

/** What the server answers to somebody in the network who calls it by another name. */
function askedAs(name: string, address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path: "/api/reach", headers: { host: name } }, (answer) => {
      let body = "";
      answer.on("data", (part: Buffer) => (body += part.toString()));
      answer.on("end", () => resolve(body));
    }).on("error", reject);
  });
}

test("[OPS7] ux T4: on a laptop that is the server the screen leads to its address in the network, and by that address everything works", async () => {
  // As on a laptop: the page of who leads is opened by the name that every machine has for itself.
  const own: RunningServer = { ...server, url: `http://localhost:${String(server.port)}` };
  const [reached] = lanAddresses("0.0.0.0", server.port, networkInterfaces());
  const plan = await createPlan(own.url);
  const anja = await people.person();
  await openWall(anja.page, own, plan);
  const code = await startSession(anja.page);
  const panel = anja.page.getByTestId("lead-panel");
  if (reached === undefined) {
    // A machine on no network says so.
    await panel.getByText("Dit adres werkt alleen op deze computer").waitFor();
    return;
  }
  expect(server.output()).toContain(`Voor anderen in dit netwerk: ${reached}`);
  await panel.getByText(`Deelnemers gaan naar ${new URL(reached).host}/join`).waitFor();
  expect(await panel.getByText("Dit adres werkt alleen op deze computer").count()).toBe(0);
  const beamer = await anja.context.newPage();
  await beamer.goto(`${own.url}/plan/${plan.plan.id}/beamer`);
  await beamer
    .getByTestId("joining-corner")
    .getByText(`${new URL(reached).host}/join`)
    .waitFor();

  // There is no https in the room, so a browser keeps some of its ways closed there.
  const phone = await people.person("phone");
  const there: RunningServer = { ...server, url: reached };
  await joinByCode(there, phone, code, "Bram", "ICT");
  expect(await phone.page.evaluate(() => isSecureContext)).toBe(false);
  await next(anja.page);
  await inStep(phone.page, "ideas");
  await phone.page.getByLabel("Jouw idee", { exact: true }).fill("Een idee zonder internet");
  await button(phone.page, "Versturen").click();
  await phone.page.locator("[data-testid=own-idea][data-state=hidden]").waitFor();
  expect(await (await fetch(`${own.url}/api/reach`)).json()).toEqual({
    addresses: expect.arrayContaining([reached]),
  });
  // Nobody else is told, whatever name they call the server by.
  expect(await (await fetch(`${reached}/api/reach`)).json()).toEqual({ addresses: [] });
  expect(await askedAs("localhost", reached)).toContain('{"addresses":[]}');

  // The lead works by that address too, and copies the link for others.
  const lead = await people.person();
  await openWall(lead.page, there, plan);
  await button(lead.page.getByTestId("lead-panel"), "Link kopiëren").click();
  await lead.page.getByText("De link is gekopieerd.").waitFor();
});
