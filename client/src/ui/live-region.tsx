import { type ReactNode, useSyncExternalStore } from "react";

type Urgency = "polite" | "assertive";
interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

let spoken: Spoken = { polite: "", assertive: "" };
const listeners = new Set<() => void>();
/** An invisible mark that makes a repeated sentence a new one, so that it is read again. */
const AGAIN = "\u00A0";

/** Has a screen reader say `text`: `assertive` interrupts, for what somebody is doing this moment. */
export function announce(text: string, urgency: Urgency): void {
  const same = spoken[urgency] === text;
  spoken = { ...spoken, [urgency]: same ? text + AGAIN : text };
  for (const listener of listeners) listener();
}

/** Where `announce` speaks; once on every page. */
export function LiveRegion(): ReactNode {
  const { polite, assertive } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => spoken,
  );
  return (
    <div className="visually-hidden" data-testid="live-region">
      <div aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </div>
  );
}
