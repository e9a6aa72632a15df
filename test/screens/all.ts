import { mkdirSync } from "node:fs";
import { join as joinPath } from "node:path";
import { type Browser, type BrowserContextOptions, devices } from "playwright-core";
import { createPlan, type RunningServer } from "../builders/server.ts";
import { walkThrough } from "./states.ts";

const TOUCH = devices["Pixel 7"];

/** The devices that people have: a laptop, the beamer of the room, a tablet, a phone. */
const DEVICES: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  beamer: { viewport: { width: 1280, height: 720 } },
  tablet: { ...TOUCH, viewport: { width: 1024, height: 768 }, deviceScaleFactor: 1 },
  phone: { ...TOUCH, viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
};

/** Takes every page and state on every device, light and dark, as `folder/STATE-DEVICE-SCHEME.jpg`. */
export async function takeAllStates(browser: Browser, server: RunningServer, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [device, options] of Object.entries(DEVICES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({
        ...options,
        colorScheme,
        locale: "nl-NL",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const plan = await createPlan(server.url, {
        title: "Invoering OKE",
        name: "Anja de Vries",
        circle: "examenorganisatie",
      });
      const take = async (name: string): Promise<void> => {
        const path = joinPath(folder, `${name}-${device}-${colorScheme}.jpg`);
        await page.screenshot({ path, type: "jpeg", quality: 55 });
      };
      await walkThrough({ server, context, page, plan, take });
      await context.close();
    }
  }
}
