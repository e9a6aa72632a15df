import { strFromU8, unzipSync } from "fflate";
import type { Report } from "@planwand/shared/report/report.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import { pdfTaggedText } from "./pdf.ts";
import { contentText, reportText } from "./report-text.ts";

/*
 * What a report says in each format, as one string of letters and digits in reading order: lines are broken, words hyphenated,
 * lists numbered and marks written in another way by each. Letters that a font may lack are left out everywhere.
 */

function letters(text: string): string {
  return text.normalize("NFKD").replace(/[^a-z0-9]+/giu, "");
}

/** What the report itself says, title page and all; what is paged has a heading above its contents. */
export function lettersOfReport(report: Report, form: "paged" | "flowing"): string {
  const { contents } = wordsOf(report.language);
  return letters(
    [
      report.subtitle,
      report.title,
      ...report.facts.flatMap(({ term, value }) => [term, contentText(value)]),
      ...(form === "paged" && report.sections.length > 1 ? [contents] : []),
      reportText(report),
    ].join("\n"),
  );
}

/** Where two texts begin to differ, with what stands there in each; null when they say the same. */
export function firstDifference(found: string, said: string): { found: string; said: string } | null {
  if (found === said) return null;
  const longest = Math.max(found.length, said.length);
  let at = 0;
  while (at < longest && found[at] === said[at]) at++;
  const near = (text: string): string => text.slice(Math.max(0, at - 40), at + 80);
  return { found: near(found), said: near(said) };
}

/** Of a tagged PDF: what a screen reader reads, without contents, numbers of headings and marks of lists. */
export function lettersOfPdf(pdf: Uint8Array): string {
  return letters(pdfTaggedText(pdf));
}

/** Of a Word document, without the contents. */
export function lettersOfWord(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  const body = xml.replace(/<w:sdt>.*?<\/w:sdt>/gsu, "");
  const texts = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) => text);
  return letters(texts.join("").replace(/&(?:lt|gt|amp|quot|apos);/gu, ""));
}

/** Of Markdown, where the subtitle stands below the title. */
export function lettersOfMarkdown(bytes: Uint8Array): string {
  const [title = "", subtitle = "", ...rest] = strFromU8(bytes).split("\n\n");
  const bare = [subtitle, title, ...rest]
    .join("\n\n")
    .replace(/^\| --- .*$/gmu, "")
    .replaceAll("<br>", " ")
    .replace(/\]\(<[^>]*>\)/gu, "]")
    .replace(/(^\s*|\| |<br>|br> )\d+\\?\. /gmu, "$1");
  return letters(bare);
}
