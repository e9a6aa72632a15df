import { useSyncExternalStore } from "react";
import { keep, kept } from "../../ui/kept.ts";

/*
 * What somebody wrote in a step and did not send: it outlives a reload, a pause and the step itself, until it is sent, thrown away, or another
 * workshop begins. It stays on this device, and where that keeps nothing as long as the page.
 */

/** A text in a field of a step. */
export interface Unsent {
  readonly step: string;
  readonly person: string;
  readonly field: string;
  readonly text: string;
}

/** Where a workshop is held: leaving the plan on this device takes along what was not sent. */
export interface UnsentPlace {
  readonly planId: string;
  readonly session: string;
}

const keyOf = (planId: string): string => `planwand:unsent:${planId}`;

interface Held {
  readonly session: string;
  readonly texts: readonly Unsent[];
}

const held = new Map<string, Held>();
const listeners = new Set<() => void>();
const NONE: readonly Unsent[] = [];

function textsAt({ planId, session }: UnsentPlace): readonly Unsent[] {
  const known = held.get(planId) ?? parsed(kept(keyOf(planId)));
  held.set(planId, known);
  return known.session === session ? known.texts : NONE;
}

function parsed(text: string | null): Held {
  const none = { session: "", texts: [] };
  try {
    const value = JSON.parse(text ?? "null") as Partial<Held> | null;
    if (value === null || typeof value.session !== "string" || !Array.isArray(value.texts)) return none;
    return { session: value.session, texts: value.texts.filter(isUnsent) };
  } catch {
    return none;
  }
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== "object" || value === null) return false;
  return ["step", "person", "field", "text"].every((key) => typeof Reflect.get(value, key) === "string");
}

/** What was written in this session on this device and not sent. */
export function useUnsent(place: UnsentPlace): readonly Unsent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => textsAt(place),
  );
}

/** Keeps the text of a field; an empty one is forgotten. */
export function keepUnsent(place: UnsentPlace, { text, ...at }: Unsent): void {
  const texts = textsAt(place);
  const others = texts.filter(
    (one) => one.step !== at.step || one.person !== at.person || one.field !== at.field,
  );
  if (text === "" && others.length === texts.length) return;
  const next = { session: place.session, texts: text === "" ? others : [...others, { ...at, text }] };
  held.set(place.planId, next);
  keep(keyOf(place.planId), next.texts.length === 0 ? null : JSON.stringify(next));
  for (const listener of listeners) listener();
}
