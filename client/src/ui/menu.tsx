import type { LucideIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { prefetched } from "./prefetch.ts";

export interface MenuItem {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

export interface MenuProps {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

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
