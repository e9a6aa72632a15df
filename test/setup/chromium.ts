import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

function installOnDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Chromium is not here yet: installing it with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "chromium"],
  ]) {
    // Standard output is dropped: the package manager says much that nobody reads; its errors are shown.
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  }
}

/** The path of a Chromium to drive, installed first when that is possible; null when there is none. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  installOnDebian();
  return findChromium();
}
