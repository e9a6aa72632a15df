import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The same browser engine without the parts that draw windows: half the work for each page. */
const HEADLESS = "/usr/bin/chromium-headless-shell";
const USUAL_PLACES = [
  HEADLESS,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where whoever runs the tests says that it is. */
const named = process.env["CHROMIUM_PATH"] ?? "";

function findChromium(): string | null {
  if (named !== "") return existsSync(named) ? named : null;
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function installOnDebian(): void {
  console.log("The Chromium for tests is not here yet: installing it with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq"];
  // Standard output is dropped: the package manager says much that nobody reads; its errors are shown.
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  apt("update", "-qq");
  apt(...install, "chromium-headless-shell");
  // Some releases have it only as a part of the whole.
  if (findChromium() === null) apt(...install, "chromium");
}

/** The path of a Chromium to drive, installed first when that is possible; null when there is none. */
export function ensureChromium(): string | null {
  if (named === "" && findChromium() !== HEADLESS && isRootOnDebian()) installOnDebian();
  return findChromium();
}
