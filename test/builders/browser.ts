import { join } from "node:path";
import { type Browser, type BrowserContext, devices, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import { launchChromium } from "./chromium.ts";
import { ZONE } from "../setup/moment.ts";
import { PATIENCE_MS } from "../setup/patience.ts";
import { isMoved, now } from "./clock.ts";

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };

/** One person at one device: a browser of their own as far as cookies and storage go. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page so far: uncaught errors and errors on the console. Expected empty after each test. */
  readonly mistakes: string[];
}

export interface People {
  /** Somebody new, at a desktop or at a phone with a touch screen, with a browser in a language: Dutch unless said otherwise. */
  person(device?: "desktop" | "phone", locale?: "nl-NL" | "en-US"): Promise<Person>;
}

/**
 * A Chromium for the tests of one file, on the built client. Each test's people are sent home after it, and it fails when a
 * page complained on the console, unless the complaint matches `expected`. Only where `keepPages` is true are the product's pages
 * kept in the browser: that is a fifth of the work of opening one, and of use where the server goes away.
 */
export function usePeople(
  expected: readonly RegExp[] = [],
  { keepPages = false }: { readonly keepPages?: boolean } = {},
): People {
  let browser: Browser | null = null;
  let here: Person[] = [];

  beforeAll(async () => {
    buildClientOnce();
    browser = await launchChromium();
  });

  afterEach(async () => {
    const gone = here;
    here = [];
    await Promise.all(gone.map(({ context }) => context.close()));
    const mistakes = gone.flatMap((person) => person.mistakes);
    expect(mistakes.filter((text) => !expected.some((known) => known.test(text)))).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  return {
    async person(device = "desktop", locale = "nl-NL") {
      if (browser === null) throw new Error("the browser is there from beforeAll on");
      const context = await browser.newContext({
        ...(device === "phone" ? PHONE : DESKTOP),
        locale,
        timezoneId: ZONE,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      if (isMoved()) await context.clock.install({ time: now() });
      // As in a browser that has none, such as one that came over plain http.
      if (!keepPages)
        await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
      const page = await context.newPage();
      const person: Person = { context, page, mistakes: [] };
      page.on("pageerror", (error) => person.mistakes.push(`page: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") person.mistakes.push(`console: ${message.text()}`);
      });
      here.push(person);
      return person;
    },
  };
}

/** Builds the client when it is older than its sources. @throws Error when it does not build. */
function buildClientOnce(): void {
  if (!ensureClientBuilt(join(import.meta.dirname, "..", ".."))) throw new Error("the client does not build");
}
