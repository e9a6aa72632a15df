import { Popover as Primitive } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import styles from "./popover.module.css";

/** The window itself, apart from `popover.tsx` because it is heavy and needed only when opened. */
export function PopoverWindow({
  anchor,
  label,
  onClose,
  children,
}: {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  // Who presses something else is already there: focus stays with what they pressed.
  const isLeft = useRef(false);
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Anchor virtualRef={anchor} />
      <Primitive.Portal>
        <Primitive.Content
          className={styles.popover}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={12}
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
