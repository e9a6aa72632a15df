import { lazy, type ReactNode, Suspense } from "react";
import { prefetched } from "./prefetch.ts";

export interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

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
