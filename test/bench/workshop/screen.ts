import type { Page } from "playwright-core";
import { nowMs } from "./room.ts";

/** A word that is nowhere else, by which something is known on the screen. */
export const markOf = (number: number): string => `zq${String(number).padStart(6, "0")}`;

const GIVE_UP_MS = 5_000;

/** The screen of the room in a real browser: when each marked thing came to stand on it. */
export class Screen {
  readonly #startedMs = new Map<string, number>();
  readonly #tookMs = new Map<string, number>();

  /** Watches what is drawn on this page from now on. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction("marksDrawn", (marks: readonly string[], atMs: number) => {
      for (const mark of marks) this.#seen(mark, atMs);
    });
    await page.evaluate(() => {
      const tell: unknown = Reflect.get(globalThis, "marksDrawn");
      const observer = new MutationObserver((records) => {
        const texts = records.flatMap(({ target, addedNodes }) =>
          target.nodeType === Node.TEXT_NODE
            ? [target.nodeValue]
            : [...addedNodes].map((node) => node.textContent),
        );
        const marks = texts.join(" ").match(/zq\d{6}/gu);
        if (marks === null || typeof tell !== "function") return;
        // When the next frame is there, it stands on the screen.
        requestAnimationFrame(() => tell(marks, performance.timeOrigin + performance.now()));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  /** Something that is to stand on the screen begins now. */
  begins(mark: string): void {
    this.#startedMs.set(mark, nowMs());
  }

  /** Resolves when all that began stands on the screen; what does not within a few seconds never will. */
  async settled(): Promise<void> {
    const deadlineMs = nowMs() + GIVE_UP_MS;
    while (this.#tookMs.size < this.#startedMs.size && nowMs() < deadlineMs)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** How long each thing took that came to stand on the screen. */
  get tookMs(): readonly number[] {
    return [...this.#tookMs.values()];
  }

  /** Forgets what was measured so far. */
  clear(): void {
    this.#startedMs.clear();
    this.#tookMs.clear();
  }

  #seen(mark: string, atMs: number): void {
    const startMs = this.#startedMs.get(mark);
    if (startMs !== undefined && !this.#tookMs.has(mark)) this.#tookMs.set(mark, atMs - startMs);
  }
}
