import { type Browser, chromium } from "playwright-core";
import { ensureChromium } from "../setup/chromium.ts";
import { PATIENCE_MS } from "../setup/patience.ts";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages that a test gives from the disk come from no address, and ask a server on this machine.
  "--disable-features=LocalNetworkAccessChecks",
];
/** The sandbox of the browser needs a user of its own; as root, in a container, there is none. */
const ROOT_FLAGS = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Short visits are over before what a compiler makes of the scripts is of use: without it a fifth of their work is saved. */
export const FOR_SHORT_VISITS = ["--js-flags=--no-opt --no-maglev"];

/** Starts a Chromium without a window. @throws Error when there is none on this machine. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = ensureChromium();
  if (executablePath === null) throw new Error("install Chromium, or set CHROMIUM_PATH to one");
  return chromium.launch({ executablePath, args: [...FLAGS, ...ROOT_FLAGS, ...flags], timeout: PATIENCE_MS });
}
