import { lazy, type LazyExoticComponent, type ReactNode } from "react";
import { loadPartWords } from "../i18n/setup.ts";

type Component<Props> = (props: Props) => ReactNode;
type Part<Props> = LazyExoticComponent<Component<Props>>;

/** How long a part that did not come waits before it is asked for again, in milliseconds. */
const AGAIN_MS = 3_000;

const waiting: (() => Promise<unknown>)[] = [];
let isPrefetching = false;
let words: Promise<void> | null = null;

async function withWords<Props>(
  load: () => Promise<Component<Props>>,
): Promise<{ default: Component<Props> }> {
  words ??= loadPartWords().catch((error: unknown) => {
    words = null;
    throw error;
  });
  const [component] = await Promise.all([load(), words]);
  return { default: component };
}

/**
 * A part of the page that is fetched, with its words, when it is first drawn or when the page is at rest, so that it is there
 * without a network. While the server is away it keeps being asked for: the page goes on without it meanwhile.
 */
export function part<Props>(load: () => Promise<Component<Props>>): Part<Props> {
  const loadAtLast = async (): Promise<{ default: Component<Props> }> => {
    for (;;) {
      try {
        return await withWords(load);
      } catch {
        await aWhile();
      }
    }
  };
  prefetch(() => withWords(load));
  return lazy(loadAtLast);
}

/** A page that is fetched, with its words, when somebody goes there; one that does not come is an error of the page. */
export function page<Props>(load: () => Promise<Component<Props>>): Part<Props> {
  const loadWithWords = () => withWords(load);
  prefetch(loadWithWords);
  return lazy(loadWithWords);
}

function aWhile(): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", goOn);
      resolve();
    };
    const timer = setTimeout(goOn, AGAIN_MS);
    window.addEventListener("online", goOn);
  });
}

/** Fetches every part while the browser has nothing better to do, and the parts of those too. */
export function prefetchParts(): void {
  isPrefetching = true;
  fetchAtRest();
}

function prefetch(load: () => Promise<unknown>): void {
  waiting.push(load);
  if (isPrefetching) fetchAtRest();
}

function fetchAtRest(): void {
  const fetchParts = (): void => {
    // A part that does not come now is asked for again when it is needed.
    void Promise.allSettled(waiting.splice(0).map((load) => load()));
  };
  if ("requestIdleCallback" in window) requestIdleCallback(fetchParts, { timeout: 3_000 });
  else setTimeout(fetchParts, 1_500);
}
