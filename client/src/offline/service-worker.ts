import { ACTIVATE } from "./shell-message.ts";
import { shellAnswer } from "./shell-request.ts";

/*
 * Keeps the pages of the product on the device, so that a plan that was open here also opens without the server. Plans
 * themselves are kept by client/src/sync, never here. The build fills in the files and a version that changes with them.
 */
const VERSION = "__SHELL_VERSION__";
const FILES = "__SHELL_FILES__".split(" ");
const CACHE = `planwand-${VERSION}`;
const PAGE = "/";
/** A server that does not answer a page in this time is treated as away, in milliseconds. */
const PAGE_TIMEOUT_MS = 4_000;

interface WorkerScope {
  skipWaiting(): Promise<void>;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES]);
}

async function forgetOlderShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The newest page when the server answers, else the one kept here. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) });
    if (response.status < 500) return response;
  } catch {
    // No network, no server, or too slow: the page on this device will do.
  }
  return (await caches.match(PAGE)) ?? Response.error();
}

addEventListener("install", (event) => (event as LifeEvent).waitUntil(keepShell()));
addEventListener("activate", (event) => (event as LifeEvent).waitUntil(forgetOlderShells()));
addEventListener("message", (event) => {
  if (event.data === ACTIVATE) void (globalThis as unknown as WorkerScope).skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event as RequestEvent;
  const answer = shellAnswer(request, location.origin);
  if (answer === "none") return;
  (event as RequestEvent).respondWith(answer === "kept" ? kept(request) : page(request));
});
