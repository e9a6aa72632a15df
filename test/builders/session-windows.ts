import type { Locator } from "playwright-core";
import type { OpenedFrom, OpenedWindow } from "./opened-window.ts";

/** Every window of a work session, from its start to its end. */
export function ofSession({ page, url, plan }: OpenedFrom): OpenedWindow[] {
  const named = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true }).first();
  const lead = page.getByTestId("lead-panel");
  const leading = async (): Promise<void> => {
    const address = `${url}/plan/${plan.plan.id}`;
    if (page.url() !== address) await page.goto(address);
    await page.getByTestId("session-bar").waitFor();
    if ((await lead.count()) === 0) await named("Leiding").click();
    await lead.waitFor();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await leading();
    await lead.getByRole("button", { name }).first().click();
  };
  const idea = async (item: string): Promise<void> => {
    await press(/^Meer met /u);
    await page.getByRole("menuitem", { name: item }).click();
  };
  return [
    {
      name: "starting a session, its steps open",
      open: async () => {
        await page.goto(`${url}/plan/${plan.plan.id}`);
        await named("Meer").click();
        await named("Werksessie").click();
        await named("Meer over stap 2").click();
      },
      isGoing: true,
    },
    {
      name: "handing over",
      open: async () => {
        await named("Sessie beginnen").click();
        await leading();
        await lead.getByRole("button", { name: "Volgende stap" }).click();
        await lead.getByTestId("hidden-ideas").waitFor();
        await press("Leiding overdragen");
      },
    },
    { name: "changing the steps", open: () => press("Stappen aanpassen") },
    {
      name: "taking part as another",
      open: async () => {
        await page.goto(`${url}/plan/${plan.plan.id}/workshop`);
        for (const text of ["Rooster op tijd", "Afspraken met de leverancier"]) {
          await page.getByLabel("Jouw idee", { exact: true }).fill(text);
          await named("Versturen").click();
          await page.getByTestId("own-idea").getByText(text).waitFor();
        }
        await named(/^Je doet mee als/u).click();
      },
    },
    {
      name: "menu of an idea",
      open: async () => {
        await leading();
        if ((await lead.getByRole("button", { name: /^Meer met /u }).count()) === 0) {
          await lead.getByRole("button", { name: "Volgende stap" }).click();
          await lead.getByRole("button", { name: "Alles tonen" }).click();
        }
        await press(/^Meer met /u);
      },
    },
    { name: "putting an idea on the wall", open: () => idea("Op het bord zetten") },
    { name: "merging ideas", open: () => idea("Voeg samen met …") },
    {
      name: "closing a session",
      open: async () => {
        await leading();
        const finish = lead.getByRole("button", { name: /Sessie afsluiten/u });
        const next = lead.getByRole("button", { name: "Volgende stap" });
        while ((await finish.count()) === 0) {
          const now = await lead.getByTestId("lead-step").innerText();
          await next.click();
          await lead.getByTestId("lead-step").getByText(now, { exact: true }).waitFor({ state: "detached" });
        }
        await finish.click();
      },
      isGoing: true,
    },
    {
      name: "the session was closed",
      open: async () => {
        await page
          .getByRole("dialog")
          .getByRole("button", { name: /afsluiten/iu })
          .last()
          .click();
        await page.getByRole("dialog", { name: /verslag|klaar|afgesloten/iu }).waitFor();
      },
    },
  ];
}
