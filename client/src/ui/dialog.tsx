import { type ReactNode, Suspense } from "react";
import type { DialogProps } from "./dialog-window.tsx";
import styles from "./dialog.module.css";
import { part } from "./part.ts";

/** The buttons at the foot of a window with much in it: they stay in view while the rest scrolls. */
export function DialogActions({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.actions}>{children}</div>;
}

const DialogWindow = part(async () => (await import("./windows.ts")).DialogWindow);

/** A window over the page: focus goes in, Escape closes it, and focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}
