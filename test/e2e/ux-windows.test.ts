import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import {
  createPlan,
  type CreatedPlan,
  join,
  planOf,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
import { openWall, useSession } from "../builders/wall-page.ts";
import { focusFaults, NO_WINDOW, windowFaults, WINDOWS } from "../builders/window-faults.ts";
import type { OpenedFrom } from "../builders/opened-window.ts";
import { SOURCES, windowSources } from "../builders/window-sources.ts";
import { some } from "../builders/run-length.ts";
import { everyWindow } from "../builders/windows.ts";

// A file that is refused is an answer of the server that the browser mentions on its console.
const people = usePeople([/status of 4\d\d/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** Screens as they are looked at while a window is open: a laptop, the beamer, a tablet; a phone, a small one, and a beamer at 200 %. */
const SIZES = {
  desktop: [
    [1280, 720],
    [1440, 900],
    [1024, 768],
  ],
  phone: [
    [390, 844],
    [320, 568],
    [640, 360],
  ],
} as const;

async function closeAll(page: Page): Promise<void> {
  for (let tries = 0; tries < 4 && (await page.locator(WINDOWS).count()) > 0; tries++) {
    await page.keyboard.press("Escape");
    await page
      .locator(WINDOWS)
      .first()
      .waitFor({ state: "detached", timeout: 3_000 })
      .catch(() => undefined);
  }
}

/** An ordinary run looks at one device, and at a third of what opens there. */
const DEVICES = ["desktop", "phone"] as const;

test.each(some(DEVICES, 0.5))(
  "[U20] whatever opens over the page lies within the screen, cuts nothing off, and has the focus: %s",
  async (device) => {
    const plan: CreatedPlan = await createPlan(server.url, { title: "Invoering OKE" });
    const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
    for (let other = 1; other <= 8; other++)
      await join(server.url, plan.keys.editor, `Collega ${String(other)}`);
    const { page, context } = await people.person(device);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await useSession(context, server, plan.cookie);
    await openWall(page, server, plan);
    const faults: string[] = [];
    const [[width, height]] = SIZES[device];
    const from: OpenedFrom = { page, url: server.url, plan, value, isPhone: device === "phone" };
    for (const { name, open, isGoing = false } of some(everyWindow(from), 0.3).flat()) {
      await page.setViewportSize({ width, height });
      await open();
      await page.locator(WINDOWS).last().waitFor();
      faults.push(...(await focusFaults(page)).map((fault) => `${name}: ${fault}`));
      for (const size of SIZES[device]) {
        await page.setViewportSize({ width: size[0], height: size[1] });
        let found = await windowFaults(page);
        // A menu closes when the screen changes.
        if (found.includes(NO_WINDOW)) {
          await open();
          found = await windowFaults(page);
        }
        faults.push(...found.map((fault) => `${name} at ${size.join(" × ")}: ${fault}`));
      }
      await page.setViewportSize({ width, height });
      if (!isGoing) await closeAll(page);
    }
    expect(faults).toEqual([]);
  },
);

test("[U20] every file that opens a window is among them", () => {
  expect(windowSources().filter((path) => !SOURCES.some((known) => path.endsWith(known)))).toEqual([]);
});
