import workerUrl from "../offline/service-worker.ts?worker&url";

/**
 * Has the browser keep the product's pages on this device, once the first page is there. Only over https or on this very
 * machine; elsewhere, or when the browser refuses, plans open only with the server.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register(workerUrl).catch(() => undefined);
  };
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
