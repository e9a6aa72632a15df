import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { BrowserContext, Page } from "playwright-core";
import { breakDisk, breakableDisk, deleteDatabases, diskAtRest, type DiskFault } from "./disk-faults.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer } from "./server.ts";
import { pagesKept, useSession } from "./wall-page.ts";

/** One thing that happens to a plan and those who have it open; `tab` is taken modulo the tabs that there are. */
export type Step =
  | { readonly do: "add" | "type" | "move" | "undo" | "reload" | "open" | "close"; readonly tab: number }
  | { readonly do: "paste"; readonly tab: number; readonly kilobytes: number; readonly isUndone: boolean }
  | { readonly do: "disk"; readonly tab: number; readonly fault: DiskFault | null }
  | { readonly do: "lose"; readonly tab: number; readonly how: "closed" | "deleted" | "blocked" }
  | { readonly do: "network"; readonly isUp: boolean }
  | { readonly do: "server"; readonly to: "killed" | "running" | "halted" };

/** What a card is expected to say: where it stands on its tab's screen, and what was written in it. */
interface Card {
  readonly title: string;
  /** Null when it was taken back. */
  place: string | null;
  what: string[];
  /** Grows with every change; what was promised of an older one is not asked for any more. */
  version: number;
  /** It was neither with the server nor kept on the device when its page went. */
  mayBeLost: boolean;
}

interface Tab {
  readonly name: string;
  page: Page;
  readonly cards: Card[];
  readonly done: { readonly card: Card; readonly before: string | null }[];
}

interface Promised {
  readonly tab: string;
  readonly version: number;
  readonly place: string | null;
  readonly what: readonly string[];
}

interface Seen {
  readonly state: string;
  readonly isUnkept: boolean;
  /** The places of cards by their title. */
  readonly places: Readonly<Record<string, string>>;
}

const MAX_TABS = 3;
const CELLS = 12;

/** A plan, the tabs of one person that have it open, and what was promised to that person so far. */
export class BadgeWorld {
  readonly #server: RunningServer;
  readonly #context: BrowserContext;
  readonly #plan: CreatedPlan;
  readonly #tabs: Tab[] = [];
  readonly #gone: Tab[] = [];
  /** The last promise about each card. */
  readonly #promises = new Map<Card, Promised>();
  #count = 0;
  #isHalted = false;

  private constructor(server: RunningServer, context: BrowserContext, plan: CreatedPlan) {
    this.#server = server;
    this.#context = context;
    this.#plan = plan;
  }

  static async create(server: RunningServer, context: BrowserContext): Promise<BadgeWorld> {
    const plan = await createPlan(server.url, { template: "blank" });
    const world = new BadgeWorld(server, context, plan);
    await useSession(context, server, plan.cookie);
    await world.#open();
    return world;
  }

  /** Has the browser keep the pages of the product, so that they load whether or not there is a server or a network. */
  static async keepPages(server: RunningServer, context: BrowserContext): Promise<void> {
    const page = await context.newPage();
    await page.goto(server.url);
    await pagesKept(page);
    await page.close();
  }

