import type { Language } from "../plan/schema.ts";
import { type RawCell } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { headingsAt } from "./headings.ts";
import { withoutListSign } from "./list-sign.ts";
import { SHEETS } from "./sheets.ts";

/* A text that says of each activity what it is on lines of its own: *Eigenaar: Examenbureau*, *Planning: week 40*. */

const LABEL = /^(\p{L}[\p{L} ./-]{1,30}?) ?: +(\S.*)$/u;
const BETWEEN = / ?\| ?|\t| {3,}/u;
/** Fewer is no text of this kind. */
const LEAST_RECORDS = 2;
const LEAST_LABELS = 2;
const LONGEST_TITLE = 14;
/** What a plan numbers its activities with. */
const NUMBERED =
  /^(?:maatregel|actie|actiepunt|activiteit|project|action) ?\d{1,3}(?:\.\d{1,3})*\.? ?[:–—-]? ?(?=\S)/iu;

interface Record {
  title: string;
  readonly values: Map<string, string>;
  readonly texts: string[];
}

/** The activities of such a text as a table, with the lines around them marked; null when it is none. */
export function recordTable(text: string, name: string, language: Language): RawTable | null {
  const lines = text.split("\n").map((line) => withoutListSign(line));
  const records: Record[] = [];
  const beside: string[] = [];
  let loose: string[] = [];
  for (const line of lines.filter((one) => one !== "")) {
    const labels = labelsIn(line);
    const last = records.at(-1);
    if (labels === null) loose.push(line);
    else if (loose.length > 0 || last === undefined || labels.some(([key]) => key === "title")) {
      const { title, before, texts } = titleIn(loose);
      // A sentence goes on about what was said before; anything else is a heading.
      for (const one of before) (last !== undefined && /[.!?]$/u.test(one) ? last.texts : beside).push(one);
      records.push({ title, values: new Map(labels), texts: [...texts] });
      loose = [];
    } else for (const [key, value] of labels) last.values.set(key, value);
  }
  const isWhole = records.every(({ title, values }) => title !== "" || values.has("title"));
  const full = records.filter(({ values }) => values.size >= LEAST_LABELS);
  if (!isWhole || full.length < LEAST_RECORDS || full.length * 2 < records.length) return null;
  return tableOf(records, [...beside, ...loose], name, language);
}

/** What a line says by labels that are columns of activities; null when it has none. */
function labelsIn(line: string): readonly (readonly [key: string, value: string])[] | null {
  const parts = line.split(BETWEEN).map((part) => LABEL.exec(part.trim()));
  const said = parts.flatMap((part) => {
    const key = part === null ? null : keyOf(part[1] ?? "");
    return key === null ? [] : [[key, part?.[2] ?? ""] as const];
  });
  return said.length === parts.length ? said : null;
}

function keyOf(label: string): string | null {
  return headingsAt([[label]], 0, "", SHEETS.activities, {}).keys[0] ?? null;
}

/** The last of these lines that reads like a title, what comes before it, and what it is about. */
function titleIn(lines: readonly string[]): {
  readonly title: string;
  readonly before: readonly string[];
  readonly texts: readonly string[];
} {
  const isTitle = (line: string): boolean =>
    !line.endsWith(".") && line.split(/\s+/u, LONGEST_TITLE + 1).length <= LONGEST_TITLE;
  const at = Math.max(0, lines.findLastIndex(isTitle));
  return {
    title: (lines[at] ?? "").replace(NUMBERED, ""),
    before: lines.slice(0, at),
    texts: lines.slice(at + 1),
  };
}

function tableOf(
  records: readonly Record[],
  around: readonly string[],
  name: string,
  language: Language,
): RawTable {
  const said = new Set(records.flatMap(({ values }) => [...values.keys()]));
  const keys = ["title", ...[...said].filter((key) => key !== "title" && key !== "what"), "what"];
  const headings = keys.map(
    (key) => SHEETS.activities.columns.find((column) => column.key === key)?.heading[language] ?? key,
  );
  const rows = records.map(({ title, values, texts }): readonly RawCell[] => {
    const all = new Map(values);
    all.set("title", values.get("title") ?? title);
    all.set("what", [values.get("what") ?? "", ...texts].filter((one) => one !== "").join("\n"));
    return keys.map((key) => all.get(key) ?? "");
  });
  const beside = around.map((line): readonly RawCell[] => [line]);
  return {
    name,
    rows: [headings, ...rows, ...beside],
    beside: new Set(beside.map((_, at) => rows.length + 1 + at)),
  };
}
