import { lazy, type ReactNode, Suspense } from "react";
import type { MenuProps } from "./menu-window.tsx";
import { prefetched } from "./prefetch.ts";

const load = prefetched(() => import("./menu-window.tsx"));
const MenuWindow = lazy(async () => ({ default: (await load()).MenuWindow }));

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
