import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { some } from "../builders/run-length.ts";
import { createKeyResponse } from "@planwand/shared/protocol/http.ts";
import { ROLES } from "@planwand/shared/access/role.ts";
import { freshId } from "../builders/commands.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  postJson,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";

// Asking for a plan or a key that is not there is answered as such, and a browser writes a line of its own about it.
const people = usePeople([/Failed to load resource.*4(?:0[134]|10)/]);
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function sayWho(page: Page, name: string, circle: string): Promise<void> {
  await page.getByLabel("Je naam").last().fill(name);
  await page.getByRole("radio", { name: circle }).last().check();
}

const shareLink = (plan: CreatedPlan, role: keyof CreatedPlan["keys"]): string =>
  `${server.url}/join#${plan.keys[role]}`;

test("[U5] the example is one press and a name away", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Bekijk het voorbeeld" }).click();
  await page.getByRole("dialog").waitFor();
  await sayWho(page, "Anja de Vries", "Examenorganisatie");
  await page.getByRole("button", { name: "Voorbeeld openen" }).click();
  await page.getByTestId("card").first().waitFor();
  await badgeSays(page, "saved");
  await page.goto(server.url);
  await page.getByRole("heading", { name: "Eerder geopend op dit apparaat" }).waitFor();
  expect(await page.getByLabel("Je naam").inputValue()).toBe("Anja de Vries");
});

test("[U5] a new plan asks for its name and who begins it, and then is there", async () => {
  const { page } = await people.person("phone");
  await page.goto(server.url);
  await page.getByRole("button", { name: "Plan maken" }).click();
  await page.getByText("Geef het plan een naam.").waitFor();
  await page.getByText("Vul je naam in.").waitFor();
  await page.getByText("Kies je kring.").waitFor();
  await page.getByLabel("Naam van het plan").fill("Invoering OKE");
  await sayWho(page, "Bram", "ICT");
  await page.getByRole("button", { name: "Plan maken" }).click();
  await page.getByTestId("matrix").waitFor();
  expect(await page.getByRole("textbox", { name: "Titel van het plan" }).inputValue()).toBe("Invoering OKE");
});

test("[U6] joining by a link on a phone: the secret goes to the server once, and nowhere else", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person("phone");
  const asked: { url: string; referer: string | null }[] = [];
  page.on("request", (request) => {
    asked.push({ url: request.url(), referer: request.headers()["referer"] ?? null });
  });
  await page.goto(shareLink(plan, "editor"));
  await page.getByRole("button", { name: "Meedoen" }).waitFor();
  expect(page.url()).toBe(`${server.url}/join`);
  await page.reload();
  await sayWho(page, "Bram", "ICT");
  await page.getByRole("button", { name: "Meedoen" }).click();
  await page.getByTestId("card").first().waitFor();
  await badgeSays(page, "saved");
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter(({ url, referer }) => `${url} ${referer}`.includes(plan.keys.editor))).toEqual([]);
  expect(server.output()).not.toContain(plan.keys.editor);

  await page.reload();
  await page.getByTestId("card").first().waitFor();
  await page.getByTestId("presence-avatar").first().waitFor({ state: "attached" });
  expect(await page.getByTestId("presence-avatar").first().getAttribute("aria-label")).toBe(
    "Bram (jij), ICT",
  );
});

test("[U6] the same link opened twice in one browser is the same person", async () => {
  const plan = await createPlan(server.url);
  const { context } = await people.person();
  const who: (string | null)[] = [];
  for (const name of ["Bram", "Bram"]) {
    const page = await context.newPage();
    await page.goto(shareLink(plan, "editor"));
    await sayWho(page, name, "ICT");
    await page.getByRole("button", { name: "Meedoen" }).click();
    const me = page.getByTestId("presence-avatar").first();
    await me.waitFor();
    who.push(await me.getAttribute("data-user"));
  }
  expect(who[0]).toBe(who[1]);
});

