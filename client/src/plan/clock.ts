import type { Clock, LocalDate } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";

/** Milliseconds since 1970, by this device: the client's one look at a clock. Only for display and for who-did-what stamps. */
export const nowMs: Clock = () => Date.now();

const loadedMs = nowMs() - performance.now();

/** The same as it was when the page was loaded, and at an even pace since: setting the clock of the device does not move it. */
export const steadyMs: Clock = () => Math.round(loadedMs + performance.now());

/** The day it is where this person is. */
export function today(): LocalDate {
  return dayHere(nowMs());
}

/** The local day of a moment (milliseconds since 1970) where this person is. */
export function dayHere(at: number): LocalDate {
  const moment = new Date(at);
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** A moment as the name of a file may have it, by the clock here: `2026-11-23T0905`. */
export function momentInName(at: number): string {
  const moment = new Date(at);
  return `${dayHere(at)}T${two(moment.getHours())}${two(moment.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** A fresh id for an entry, from the browser's random source. */
export function newId(): string {
  return idFrom((length) => crypto.getRandomValues(new Uint8Array(length)));
}
