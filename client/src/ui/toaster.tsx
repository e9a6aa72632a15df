import { lazy, type ReactNode, Suspense } from "react";
import type { ToastAction } from "./toasts.tsx";

const load = () => import("./toasts.tsx");
const Toasts = lazy(async () => ({ default: (await load()).Toasts }));

/** Where short messages appear; once on every page. */
export function Toaster(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Toasts />
    </Suspense>
  );
}

/** Shows a short message, which is also announced; with `action` it stays 8 s and the action can be reached by keyboard. */
export function showToast(text: string, action?: ToastAction): void {
  void load().then(({ addToast }) => addToast(text, action ?? null));
}
