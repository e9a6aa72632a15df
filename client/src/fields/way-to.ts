import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";

/** The views in which entries of a plan are opened. */
export type EntryView = "activity" | "decisions" | "goals" | "people" | "communication" | "parking";

/** Opens a view of the plan with an entry in it. */
export type ShowEntry = (view: EntryView, id: string | null) => void;

/** The view in which an entry of a kind is opened, or the plan itself; null for what is changed on the wall. */
export function wayTo(kind: EntryKind | "meta", id: string): Parameters<ShowEntry> | null {
  switch (kind) {
    case "activities":
      return ["activity", id];
    case "decisions":
      return ["decisions", id];
    case "parties":
      return ["people", id];
    case "communications":
      return ["communication", id];
    case "goals":
    case "phases":
    case "domains":
    case "meta":
      return ["goals", null];
    case "parking":
      return ["parking", null];
    case "blackouts":
    case "cells":
    case "waivers":
      return null;
  }
}
