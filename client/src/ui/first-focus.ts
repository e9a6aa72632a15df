/** What takes focus with the keyboard, links included. */
const FOCUSABLE =
  "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable='true']";
const FIELD = "input, select, textarea, [contenteditable='true']";
/** Fields whose focus calls up the keyboard of a phone, which covers half of the window. */
const TYPED =
  "textarea, [contenteditable='true'], input:not([type=checkbox], [type=radio], [type=range], [type=file])";

function usable(root: HTMLElement, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => !element.matches(":disabled, [type=hidden], [type=file]") && element.checkVisibility(),
  );
}

const canBeFocused = (element: HTMLElement): boolean =>
  !(matchMedia("(pointer: coarse)").matches && element.matches(TYPED));

/** What a small window begins at: the entry of a list that is chosen now, else the first that can be pressed or filled in. */
export function focusFirst(window: HTMLElement): void {
  const [current] = usable(window, "[aria-current]:not([aria-current='false'])");
  const first = current ?? usable(window, FOCUSABLE).find(canBeFocused);
  (first ?? window).focus({ preventScroll: first === undefined });
}

/** What a window over the page begins at: its first field; without one the window itself, so that it is read from its title on. */
export function focusField(window: HTMLElement, body: HTMLElement | null): void {
  const [field] = body === null ? [] : usable(body, FIELD);
  if (field !== undefined && canBeFocused(field)) field.focus();
  else window.focus({ preventScroll: true });
}

/** Where the focus is now, with what is around it in case it goes meanwhile. */
export function rememberFocus(): readonly HTMLElement[] {
  const around: HTMLElement[] = [];
  for (let element = document.activeElement; element !== null; element = element.parentElement)
    if (element instanceof HTMLElement) around.push(element);
  return around;
}

/** Gives focus back to where it was, or, when that is gone, to the nearest around it that takes focus, or to the page's content. */
export function returnFocus(around: readonly HTMLElement[]): void {
  const here = around.filter((element) => element.isConnected && element !== document.body);
  const takes = here.find((element) => element.tabIndex >= 0 || element.hasAttribute("tabindex"));
  (takes ?? document.querySelector<HTMLElement>("main[tabindex]"))?.focus({ preventScroll: true });
}

/** Brings whoever sent a form with mistakes to the first of them, once it is shown. */
export function focusMistake(form: HTMLElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>("[aria-invalid=true], [data-mistake] input")?.focus();
  });
}