  /** Closes its tabs and removes what the browser keeps of them, but for the pages of the product. */
  async leave(): Promise<void> {
    if (this.#server.isAlive()) await this.#serverIs("running");
    await this.#networkIs(true);
    const page = await this.#context.newPage();
    const session = await this.#context.newCDPSession(page);
    await Promise.all(this.#tabs.map((tab) => tab.page.close()));
    await session.send("Storage.clearDataForOrigin", {
      origin: this.#server.url,
      storageTypes: "cookies,indexeddb,local_storage",
    });
    await page.close();
  }

  /** Does one step, if it can be done now, and then asks whether anything that was said is untrue. */
  async step(step: Step): Promise<void> {
    await this.#do(step);
    for (const tab of this.#tabs) await this.#look(tab);
    await this.#hold();
  }

  /** Everything works again: all is saved by itself, on the server and on every screen. */
  async end(): Promise<void> {
    for (const tab of this.#tabs) await breakDisk(tab.page, null);
    await this.#serverIs("running");
    await this.#networkIs(true);
    if (this.#tabs.length === 0) await this.#open();
    for (const tab of this.#tabs) {
      await tab.page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
      await this.#look(tab);
    }
    await this.#hold();
    const plan = await this.#onServer();
    for (const tab of [...this.#tabs, ...this.#gone])
      for (const card of tab.cards) if (!card.mayBeLost) compare("in the end", card, card, plan);
  }

  async #do(step: Step): Promise<void> {
    if (step.do === "network") return this.#networkIs(step.isUp);
    if (step.do === "server") return this.#serverIs(step.to);
    if (step.do === "open") return this.#tabs.length < MAX_TABS ? this.#open() : undefined;
    const tab = this.#tabs[step.tab % Math.max(1, this.#tabs.length)];
    if (tab === undefined) return;
    switch (step.do) {
      case "add":
        return this.#add(tab);
      case "type":
        return this.#type(tab);
      case "paste":
        return this.#paste(tab, step.kilobytes, step.isUndone);
      case "move":
        return this.#move(tab);
      case "undo":
        return this.#undo(tab);
      case "reload":
        return this.#reload(tab);
      case "close":
        return this.#close(tab);
      case "disk":
        return breakDisk(tab.page, step.fault);
      case "lose":
        return this.#lose(tab, step.how);
    }
  }

  async #open(): Promise<void> {
    const page = await this.#context.newPage();
    await breakableDisk(page);
    page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
    const tab: Tab = { name: `t${String(this.#tabs.length + this.#gone.length)}`, page, cards: [], done: [] };
    await page.goto(`${this.#server.url}/plan/${this.#plan.plan.id}`, { waitUntil: "commit" });
    this.#tabs.push(tab);
    await this.#wallOf(tab);
  }

  async #add(tab: Tab): Promise<void> {
    const title = `${tab.name} kaart ${String(this.#count++)}.`;
    const cell = tab.page.getByTestId("cell").nth(this.#count % CELLS);
    await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
    await tab.page.keyboard.insertText(title);
    await tab.page.keyboard.press("Enter");
    await tab.page.keyboard.press("Escape");
    const card = { title, place: await this.#placeOf(tab, title), what: [], version: 0, mayBeLost: false };
    if (card.place === null) throw new Error(`typed, and not on the screen: ${title}`);
    tab.cards.push(card);
    tab.done.push({ card, before: null });
  }

  /** Writes in the text of a card. */
  async #type(tab: Tab): Promise<void> {
    const card = tab.cards.findLast(({ place }) => place !== null);
    if (card === undefined) return;
    await this.#write(tab, card, (mark) => tab.page.keyboard.insertText(`${mark} `), false);
  }

  async #paste(tab: Tab, kilobytes: number, isUndone: boolean): Promise<void> {
    const card = tab.cards.find(({ place }) => place !== null);
    if (card === undefined) return;
    await this.#write(
      tab,
      card,
      (mark) =>
        tab.page.evaluate(
          (text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
            document.activeElement?.dispatchEvent(paste);
          },
          `${mark}\n${`${"een regel die lang genoeg is ".repeat(16)}\n`.repeat(kilobytes * 2)}`,
        ),
      isUndone,
    );
  }

  async #write(tab: Tab, card: Card, put: (mark: string) => Promise<void>, isUndone: boolean): Promise<void> {
    const { page } = tab;
    const mark = `merk${String(this.#count++)}.`;
    await page.getByTestId("card").getByText(card.title).first().click();
    const field = page.getByTestId("activity-panel").locator("[data-field=what] [contenteditable=true]");
    await field.click();
    await put(mark);
    await field.getByText(mark).first().waitFor();
    if (isUndone) {
      await page.keyboard.press("Control+z");
      await field.getByText(mark).waitFor({ state: "detached" });
    } else card.what.push(mark);
    card.version++;
    await page.keyboard.press("Escape");
    await page.getByTestId("activity-panel").waitFor({ state: "detached" });
  }

  async #move(tab: Tab): Promise<void> {
    const card = tab.cards.find(({ place }) => place !== null);
    if (card === undefined) return;
    const before = card.place;
    await tab.page.getByTestId("card").filter({ hasText: card.title }).getByRole("button").first().focus();
    for (const key of ["Space", "ArrowRight", "Space"]) await tab.page.keyboard.press(key);
    card.place = await this.#placeOf(tab, card.title);
    if (card.place === before) return;
    card.version++;
    tab.done.push({ card, before });
  }

  async #undo(tab: Tab): Promise<void> {
    const last = tab.done.pop();
    if (last === undefined) return;
    await tab.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await tab.page.keyboard.press("Control+z");
    last.card.place = last.before;
    last.card.version++;
    const seen = await this.#placeOf(tab, last.card.title);
    if (seen !== last.before)
      throw new Error(`undone, and on the screen at ${String(seen)}: ${last.card.title}`);
  }

