import {
  cloneElement,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
  startTransition,
  Suspense,
  useRef,
  useState,
} from "react";
import { part } from "./part.ts";
import type { PopoverSize } from "./popover-window.tsx";

const PopoverWindow = part(async () => (await import("./windows.ts")).PopoverWindow);

/** A small window at `trigger`, a button. Escape or a click elsewhere closes it. */
export function Popover({
  trigger,
  label,
  size,
  children,
}: {
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly label: string;
  readonly size?: PopoverSize;
  /** What is in it; a function gets how to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "dialog",
        "aria-expanded": isOpen,
        onClick: () => startTransition(() => setOpen(!isOpen)),
      })}
      {isOpen && (
        // The window comes when all of it is there: no empty box first, and the page around it stays whatever has to be fetched.
        <Suspense fallback={null}>
          <PopoverWindow anchor={button} label={label} size={size} onClose={close}>
            {typeof children === "function" ? children(close) : children}
          </PopoverWindow>
        </Suspense>
      )}
    </>
  );
}
