import { Popover as Primitive } from "radix-ui";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { focusFirst } from "./first-focus.ts";
import styles from "./popover.module.css";

/** So long a page may lay itself out anew after the screen changed: a second. */
const SETTLING_FRAMES = 60;

/** As wide as a short text, as several columns beside each other, or as what is in it. */
export type PopoverSize = "text" | "columns" | "content";

/** The window itself, apart from `popover.tsx` because it is heavy and needed only when opened. */
export function PopoverWindow({
  anchor,
  label,
  size,
  onClose,
  children,
}: {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly size?: PopoverSize | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  // Who presses something else is already there: focus stays with what they pressed.
  const isLeft = useRef(false);
  useEffect(() => {
    // A phone that is turned, or whose keyboard comes: the window stays beside its button, or goes with it.
    let frame = 0;
    let left = 0;
    const keepBeside = (): void => {
      if (anchor.current?.isConnected !== true) return onClose();
      anchor.current.scrollIntoView({ block: "nearest", inline: "nearest" });
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(keepBeside);
    };
    const follow = (): void => {
      cancelAnimationFrame(frame);
      left = SETTLING_FRAMES;
      frame = requestAnimationFrame(keepBeside);
    };
    window.addEventListener("resize", follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("resize", follow);
    };
  }, [anchor, onClose]);
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Anchor virtualRef={anchor} />
      <Primitive.Portal>
        <Primitive.Content
          className={styles.popover}
          aria-label={label}
          data-size={size}
          align="end"
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.target instanceof HTMLElement) focusFirst(event.target);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!isLeft.current) anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            isLeft.current = true;
            // The button closes its own window; closing it here too would open it again.
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
          }}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
