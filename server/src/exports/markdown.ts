import type { Block, Content, ContentBlock, Run } from "@planwand/shared/report/blocks.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { Report } from "@planwand/shared/report/report.ts";
import { type MakeFile, utf8 } from "./format.ts";

/** The report as Markdown (CommonMark with the tables of GitHub). */
export const makeMarkdown: MakeFile = ({ source, options }) =>
  utf8(markdownOf(composeReport(source, options)));

function markdownOf(report: Report): string {
  const cover = [
    `# ${line(report.title)}`,
    line(report.subtitle),
    report.facts.map(({ term, value }) => `- **${line(term)}:** ${inCell(value)}`).join("\n"),
  ];
  const sections = report.sections.flatMap(({ title, blocks }) => [
    `## ${line(title)}`,
    ...blocks.map(blockOf),
  ]);
  return `${[...cover, ...sections].filter((part) => part !== "").join("\n\n")}\n`;
}

function blockOf(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${line(block.text)}`;
    case "text":
      return contentOf(block.content);
    case "table": {
      const width = block.columns.length;
      const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
      const rows = block.rows.map((one) =>
        row(
          one.kind === "band"
            ? [`**${line(one.text)}**`, ...Array.from({ length: width - 1 }, () => "")]
            : one.cells.map(inCell),
        ),
      );
      const head = [row(block.columns.map(({ title }) => line(title))), row(block.columns.map(() => "---"))];
      return [...head, ...rows].join("\n");
    }
  }
}

function contentOf(content: Content): string {
  return content.map((block) => richBlock(block, "")).join("\n\n");
}

function richBlock(block: ContentBlock, indent: string): string {
  if (block.type === "paragraph") return indent + inline(block.runs, `\\\n${indent}`);
  return block.items
    .map((item, index) => {
      const mark = block.type === "bulletList" ? "-" : `${index + 1}.`;
      const inner = " ".repeat(mark.length + 1);
      const text = item.map((one) => richBlock(one, indent + inner)).join("\n\n");
      return `${indent}${mark} ${text.trimStart()}`;
    })
    .join("\n");
}

/** Content in one line, as the cells of a table need it. */
function inCell(content: Content): string {
  return content.map((block) => cellBlock(block)).join("<br>");
}

function cellBlock(block: ContentBlock): string {
  if (block.type === "paragraph") return inline(block.runs, "<br>");
  return block.items
    .map((item, index) => {
      const mark = block.type === "bulletList" ? "•" : `${index + 1}\\.`;
      return `${mark} ${item.map(cellBlock).join("<br>")}`;
    })
    .join("<br>");
}

function inline(runs: readonly Run[], newline: string): string {
  return runs
    .map((run) => {
      const { text, link } = run;
      const lines = text.split(/\r\n|\r|\n/u).map(line);
      const marked = lines.map((one) => emphasised(one, run));
      const shown = marked.join(newline);
      return link === undefined ? shown : `[${shown}](<${address(link)}>)`;
    })
    .join("");
}

/** Marks must touch what they mark: spaces go outside of them. */
function emphasised(text: string, { bold, italic, struck }: Run): string {
  const mark = `${struck === true ? "~~" : ""}${bold === true ? "**" : ""}${italic === true ? "*" : ""}`;
  const core = text.trim();
  if (mark === "" || core === "") return text;
  const end = mark.split("").toReversed().join("");
  const start = text.indexOf(core);
  return `${text.slice(0, start)}${mark}${core}${end}${text.slice(start + core.length)}`;
}

function address(link: string): string {
  return link.replace(/[<>\\\s]/gu, (found) => encodeURIComponent(found));
}

/**
 * Whatever Markdown reads as more than itself, within a line: signs of markup, and where an entity, an address or a name of somebody would
 * be seen in a text.
 */
const SPECIAL =
  /[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=\])\(|&(?=#?\w+;)|:(?=\/\/|\w+:)|(?<=mailto|xmpp):|@(?=[\w-])|(?<=www)\./giu;
/** What begins a block at the start of a line: a heading, a rule, an item of a list. */
const BLOCK = /^\s*(?:[#=]|[-+](?=\s|[-+]|$)|\d+[.)](?=\s|$))/u;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** A text in one line, where nothing of it is markup. */
function line(text: string): string {
  const flat = text.replace(CONTROL, " ").replace(SPECIAL, (found) => `\\${found}`);
  return flat.replace(BLOCK, (all) => `${all.slice(0, -1)}\\${all.slice(-1)}`);
}
