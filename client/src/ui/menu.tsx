import { type ReactNode, Suspense } from "react";
import type { MenuProps } from "./menu-window.tsx";
import { part } from "./part.ts";

const MenuWindow = part(async () => (await import("./windows.ts")).MenuWindow);

/**
 * A menu at `anchor`, the button that opened it. It closes with Escape, a click elsewhere or a choice; focus is back on the button
 * before the chosen item runs. One menu serves any number of buttons, so that a button costs nothing until it is pressed.
 */
export function Menu(props: MenuProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <MenuWindow {...props} />
    </Suspense>
  );
}
