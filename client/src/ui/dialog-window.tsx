import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import { IconButton } from "./button.tsx";
import styles from "./dialog.module.css";
import { focusField, rememberFocus, returnFocus } from "./first-focus.ts";

export interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** It shows rows of much in it, as a table does. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The window itself, apart from `dialog.tsx` because it is heavy and needed only when opened. */
export function DialogWindow({
  title,
  description,
  closeLabel,
  onClose,
  isWide = false,
  children,
}: DialogProps): ReactNode {
  const dialog = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [before] = useState(rememberFocus);
  return (
    <Primitive.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.overlay} />
        <Primitive.Content
          ref={dialog}
          className={styles.dialog}
          data-wide={isWide || undefined}
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (dialog.current !== null) focusField(dialog.current, body.current);
          }}
          onEscapeKeyDown={(event) => {
            // A field that gives up by itself what was typed in it keeps the window.
            if (event.target instanceof Element && event.target.closest("[data-own-escape]") !== null)
              event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            // Whatever closed it may have put focus somewhere already.
            if (activeElement === null || activeElement === document.body) returnFocus(before);
          }}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <div className={styles.head}>
            <Primitive.Title className={styles.title}>{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={closeLabel}>
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </div>
          <div ref={body} className={styles.body}>
            {description !== undefined && (
              <Primitive.Description className={styles.description}>{description}</Primitive.Description>
            )}
            {children}
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
