import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePrograms } from "../setup/programs.ts";

/** What an independent program says of a PDF: pages, tags, title. @throws Error when it cannot read it */
export function pdfInfo(pdf: Uint8Array): string {
  return run("pdfinfo", pdf, (path) => [path]);
}

/** The structure of a tagged PDF, as an outline of its elements. */
export function pdfStructure(pdf: Uint8Array): string {
  return run("pdfinfo", pdf, (path) => ["-struct", path]);
}

/** The text of a PDF in the order of its content, words broken at the end of a line put together again. */
export function pdfText(pdf: Uint8Array): string {
  return run("pdftotext", pdf, (path) => ["-raw", path, "-"]).replace(/-\n(?=\p{Ll})/gu, "");
}

function run(program: string, pdf: Uint8Array, args: (path: string) => string[]): string {
  ensurePrograms();
  const folder = mkdtempSync(join(tmpdir(), "planwand-pdf-"));
  try {
    const path = join(folder, "a.pdf");
    writeFileSync(path, pdf);
    const { status, stdout, stderr } = spawnSync(program, args(path), { encoding: "utf8", maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an office document with LibreOffice and gives it back as PDF. @throws Error when that cannot open it */
export async function asPdf(file: Uint8Array, extension: string): Promise<Uint8Array> {
  ensurePrograms();
  const { readFile } = await import("node:fs/promises");
  const folder = mkdtempSync(join(tmpdir(), "planwand-office-"));
  try {
    writeFileSync(join(folder, `a${extension}`), file);
    const args = [
      `-env:UserInstallation=file://${join(folder, "profile")}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      join(folder, `a${extension}`),
    ];
    const { stderr } = spawnSync("soffice", args, { encoding: "utf8" });
    return await readFile(join(folder, "a.pdf")).catch(() => {
      throw new Error(`LibreOffice could not open it: ${stderr}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
