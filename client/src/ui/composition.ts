/** What `keyCode` is of a key that an input method has taken (UI Events, legacy key attributes). */
const TAKEN = 229;

/**
 * While an input method makes a character of several keys these are its own: Enter chooses, Escape takes back. Nothing of the page hears
 * them. Some browsers tell of the last one by its code alone. An editor of text with markup follows them itself.
 */
export function keepCompositionApart(): void {
  window.addEventListener("keydown", onKeyDown, { capture: true });
}

function onKeyDown(event: KeyboardEvent): void {
  if (!event.isComposing && event.keyCode !== TAKEN) return;
  const isInEditor = event.target instanceof HTMLElement && event.target.isContentEditable;
  if (!isInEditor) event.stopPropagation();
}
