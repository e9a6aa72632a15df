import type { Page } from "playwright-core";
import { updatesKept } from "./wall-page.ts";

/** How the browser's database fails: at once, by an error of its own; for want of room; or later, when it was asked. */
export const DISK_FAULTS = ["throws", "full", "aborts"] as const;
export type DiskFault = (typeof DISK_FAULTS)[number];

interface Broken {
  diskFault: DiskFault | null;
}

/** Lets `breakDisk` break the database of this page, from its next load on. */
export async function breakableDisk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const broken = window as unknown as Broken;
    broken.diskFault = null;
    const { transaction } = IDBDatabase.prototype;
    const { add } = IDBObjectStore.prototype;
    IDBDatabase.prototype.transaction = function (...args) {
      if (broken.diskFault === "throws")
        throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      return transaction.apply(this, args);
    };
    IDBObjectStore.prototype.add = function (...args) {
      if (broken.diskFault === "full") throw new DOMException("no room", "QuotaExceededError");
      const request = add.apply(this, args);
      if (broken.diskFault === "aborts") this.transaction.abort();
      return request;
    };
  });
}

/** Breaks the page's database from now on, or mends it for null. */
export async function breakDisk(page: Page, fault: DiskFault | null): Promise<void> {
  await page.evaluate((how) => {
    (window as unknown as Broken).diskFault = how;
  }, fault);
}

/** Removes the databases of the plan; with `isHeld` somebody who does not let go keeps them from going at once. */
export async function deleteDatabases(page: Page, isHeld: boolean): Promise<void> {
  await page.evaluate(async (holds) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.startsWith("planwand:") === true ? [name] : [],
    );
    for (const name of names) {
      const held = holds
        ? await new Promise<IDBDatabase>((resolve) => {
            const request = indexedDB.open(name);
            request.addEventListener("success", () => resolve(request.result));
          })
        : null;
      indexedDB.deleteDatabase(name);
      // For as long as somebody holds it, whoever wants to open it waits.
      setTimeout(() => held?.close(), 2_000);
    }
  }, isHeld);
}

/** Waits until the device has done all that this page asked of it so far. */
export async function diskAtRest(page: Page): Promise<void> {
  await page.evaluate(updatesKept);
}