test("[U43] the page of a link says which plan it is, who invites and what one may do, for every role", async () => {
  const title = "Invoering OKE bij een school met een lange naam ".repeat(2).trim();
  const plan = await createPlan(server.url, { template: "blank", title });
  const keys = `${server.url}/api/plans/${plan.plan.id}/keys`;
  const { page } = await people.person("phone");
  const says = {
    owner: /^Anja nodigt je uit als eigenaar\. Je mag alles/u,
    facilitator: /^Anja nodigt je uit als begeleider\. Je bewerkt het plan, leidt werksessies/u,
    editor: /^Anja nodigt je uit als bewerker\. Je schrijft mee/u,
    participant: /^Anja nodigt je uit als deelnemer\. Je leest mee en reageert/u,
    viewer: /^Anja nodigt je uit als meelezer\. Je leest mee; iets wijzigen/u,
  };
  const linkFor = async (wanted: object): Promise<{ id: string; secret: string }> =>
    createKeyResponse.parse(await (await postJson(keys, wanted, plan.cookie)).json());
  for (const role of ROLES) {
    const { secret } = await linkFor({ role });
    await page.goto(`${server.url}/join#${secret}`);
    await page.getByRole("heading", { name: `Doe mee met ‘${title}’` }).waitFor();
    await page.getByText(says[role]).waitFor();
  }
  // Nobody made this one, and that one is known by its name alone.
  await page.goto(shareLink(plan, "viewer"));
  await page.getByText(/^Je bent uitgenodigd als meelezer\./u).waitFor();
  const team = await join(server.url, plan.keys.owner, "Piet");
  const named = await postJson(keys, { role: "editor", name: "Team Zorg" }, team.cookie);
  const { secret } = createKeyResponse.parse(await named.json());
  const command = { type: "member.anonymise", id: freshId(), member: team.actor.id };
  await postJson(`${server.url}/api/plans/${plan.plan.id}/commands`, command, plan.cookie);
  await page.goto(`${server.url}/join#${secret}`);
  await page.getByText(/^Je bent uitgenodigd als bewerker\./u).waitFor();
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("Piet");
  expect(await axeFaults(page, "invitation")).toEqual([]);
});

test("[U43] a link that ended or was used up says so before anything is asked, and who came in by it comes back", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const keys = `${server.url}/api/plans/${plan.plan.id}/keys`;
  const linkFor = async (wanted: object): Promise<{ id: string; secret: string }> =>
    createKeyResponse.parse(await (await postJson(keys, wanted, plan.cookie)).json());
  const [once, gone] = [await linkFor({ role: "editor", maxUses: 1 }), await linkFor({ role: "viewer" })];
  await fetch(`${keys}/${gone.id}`, { method: "DELETE", headers: { cookie: plan.cookie } });
  const { page } = await people.person("phone");
  await page.goto(`${server.url}/join#${gone.secret}`);
  await page.getByText(/De link is ingetrokken of verlopen/u).waitFor();
  await page.goto(`${server.url}/join#${once.secret}`);
  await sayWho(page, "Bram", "ICT");
  await page.getByRole("button", { name: "Meedoen" }).click();
  await page.getByTestId("matrix").waitFor();
  await page.goto(`${server.url}/join#${once.secret}`);
  await page.getByRole("button", { name: "Meedoen" }).waitFor();
  const other = (await people.person()).page;
  await other.goto(`${server.url}/join#${once.secret}`);
  await other.getByText(/al zoveel mensen binnengekomen als mocht/u).waitFor();
  expect(await other.getByLabel("Je naam").count()).toBe(0);
  await other.goto(`${server.url}/join#${"y".repeat(43)}`);
  await other.getByText(/Deze link kennen we niet/u).waitFor();
});

test("[U3][U7] ux E4: a link can be pasted, and a wrong one has a page that says what to do", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  await page.getByLabel("Plak de deellink").fill("dit is geen link");
  await page.getByRole("button", { name: "Openen", exact: true }).click();
  await page.getByText("Dit lijkt geen link naar een plan.").waitFor();
  await page.getByLabel("Plak de deellink").fill(`${server.url}/join#${"x".repeat(43)}`);
  await page.getByRole("button", { name: "Openen", exact: true }).click();
  await page.getByRole("heading", { name: "Deze link werkt niet" }).waitFor();
  await page.getByRole("link", { name: "Naar de startpagina" }).click();
  await page.getByRole("heading", { name: "Nieuw plan" }).waitFor();
});

test("[U7] ux E4: unknown pages, unknown plans and plans without access say what to do", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  const heading = (name: string) => page.getByRole("heading", { name }).waitFor();
  await page.goto(`${server.url}/bestaat-niet`);
  await heading("Deze pagina bestaat niet");
  await page.goto(`${server.url}/plan/kort`);
  await heading("Dit plan bestaat niet meer");
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await heading("Je hebt nog geen toegang tot dit plan");
  await page.goto(`${server.url}/join`);
  await heading("Doe mee");
  await page.goto(`${server.url}/join#kort`);
  await heading("Deze link werkt niet");
});

