import type { ReactNode } from "react";
import { Toaster as Sonner, toast } from "sonner";
import styles from "./toaster.module.css";

const UNDO_MS = 8_000;
const PLAIN_MS = 4_000;

/** Where short messages appear; once on every page. */
export function Toaster(): ReactNode {
  return (
    <Sonner
      position="bottom-center"
      visibleToasts={3}
      toastOptions={{ unstyled: true, classNames: { toast: styles.slot ?? "" } }}
    />
  );
}

/** Shows a short message; `action` stays 8 s and is reachable by keyboard. Announced by the message list itself. */
export function showToast(
  text: string,
  action?: { readonly label: string; readonly run: () => void },
): void {
  toast.custom(
    (id) => (
      <div className={styles.toast} data-testid="toast">
        <span>{text}</span>
        {action !== undefined && (
          <button
            type="button"
            className={styles.action}
            onClick={() => {
              action.run();
              toast.dismiss(id);
            }}
          >
            {action.label}
          </button>
        )}
      </div>
    ),
    { duration: action === undefined ? PLAIN_MS : UNDO_MS },
  );
}
