import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./menu.module.css";

interface MenuItem {
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

/** The menu itself, apart from `menu.tsx` because it is heavy and needed only when opened. */
export function MenuWindow({ anchor, label, items, onClose }: MenuProps): ReactNode {
  const chosen = useRef<MenuItem>(null);
  const { left, top, width, height } = anchor.getBoundingClientRect();
  useEffect(() => {
    // Another screen is another page: what the menu stands at is elsewhere, as it is with the menus of the system.
    window.addEventListener("resize", onClose);
    return () => window.removeEventListener("resize", onClose);
  }, [onClose]);
  return (
    <Primitive.Root open modal={false} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Trigger asChild>
        <button
          type="button"
          className={styles.anchor}
          style={{ left, top, width, height }}
          tabIndex={-1}
          aria-label={label}
        />
      </Primitive.Trigger>
      <Primitive.Portal container={anchor.closest<HTMLElement>("main, aside") ?? document.body}>
        <Primitive.Content
          className={styles.menu}
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.focus();
            chosen.current?.run();
          }}
        >
          {items.map((item) => (
            <Primitive.Item
              key={item.label}
              className={styles.item}
              onSelect={() => {
                chosen.current = item;
              }}
            >
              <item.icon size={16} aria-hidden />
              {item.label}
            </Primitive.Item>
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
