import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useSyncExternalStore } from "react";
import type { ReadableStore } from "../sync/store.ts";
import { today } from "./clock.ts";

/** How often a page that is open looks what day it is. The timers of a laptop that sleeps stand still, so none waits for midnight. */
const LOOK_EVERY_MS = 20_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let known: LocalDate = "";

function look(): void {
  const now = today();
  if (now === known) return;
  known = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    known = today();
    timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** The day it is where this person is, told anew when it turns while the page is open. */
export const days: ReadableStore<LocalDate> = { subscribe, getSnapshot: today };

/** The day it is where this person is; renders anew when it turns. */
export function useToday(): LocalDate {
  return useSyncExternalStore(days.subscribe, days.getSnapshot);
}
