import { lazy, type ReactNode, Suspense } from "react";
import type { DialogProps } from "./dialog-window.tsx";
import { prefetched } from "./prefetch.ts";

const load = prefetched(() => import("./dialog-window.tsx"));
const DialogWindow = lazy(async () => ({ default: (await load()).DialogWindow }));

/** A window over the page: focus goes in, Escape closes it, and focus goes back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}
