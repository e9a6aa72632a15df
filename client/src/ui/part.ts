import { lazy, type LazyExoticComponent, type ReactNode } from "react";
import { loadPartWords } from "../i18n/setup.ts";

const waiting: (() => Promise<unknown>)[] = [];
let words: Promise<void> | null = null;

/**
 * A part of the page that is fetched, with its words, when it is first drawn or when the page is at rest, so that it is there
 * without a network. `load` resolves with the component.
 */
export function part<Props>(
  load: () => Promise<(props: Props) => ReactNode>,
): LazyExoticComponent<(props: Props) => ReactNode> {
  const loadWithWords = async () => {
    words ??= loadPartWords();
    const [component] = await Promise.all([load(), words]);
    return { default: component };
  };
  waiting.push(loadWithWords);
  return lazy(loadWithWords);
}

/** Fetches every part while the browser has nothing better to do. */
export function prefetchParts(): void {
  const parts = waiting.splice(0);
  const fetchParts = (): void => {
    // A part that does not come now is asked for again when it is needed.
    void Promise.allSettled(parts.map((load) => load()));
  };
  if ("requestIdleCallback" in window) requestIdleCallback(fetchParts, { timeout: 3_000 });
  else setTimeout(fetchParts, 1_500);
}
