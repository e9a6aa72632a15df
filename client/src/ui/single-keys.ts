import { keep, kept } from "./kept.ts";

const KEY = "planwand:single-keys";
/** Where letters are typed: fields, and lists in which they choose. */
const TAKES_LETTERS = "input, textarea, select, [contenteditable=true], [role=menu], [role=listbox]";

/** Whether keys of one character do something on this device; who speaks to their computer wants them off. */
export function singleKeysAreOn(): boolean {
  return kept(KEY) !== "off";
}

export function setSingleKeys(isOn: boolean): void {
  keep(KEY, isOn ? null : "off");
}

/** Whether this press is a shortcut of one character: switched on, by itself, and not typed into anything. */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const isTyping = event.target instanceof Element && event.target.closest(TAKES_LETTERS) !== null;
  return !isTyping && singleKeysAreOn();
}
