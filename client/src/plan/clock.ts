import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";

/** Milliseconds since 1970, by this device; only for display and for who-did-what stamps. */
export function nowMs(): number {
  return Date.now();
}

/** The day it is where this person is. */
export function today(): LocalDate {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A fresh id for an entry, from the browser's random source. */
export function newId(): string {
  return idFrom((length) => crypto.getRandomValues(new Uint8Array(length)));
}
