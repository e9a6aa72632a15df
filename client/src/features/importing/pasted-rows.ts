/**
 * The rows of a table that was pasted: from its HTML, as Excel, Word and web pages give it, with the line breaks in its cells; else from
 * its text, tabs between cells, quotes around cells with lines of their own. A list without tabs has one cell a row.
 */
export function pastedRows(html: string, text: string): string[][] {
  const rows = html === "" ? [] : tableRows(html);
  return rows.length > 0 ? rows : textRows(text);
}

/** The page is only read: nothing in it is shown, fetched or run. */
function tableRows(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return [];
  return [...table.rows]
    .map((row) => [...row.cells].map(cellText))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

function cellText(cell: HTMLElement): string {
  const lines = [...cell.childNodes].map((node) => nodeText(node)).join("");
  return lines
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/gu, " ").trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function nodeText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/\s+/gu, " ");
  if (!(node instanceof HTMLElement) || node.tagName === "STYLE" || node.tagName === "SCRIPT") return "";
  if (node.tagName === "BR") return "\n";
  const inner = [...node.childNodes].map(nodeText).join("");
  return ["P", "DIV", "LI", "H1", "H2", "H3"].includes(node.tagName) ? `${inner}\n` : inner;
}

/** Cells between tabs; a cell that begins with a quote goes on to the quote that ends it. */
export function textRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
  };
  const whole = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < whole.length; at++) {
    const sign = whole.charAt(at);
    const closes = isQuoted && sign === '"' && whole.charAt(at + 1) !== '"';
    if (isQuoted && sign === '"' && !closes) {
      cell += '"';
      at++;
    } else if (closes) isQuoted = false;
    else if (!isQuoted && sign === '"' && cell === "" && whole.includes('"', at + 1)) isQuoted = true;
    else if (!isQuoted && sign === "\t") endCell();
    else if (!isQuoted && sign === "\n") endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}
