import { Popover as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import styles from "./popover.module.css";

/** A small window at `trigger`, a button. Escape or a click elsewhere closes it. */
export function Popover({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.popover}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={12}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
