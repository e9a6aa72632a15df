import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
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

/** A stretch of content that stands for another text. */
const REPLACED = /\/Span <<\s*\/ActualText (?:<[^>]*>|\(.*?\))\s*>> BDC(.*?)\bEMC\b/gsu;

/**
 * The same PDF without replacement texts, such as of the hyphen at the end of a line: pdfinfo leaves out what follows on one in the
 * same element. Its streams are no longer where its table of contents says, which pdfinfo then makes anew.
 */
function withoutReplacedText(pdf: Uint8Array): Uint8Array {
  const raw = Buffer.from(pdf).toString("latin1");
  let [changed, done] = ["", 0];
  for (const { 0: whole, 1: head = "", index } of raw.matchAll(/<<([^<>]*)>>\s*stream\r?\n/gu)) {
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1]);
    if (index < done || !head.includes("/FlateDecode") || Number.isNaN(length)) continue;
    const start = index + whole.length;
    const content = inflateSync(Buffer.from(raw.slice(start, start + length), "latin1")).toString("latin1");
    if (!content.includes("/ActualText")) continue;
    const plain = content.replace(REPLACED, "$1");
    changed += `${raw.slice(done, index)}<</Length ${String(plain.length)}>> stream\n${plain}`;
    done = start + length;
  }
  return Buffer.from((changed + raw.slice(done)).replace(/startxref\s+\d+/u, ""), "latin1");
}

/** The text of a tagged PDF as its structure has it: no contents, no numbers of headings, no marks of lists, nothing of the margins. */
export function pdfTaggedText(pdf: Uint8Array): string {
  const lines = run("pdfinfo", withoutReplacedText(pdf), (path) => ["-struct-text", path]).split("\n");
  let skippedAt = Number.POSITIVE_INFINITY;
  const kept = lines.filter((line, at) => {
    const indent = line.search(/\S/u);
    if (indent === -1 || indent > skippedAt) return false;
    skippedAt = /^(?:TOC|Lbl)\b/u.test(line.trim()) ? indent : Number.POSITIVE_INFINITY;
    const isNumber = /^"[\d.]+"$/u.test(line.trim()) && /^\s*H\d\b/u.test(lines[at - 1] ?? "");
    return line.trim().startsWith('"') && !isNumber;
  });
  return kept.join("\n");
}

/** Its bookmarks in order, each with the page to which it leads. */
export function pdfOutline(pdf: Uint8Array): { readonly title: string; readonly page: number }[] {
  const xml = run("pdftohtml", pdf, (path) => ["-xml", "-i", "-stdout", path]);
  const outline = xml.slice(xml.indexOf("<outline>"));
  return Array.from(outline.matchAll(/<item page="(\d+)">([^<]*)</gu), ([, page, title = ""]) => ({
    title: unescaped(title).replace(/\s+/gu, " ").trim(),
    page: Number(page),
  }));
}

function unescaped(xml: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return xml.replace(/&(#?)(\w+);/gu, (_all, isNumber: string, code: string) =>
    isNumber === "" ? (named[code] ?? "") : String.fromCodePoint(Number(code)),
  );
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
