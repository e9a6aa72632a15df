import i18next from "i18next";
import workerUrl from "../offline/service-worker.ts?worker&url";
import { ACTIVATE } from "../offline/shell-message.ts";
import { showToast } from "../ui/toaster.tsx";

/** How often an open page asks whether there is a newer version, in milliseconds. */
const ASK_EVERY_MS = 30 * 60_000;

/**
 * Has the browser keep the product's pages on this device, once the first page is there, and says when a newer version is ready.
 * Only over https or on this very machine; elsewhere, or when the browser refuses, plans open only with the server.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register(workerUrl).then(tellOfUpdates, () => undefined);
  };
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}

function tellOfUpdates(registration: ServiceWorkerRegistration): void {
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
  tellWhenReady(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") tellWhenReady(registration.waiting);
    });
  });
}

/** The first worker of a device takes over by itself; a later one waits until somebody wants it. */
function tellWhenReady(worker: ServiceWorker | null): void {
  if (worker === null || navigator.serviceWorker.controller === null) return;
  showToast(i18next.t("app.update.text"), {
    label: i18next.t("app.update.action"),
    kind: "update",
    stays: true,
    run() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage(ACTIVATE, { transfer: [] });
    },
  });
}
