import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real file system of `kibibytes`, which a test can fill to the last byte and empty again. */
export interface SmallDisk {
  readonly path: string;
  fill(): void;
  free(): void;
  remove(): void;
}

/** @throws Error saying what is needed, when this user may not mount a tmpfs. */
export function smallDisk(kibibytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), "planwand-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k`, "tmpfs", path]);
  } catch (cause) {
    throw new Error("this test mounts a small tmpfs: run it as root on Linux", { cause });
  }
  const filler = join(path, "filler");
  return {
    path,
    fill() {
      for (let chunk = 512 * 1024; chunk >= 1;) {
        try {
          writeFileSync(filler, Buffer.alloc(chunk), { flag: "a" });
        } catch {
          chunk = Math.floor(chunk / 2);
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
