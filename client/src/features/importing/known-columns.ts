import { isPlaceKey, type KnownColumns } from "@planwand/shared/exchange/headings.ts";
import { keep, kept } from "../../ui/kept.ts";

const KEY = "planwand:columns";
/** Headings are forgotten when there are more than anybody uses. */
const MAX_KNOWN = 200;

/** What was said about headings before, on this device. */
export function knownColumns(): KnownColumns {
  try {
    const value: unknown = JSON.parse(kept(KEY) ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    const entries = Object.entries(value).filter(([, key]) => key === null || typeof key === "string");
    return Object.fromEntries(entries) as KnownColumns;
  } catch {
    return {};
  }
}

/** Remembers what was said about headings. */
export function rememberColumns(columns: KnownColumns): void {
  const ofHeadings = Object.entries(columns).filter(([key]) => !isPlaceKey(key));
  keep(KEY, JSON.stringify(Object.fromEntries(ofHeadings.slice(-MAX_KNOWN))));
}
