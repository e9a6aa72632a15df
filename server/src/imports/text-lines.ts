import { listTable } from "@planwand/shared/exchange/list-table.ts";
import { areMinutes } from "@planwand/shared/exchange/minutes.ts";
import { recordTable } from "@planwand/shared/exchange/record-text.ts";
import { signOf, withoutListSign } from "@planwand/shared/exchange/list-sign.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";

/** The text of a document or a page, with its lists as they would stand in plain text: a sign before each item, and space for its level. */
export class TextLines {
  readonly #lines: string[] = [];
  #hasItems = false;
  #hasProse = false;

  /** Whether there is anything else than items and headings. */
  get hasProse(): boolean {
    return this.#hasProse;
  }

  /** An item of a list, as far in as its level. */
  item(text: string, indent: number): void {
    const line = oneLine(text);
    this.#hasItems ||= line !== "";
    this.#lines.push(`${" ".repeat(indent)}•\t${line}`);
  }

  /** What stands under an item without a sign of its own. */
  below(text: string, indent: number): void {
    const line = oneLine(text);
    if (line !== "") this.#lines.push(`${" ".repeat(indent + 4)}${line}`);
  }

  /** A paragraph; one that was typed with a sign before it is an item. */
  paragraph(text: string, indent = 0): void {
    const bare = text.trim();
    const sign = signOf(bare);
    if (bare === "") return;
    if (sign !== null && sign.length < bare.length) {
      this.item(bare.slice(sign.length), indent + (sign.isLower ? 2 : 0));
      return;
    }
    this.#hasProse = true;
    this.#lines.push("", oneLine(bare), "");
  }

  heading(text: string): void {
    this.#lines.push("", withoutListSign(oneLine(text)), "");
  }

  /** Ends a list: what follows is none of it. */
  end(): void {
    this.#lines.push("");
  }

  /** The list in the text, with what stands around it marked; null when there is none. */
  list(name: string, language: Language): RawTable | null {
    const text = this.#lines.join("\n");
    return this.#hasItems || areMinutes(this.#lines.filter((line) => line !== ""))
      ? listTable(text, name, language)
      : recordTable(text, name, language);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** What a table or a list without a heading above it is called: the name of its file could be that of a kind of table, such as a plan. */
export const NAMELESS: Readonly<Record<Language, { readonly table: string; readonly list: string }>> = {
  nl: { table: "Tabel", list: "Lijst" },
  en: { table: "Table", list: "List" },
};

/** Gives each table of a file a name that no other has. */
export class TableNames {
  readonly #given = new Map<string, number>();

  of(name: string): string {
    const times = (this.#given.get(name) ?? 0) + 1;
    this.#given.set(name, times);
    return times === 1 ? name : this.of(`${name} (${String(times)})`);
  }
}