test("[U8] a link for a role is made, works, and works no more once withdrawn", async () => {
  const plan = await createPlan(server.url);
  const anja = (await people.person()).page;
  await openWall(anja, server, plan);
  await anja.getByRole("button", { name: "Delen", exact: true }).click();
  await anja.getByRole("button", { name: "Link maken voor Meelezer" }).click();
  const link = await anja.getByTestId("share-link").inputValue();

  const bram = (await people.person()).page;
  await bram.goto(link);
  await sayWho(bram, "Bram", "Onderwijs");
  await bram.getByRole("button", { name: "Meedoen" }).click();
  await bram.getByText("Je leest mee").waitFor();
  expect(await bram.getByRole("textbox", { name: "Titel van het plan" }).count()).toBe(0);
  expect(await bram.getByRole("button", { name: /^Activiteit toevoegen/ }).count()).toBe(0);
  expect(await bram.getByRole("button", { name: "Delen", exact: true }).count()).toBe(0);

  await anja.getByText(/^Gemaakte links/).click();
  const made = anja.locator("[data-testid=share-key][data-role=viewer]").first();
  await made.getByRole("button", { name: /intrekken$/ }).click();
  await made.getByRole("button", { name: "Ja, intrekken" }).click();
  await bram.getByRole("heading", { name: "Je toegang is ingetrokken" }).waitFor();
});

test("[U9] whoever is on the wall is shown to the others, and gone when their page is", async () => {
  const plan = await createPlan(server.url);
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const one = await people.person();
  const other = await people.person("phone");
  await openWall(one.page, server, plan);
  await openWall(other.page, server, plan, bram.cookie);
  const avatar = one.page.locator(`[data-testid=presence-avatar][data-user="${bram.actor.id}"]`);
  await avatar.waitFor();
  expect(await avatar.getAttribute("aria-label")).toBe("Bram, ICT");
  await other.page.getByRole("button", { name: "2 personen nu aanwezig" }).click();
  await other.page.getByText("Anja, Onderwijs").waitFor();
  await other.page.close();
  await avatar.waitFor({ state: "detached" });
});

test("[U2] the language is Dutch until another is chosen, and stays chosen", async () => {
  const { page } = await people.person();
  await page.goto(server.url);
  const language = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
  expect(await language()).toBe("nl");
  await page.getByRole("button", { name: "Meer" }).click();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { name: "New plan" }).waitFor();
  expect(await language()).toBe("en");
  await page.reload();
  await page.getByRole("heading", { name: "New plan" }).waitFor();
});

test("[U2] every date of the wall, and what a screen reader is told of the page, is in its one language", async () => {
  const plan = await createPlan(server.url);
  const { page, context } = await people.newcomer();
  await openWall(page, server, plan);
  await page.getByRole("region", { name: /^Meldingen/ }).waitFor({ state: "attached" });
  await context.addInitScript(() => localStorage.setItem("planwand:language", "en"));
  await page.reload();
  await page.getByRole("region", { name: /^Messages/ }).waitFor({ state: "attached" });
  const header = page.locator("[data-phase-header]").first();
  await header.getByText(/^\d{1,2} [A-Z][a-z]+ – \d{1,2} [A-Z][a-z]+ \d{4}$/).waitFor();
});

test("[U10] pages have no accessibility faults, light or dark, wide or narrow", async () => {
  const plan = await createPlan(server.url);
  const faults: string[] = [];
  const settings = [
    ["desktop", "light"],
    ["phone", "dark"],
  ] as const;
  for (const [device, colorScheme] of some(settings, 0.5)) {
    const { page } = await people.person(device);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const look = async (what: string): Promise<void> => {
      // The wall and the panel have tests of their own.
      faults.push(...(await axeFaults(page, `${what}, ${device}, ${colorScheme}`, "#wall")));
    };
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Nieuw plan" }).waitFor();
    await look("start");
    await page.getByRole("button", { name: "Plan maken" }).click();
    await look("start with mistakes");
    await page.goto(shareLink(plan, "editor"));
    await page.getByRole("button", { name: "Meedoen" }).waitFor();
    await look("join");
    await page.goto(`${server.url}/bestaat-niet`);
    await page.getByRole("heading", { name: "Deze pagina bestaat niet" }).waitFor();
    await look("not found");
    await openWall(page, server, plan);
    await page.getByTestId("sync-badge").click();
    await page.getByText("De server heeft al je wijzigingen veilig bewaard.").waitFor();
    await look("badge");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Delen", exact: true }).click();
    await page.getByTestId("share-role").first().waitFor();
    await look("sharing");
  }
  expect(faults).toEqual([]);
});
