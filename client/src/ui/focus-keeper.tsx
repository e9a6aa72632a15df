import { type ReactNode, useEffect } from "react";
import { focusOn } from "./focus.ts";

/** What takes focus by itself when it is pressed, and opens no keyboard on a phone. */
const PRESSED = "button:not([disabled]), a[href], summary, [role=button]";
/** What stands in a row with others of its kind. */
const ROW = "li, tr, [role=row], [role=listitem]";
/** What can be gone back to when nothing is left of a list. */
const AROUND = "li, [role=dialog], section, form, article, aside, main";
/** These look after their own focus. */
const OWN = "[role=grid]";

/** Looks after focus as long as the page is there; draws nothing. */
export function FocusKeeper(): ReactNode {
  useEffect(attachFocusKeeper, []);
  return null;
}

/**
 * Follows focus over the page: when what has it is taken out, by oneself or by another, what came in its place gets it, else the row
 * next to it, else what was around it. Nobody who works with keys has to begin at the top again. Returns how to stop.
 */
function attachFocusKeeper(): () => void {
  const attached = new AbortController();
  const { signal } = attached;
  let last: Element | null = null;
  /** How often focus came somewhere. */
  let comings = 0;
  /** What had it before a message was gone to. */
  let before: Element | null = null;
  document.addEventListener(
    "focusin",
    ({ target }) => {
      comings += 1;
      last = target instanceof Element ? target : null;
      if (last !== null && !isInMessage(last)) before = last;
    },
    { signal },
  );
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (target instanceof Node && last?.contains(target) !== true) last = null;
    },
    { signal, capture: true },
  );
  const observer = new MutationObserver((records) => {
    if (last === null || last.isConnected) return;
    const gone = last;
    last = null;
    if (isHeld()) return;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (record === undefined || !(record.target instanceof HTMLElement)) return;
    const next = isInMessage(gone) ? before : successor(records, record, record.target);
    if (!(next instanceof HTMLElement)) return;
    const known = comings;
    // Not within the press of a key by which it went: Enter would press what gets the focus.
    setTimeout(() => {
      // What got focus meanwhile and lost it again has a place of its own to go to.
      if (next.isConnected && comings === known && !isHeld())
        focusOn(next, { preventScroll: !next.matches(ROW) });
    });
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    attached.abort();
    observer.disconnect();
  };
}

/** Whether something on the page has focus. */
function isHeld(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** Messages come and go over the page; they are told from it by where they hang. */
function isInMessage(element: Element): boolean {
  return element.closest("[data-sonner-toast], [data-sonner-toaster]") !== null;
}

function successor(
  records: readonly MutationRecord[],
  removed: MutationRecord,
  parent: HTMLElement,
): Element | null {
  if (parent.closest(OWN) !== null) return null;
  const { previousSibling: previous, nextSibling: next } = removed;
  const instead = records.find(
    (record) =>
      record.addedNodes.length > 0 && record.target === parent && record.previousSibling === previous,
  );
  for (const node of instead?.addedNodes ?? [])
    if (node instanceof HTMLElement) return pressedIn(node) ?? node.closest(AROUND);
  const gone = [...removed.removedNodes].find((node) => node instanceof Element);
  const isRow = gone instanceof Element && gone.matches(ROW);
  for (const sibling of [next, previous])
    if (sibling instanceof Element && sibling.matches(isRow ? ROW : PRESSED)) return sibling;
  return parent.closest(AROUND);
}

function pressedIn(element: HTMLElement): Element | null {
  return element.matches(PRESSED) ? element : element.querySelector(PRESSED);
}
