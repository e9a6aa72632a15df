import type { Page } from "playwright-core";

/** What opens over the page: small windows, menus, and windows of the whole page. */
export const WINDOWS = "[role=dialog], [role=menu]";
/** Said where there is none. */
export const NO_WINDOW = "there is no window";

/**
 * What is wrong with the window that is open: parts of it beyond the screen or cut off where nothing scrolls, controls that cannot be
 * brought into sight, and focus that is not in it.
 */
export function windowFaults(page: Page): Promise<string[]> {
  return whenSettled(page, () => faultsNow(page));
}

/** What is wrong with where the focus is now that a window opened. */
export function focusFaults(page: Page): Promise<string[]> {
  return whenSettled(page, () => focusFaultsNow(page));
}

/** So many frames at most until nothing moves any more. */
const FRAMES = 40;

/** Where floating things stand is worked out some frames after they came or the screen changed: what is still wrong then is. */
async function whenSettled(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  let faults = await look();
  for (let frame = 0; frame < FRAMES && faults.length > 0; frame++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    faults = await look();
  }
  return faults;
}

function faultsNow(page: Page): Promise<string[]> {
  return page.evaluate(
    ([windows, none]) => {
      const faults: string[] = [];
      const shown = [...document.querySelectorAll<HTMLElement>(windows)].filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1,
      );
      const opened = shown.at(-1);
      if (opened === undefined) return [none];
      const nameOf = (element: Element): string =>
        `${element.localName} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`;

      const canScroll = (element: Element): boolean => getComputedStyle(element).overflowX !== "visible";

      const outer = opened.getBoundingClientRect();
      if (outer.left < -1 || outer.top < -1 || outer.right > innerWidth + 1 || outer.bottom > innerHeight + 1)
        faults.push(
          `it lies at ${[outer.left, outer.top, outer.right, outer.bottom].map(Math.round).join(" ")}`,
        );

      for (const element of [opened, ...opened.querySelectorAll<HTMLElement>("*")]) {
        const isUnseen = element.clientWidth <= 1 || element.clientHeight <= 1;
        if (isUnseen || element.closest("svg, [data-testid=qr-code]") !== null) continue;
        const style = getComputedStyle(element);
        const isText = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
        const cuts = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
        const isField = element.matches("input, select, textarea");
        if (cuts(style.overflowX) && !isText && !isField && element.scrollWidth > element.clientWidth + 1)
          faults.push(`${nameOf(element)} is cut off: ${element.scrollWidth} in ${element.clientWidth}`);
        if (cuts(style.overflowY) && !isText && !isField && element.scrollHeight > element.clientHeight + 1)
          faults.push(
            `${nameOf(element)} is cut off below: ${element.scrollHeight} in ${element.clientHeight}`,
          );
      }
      // Nothing is to be found by scrolling sideways, but for what is wide by nature and scrolls by itself.
      for (const element of [opened, ...opened.querySelectorAll<HTMLElement>(":scope > *")])
        if (element.clientWidth > 1 && canScroll(element) && element.scrollWidth > element.clientWidth + 1)
          faults.push(
            `${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`,
          );

      const scrolled = [opened, ...opened.querySelectorAll<HTMLElement>("*")].map(
        (element) => [element, element.scrollTop, element.scrollLeft] as const,
      );
      for (const control of opened.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, summary",
      )) {
        if (!control.checkVisibility() || control.matches("[type=file], .visually-hidden")) continue;
        control.scrollIntoView({ block: "nearest", inline: "nearest" });
        const box = control.getBoundingClientRect();
        const isIn = box.left >= outer.left - 2 && box.right <= outer.right + 2;
        if (!isIn || box.top < outer.top - 2 || box.bottom > outer.bottom + 2)
          faults.push(`${nameOf(control)} cannot be reached`);
      }
      for (const [element, top, left] of scrolled) element.scrollTo(left, top);
      return [...new Set(faults)];
    },
    [WINDOWS, NO_WINDOW] as const,
  );
}

function focusFaultsNow(page: Page): Promise<string[]> {
  return page.evaluate((windows) => {
    const opened = [...document.querySelectorAll<HTMLElement>(windows)].findLast((element) =>
      element.checkVisibility(),
    );
    const active = document.activeElement;
    if (opened === undefined || active === null) return ["nothing has the focus"];
    if (!opened.contains(active)) return [`focus is on ${active.outerHTML.slice(0, 120)}`];
    const fields = [...opened.querySelectorAll("input, select, textarea")].filter(
      (field) => field.checkVisibility() && !field.matches("[type=file], :disabled"),
    );
    const current = opened.querySelector("[aria-current]:not([aria-current=false])");
    // Where one can search one begins with that.
    const isOpenHere = current?.checkVisibility() === true && !active.matches("[type=search]");
    if (isOpenHere && active !== current) return ["focus is not on what is chosen now"];
    const isModal = opened.matches("[role=dialog]") && opened.getAttribute("data-state") === "open";
    const isCross = active.getAttribute("aria-label") === "Sluiten";
    if (isModal && isCross && fields.length > 0) return ["focus is on the cross, not on the first field"];
    const box = active.getBoundingClientRect();
    const isInSight = active === opened || (box.top >= -1 && box.bottom <= innerHeight + 1);
    return isInSight ? [] : ["what has the focus is out of sight"];
  }, WINDOWS);
}
