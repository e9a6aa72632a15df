/** What opens over the page; fetched together. */
export { DialogWindow } from "./dialog-window.tsx";
export { MenuWindow } from "./menu-window.tsx";
export { PopoverWindow } from "./popover-window.tsx";
