import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Programs of others by which documents are read back, and the Debian package of each. */
const PROGRAMS = { "/usr/bin/soffice": "libreoffice-writer-nogui", "/usr/bin/pdftotext": "poppler-utils" };

function missing(): string[] {
  return Object.entries(PROGRAMS).flatMap(([path, name]) => (existsSync(path) ? [] : [name]));
}

/**
 * Sees to it that the programs that read documents back are here; installs them first on Debian, as root.
 * @throws Error when they are not there and cannot be installed
 */
export function ensurePrograms(): void {
  const wanted = missing();
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`Installing ${wanted.join(" and ")} with apt-get.`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", ...wanted],
    ])
      spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  if (missing().length > 0) throw new Error(`install ${missing().join(" and ")}`);
}