  async #reload(tab: Tab): Promise<void> {
    await this.#leave(tab);
    tab.done.length = 0;
    await tab.page.reload({ waitUntil: "commit" });
    await this.#wallOf(tab);
  }

  /** Without a server and without a copy there is no wall; then the server comes back. */
  async #wallOf({ page }: Tab): Promise<void> {
    const wall = page.getByTestId("cell").first();
    const away = page.getByRole("heading", { name: "De server is niet bereikbaar" });
    await wall.or(away).first().waitFor();
    if (await wall.isVisible()) return;
    await this.#networkIs(true);
    await this.#serverIs("running");
    await wall.waitFor();
  }

  async #close(tab: Tab): Promise<void> {
    await this.#leave(tab);
    await tab.page.close();
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    this.#gone.push(tab);
  }

  /** What the badge does not promise may be lost with the page. */
  async #leave(tab: Tab): Promise<void> {
    await diskAtRest(tab.page);
    const { state, isUnkept } = await this.#seen(tab);
    if (state === "saved" || !isUnkept) return;
    for (const card of tab.cards) card.mayBeLost = true;
  }

  async #lose(tab: Tab, how: "closed" | "deleted" | "blocked"): Promise<void> {
    if (how !== "closed") return deleteDatabases(tab.page, how === "blocked");
    const session = await this.#context.newCDPSession(tab.page);
    await session.send("Storage.clearDataForOrigin", {
      origin: this.#server.url,
      storageTypes: "indexeddb",
    });
    await session.detach();
  }

  async #networkIs(isUp: boolean): Promise<void> {
    await this.#context.setOffline(!isUp);
  }

  async #serverIs(to: "killed" | "running" | "halted"): Promise<void> {
    if (this.#isHalted) {
      process.kill(this.#server.pid, "SIGCONT");
      this.#isHalted = false;
    }
    if (to === "killed" && this.#server.isAlive()) await this.#server.kill();
    if (to === "running" && !this.#server.isAlive()) await this.#server.restart();
    if (to === "halted" && this.#server.isAlive()) {
      process.kill(this.#server.pid, "SIGSTOP");
      this.#isHalted = true;
    }
  }

  /** Takes down what the badge says at this very moment, together with what is on the screen. */
  async #look(tab: Tab): Promise<void> {
    const { state, places } = await this.#seen(tab);
    for (const card of tab.cards) {
      const place = places[card.title] ?? null;
      if (place !== card.place && !card.mayBeLost)
        throw new Error(`${tab.name} ${card.title} is at ${String(place)}, not at ${String(card.place)}`);
      if (state === "saved")
        this.#promises.set(card, {
          tab: tab.name,
          version: card.version,
          place,
          what: card.mayBeLost ? [] : [...card.what],
        });
    }
  }

  /** What was called saved is on the server's disk, now that it can be asked. */
  async #hold(): Promise<void> {
    if (this.#isHalted || !this.#server.isAlive() || this.#promises.size === 0) return;
    const plan = await this.#onServer();
    for (const [card, promise] of this.#promises)
      if (promise.version === card.version) compare(`${promise.tab} said saved`, card, promise, plan);
  }

  async #onServer(): Promise<Plan> {
    return (await planOf(this.#server.url, this.#plan.plan.id, this.#plan.cookie)).plan;
  }

  async #placeOf(tab: Tab, title: string): Promise<string | null> {
    return (await this.#seen(tab)).places[title] ?? null;
  }

  #seen({ page }: Tab): Promise<Seen> {
    return page.evaluate(() => {
      const badge = document.querySelector<HTMLElement>("[data-testid=sync-badge]");
      const places: Record<string, string> = {};
      for (const card of document.querySelectorAll<HTMLElement>("[data-testid=card]")) {
        const cell = card.closest<HTMLElement>("[data-testid=cell]");
        const title = card.querySelector("button > span")?.textContent ?? "";
        places[title] = `${cell?.dataset["phase"] ?? ""}/${cell?.dataset["domain"] ?? ""}`;
      }
      return {
        state: badge?.dataset["state"] ?? "none",
        isUnkept: badge?.dataset["unkept"] !== undefined,
        places,
      };
    });
  }
}

function compare(
  who: string,
  { title }: Card,
  { place, what }: Pick<Card, "place"> & { readonly what: readonly string[] },
  plan: Plan,
): void {
  const held = plan.activities.find((activity) => activity.title === title);
  const there = held === undefined ? null : `${held.phase ?? ""}/${held.domain ?? ""}`;
  if (there !== place)
    throw new Error(`${who}: ${title} is on the server at ${String(there)}, not ${String(place)}`);
  const missing = held === undefined ? [] : what.filter((mark) => !held.what.includes(mark));
  if (missing.length > 0) throw new Error(`${who}: ${title} lacks ${missing.join(" ")} on the server`);
}
