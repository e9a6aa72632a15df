import { type ReactNode, Suspense } from "react";
import type { DialogProps } from "./dialog-window.tsx";
import { part } from "./part.ts";

const DialogWindow = part(async () => (await import("./windows.ts")).DialogWindow);

/** A window over the page: focus goes in, Escape closes it, and focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}
