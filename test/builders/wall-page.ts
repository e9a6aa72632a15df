import type { BrowserContext, Page } from "playwright-core";
import type { CreatedPlan, RunningServer } from "./server.ts";

/** Gives the browser of `context` a session, as `name=value`. */
export async function useSession(
  context: BrowserContext,
  server: RunningServer,
  cookie: string,
): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
}

/** Opens the wall of a plan, as its owner unless another session is given, and waits until all is in step with the server. */
export async function openWall(
  page: Page,
  server: RunningServer,
  plan: CreatedPlan,
  cookie: string = plan.cookie,
): Promise<void> {
  await useSession(page.context(), server, cookie);
  await page.goto(`${server.url}/plan/${plan.plan.id}`);
  await page.getByTestId("cell").first().waitFor();
  await badgeSays(page, "saved");
}

/** Waits until the badge says this. */
export async function badgeSays(page: Page, state: "saved" | "saving" | "offline" | "error"): Promise<void> {
  await page.locator(`[data-testid=sync-badge][data-state=${state}]`).waitFor();
}

/** Adds an activity to the first cell. */
export async function addActivity(page: Page, title: string): Promise<void> {
  const cell = page.getByTestId("cell").first();
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await cell.getByText(title).waitFor();
}

/** Waits until the pages of the product are kept in this browser. */
export async function pagesKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Waits until something of a plan is kept on this device, so that it opens without a server. */
export async function planKept(page: Page): Promise<void> {
  await page.waitForFunction(updatesKept);
}

/** How many updates the copies of plans on this device hold, once it has done all that was asked of it before; runs in the page. */
export async function updatesKept(): Promise<number> {
  const names = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith("planwand:") === true ? [name] : [],
  );
  const read = (name: string): Promise<number> =>
    new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.addEventListener("upgradeneeded", () => request.transaction?.abort());
      request.addEventListener("error", () => resolve(0));
      request.addEventListener("success", () => {
        const db = request.result;
        db.addEventListener("versionchange", () => db.close());
        const end = (count: number): void => {
          db.close();
          resolve(count);
        };
        try {
          const reading = db.transaction("updates");
          const counting = reading.objectStore("updates").count();
          reading.addEventListener("complete", () => end(counting.result));
          reading.addEventListener("abort", () => end(0));
        } catch {
          end(0);
        }
      });
    });
  const counts = await Promise.all(names.map(read));
  return counts.reduce((sum, count) => sum + count, 0);
}
