import {
  cloneElement,
  type ComponentProps,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from "react";
import { prefetched } from "./prefetch.ts";

const load = prefetched(() => import("./popover-window.tsx"));
const PopoverWindow = lazy(async () => ({ default: (await load()).PopoverWindow }));

/** A small window at `trigger`, a button. Escape or a click elsewhere closes it. */
export function Popover({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "dialog",
        "aria-expanded": isOpen,
        onClick: () => setOpen(!isOpen),
      })}
      {isOpen && (
        <Suspense fallback={null}>
          <PopoverWindow anchor={button} label={label} onClose={() => setOpen(false)}>
            {children}
          </PopoverWindow>
        </Suspense>
      )}
    </>
  );
}
