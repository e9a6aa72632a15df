import { join } from "node:path";
import { type Browser, type BrowserContext, devices, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import { FOR_SHORT_VISITS, launchChromium } from "./chromium.ts";
import { ZONE } from "../setup/moment.ts";
import { PATIENCE_MS } from "../setup/patience.ts";
import { isMoved, now } from "./clock.ts";
import { isTidied } from "./tidied.ts";

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
};

/** One person at one device: a browser of their own as far as cookies and storage go. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page so far: uncaught errors and errors on the console. Expected empty after each test. */
  readonly mistakes: string[];
}

type Device = "desktop" | "phone";
type Locale = "nl-NL" | "en-US";

export interface People {
  /** Somebody new, at a desktop or at a phone with a touch screen, with a browser in a language: Dutch unless said otherwise. */
  person(device?: Device, locale?: Locale): Promise<Person>;
  /** The same at a device that nobody used before or will after: for a test that changes the browser itself, as its clock. */
  newcomer(device?: Device, locale?: Locale): Promise<Person>;
}

/** A browser that one person after another uses, each after the one before is tidied away. */
interface Seat {
  readonly kind: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the page was, of which things may be kept. */
  readonly origins: Set<string>;
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
  let here: { readonly person: Person; readonly seat: Seat; readonly isKept: boolean }[] = [];
  let free: Seat[] = [];

  beforeAll(async () => {
    buildClientOnce();
    browser = await launchChromium(FOR_SHORT_VISITS);
  });

  afterEach(async ({ task }) => {
    const gone = here;
    here = [];
    const mistakes = gone.flatMap(({ person }) => person.mistakes);
    const isGood = task.result?.state !== "fail";
    await Promise.all(
      gone.map(async ({ seat, isKept }) => {
        if (isGood && isKept && (await isTidied(seat.context, seat.page, seat.origins))) free.push(seat);
        else await seat.context.close();
      }),
    );
    expect(mistakes.filter((text) => !expected.some((known) => known.test(text)))).toEqual([]);
  });

  afterAll(async () => {
    free = [];
    await browser?.close();
  });

  async function newSeat(device: Device, locale: Locale): Promise<Seat> {
    if (browser === null) throw new Error("the browser is there from beforeAll on");
    const context = await browser.newContext({ ...DEVICES[device], locale, timezoneId: ZONE });
    context.setDefaultTimeout(PATIENCE_MS);
    if (isMoved()) await context.clock.install({ time: now() });
    // As in a browser that has none, such as one that came over plain http.
    if (!keepPages)
      await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    const page = await context.newPage();
    const origins = new Set<string>();
    page.on("framenavigated", (frame) => {
      const { protocol, origin } = new URL(frame.url());
      if (protocol === "http:") origins.add(origin);
    });
    return { kind: `${device} ${locale}`, context, page, origins };
  }

  async function takeSeat(device: Device, locale: Locale): Promise<Seat> {
    const seat = free.find(({ kind }) => kind === `${device} ${locale}`);
    if (seat === undefined) return newSeat(device, locale);
    free = free.filter((one) => one !== seat);
    await seat.page.setViewportSize(DEVICES[device].viewport);
    return seat;
  }

  function seated(seat: Seat, isKept: boolean): Person {
    const { context, page } = seat;
    const person: Person = { context, page, mistakes: [] };
    page.on("pageerror", (error) => person.mistakes.push(`page: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") person.mistakes.push(`console: ${message.text()}`);
    });
    here.push({ person, seat, isKept });
    return person;
  }

  return {
    // The clock of a browser is set once, and what the service worker keeps is of the browser: neither is tidied away.
    person: async (device = "desktop", locale = "nl-NL") =>
      keepPages || isMoved()
        ? seated(await newSeat(device, locale), false)
        : seated(await takeSeat(device, locale), true),
    newcomer: async (device = "desktop", locale = "nl-NL") => seated(await newSeat(device, locale), false),
  };
}

/** Builds the client when it is older than its sources. @throws Error when it does not build. */
function buildClientOnce(): void {
  if (!ensureClientBuilt(join(import.meta.dirname, "..", ".."))) throw new Error("the client does not build");
}
