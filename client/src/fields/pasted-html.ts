import { parseApart } from "./parse-apart.ts";
import { gridOf } from "./table-grid.ts";
import { makeLists } from "./word-lists.ts";

function bodyOf(html: string): HTMLElement {
  const body = parseApart(html);
  for (const element of body.querySelectorAll("template, script, title")) element.remove();
  return body;
}

/**
 * The rows of the table that is on the clipboard as HTML, as Excel, Word and web pages give it, with the line breaks in its cells; none
 * when most of it is something else, such as a message with a table in its signature. A cell that goes on for several rows is in each.
 */
export function tableRows(html: string): string[][] {
  const body = html === "" ? null : bodyOf(html);
  const table = body?.querySelector("table") ?? null;
  if (body === null || table === null || lengthOf(table) * 2 < lengthOf(body)) return [];
  makeLists(body);
  return gridOf(table)
    .map((cells) => cells.map((cell) => (cell === null ? "" : cellText(cell))))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

/** The text on the clipboard, with a sign before each item of its lists where that is to be seen in its HTML only. */
export function listedText(html: string, text: string): string {
  if (html === "") return text;
  const body = bodyOf(html);
  makeLists(body);
  return body.querySelector("li") === null ? text : linesOf(body, 0).join("\n");
}

const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "TR", "TABLE", "BR"]);

function linesOf(element: Element, depth: number): string[] {
  const lines: string[] = [];
  let line = "";
  const end = (): void => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  for (const node of element.childNodes) {
    if (node instanceof HTMLElement && BLOCKS.has(node.tagName)) {
      end();
      lines.push(...(node.tagName === "LI" ? itemLines(node, depth) : blockLines(node, depth)));
    } else line += (node.textContent ?? "").replace(/\s+/gu, " ");
  }
  end();
  return lines;
}

function blockLines(block: HTMLElement, depth: number): string[] {
  if (block.tagName === "BR") return [];
  const lines = linesOf(block, block.tagName === "UL" || block.tagName === "OL" ? depth + 1 : depth);
  // A paragraph of nothing parts what is above it from what is below.
  return lines.length === 0 && block.tagName === "P" ? [""] : lines;
}

function itemLines(item: HTMLElement, depth: number): string[] {
  const [first = "", ...rest] = linesOf(item, depth);
  const indent = "  ".repeat(Math.max(0, depth - 1));
  const more = rest.map((line) => (/^\s*•\t/u.test(line) ? line : `${indent}    ${line}`));
  return [`${indent}•\t${first}`, ...more];
}

const lengthOf = (element: Element): number => (element.textContent ?? "").replace(/\s+/gu, "").length;

function cellText(cell: HTMLElement): string {
  return nodeText(cell)
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/gu, " ").trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function nodeText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/\s+/gu, " ");
  if (!(node instanceof HTMLElement)) return "";
  if (node.tagName === "BR") return "\n";
  const inner = [...node.childNodes].map(nodeText).join("");
  return ["P", "DIV", "LI", "H1", "H2", "H3"].includes(node.tagName) ? `${inner}\n` : inner;
}
