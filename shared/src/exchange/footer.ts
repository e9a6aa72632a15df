import { isBlank, type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/* What people write below a table about the table: what its colours mean, where it comes from, who agreed with it. */

/** So begins what no activity is called. */
const ABOUT_TABLE =
  /^(?:legenda|legend|nb\b|n\.b\.|ps\b|let op|noot|voetnoot|laatste? (?:bijgewerkt|gewijzigd|wijziging|update|versie)|last (?:updated|modified|changed)|bijgewerkt|opgesteld|opgemaakt|gemaakt door|made by|akkoord|agreed|approved|goedgekeurd|paraaf|handtekening|signature|peildatum|stand per|status per|afgedrukt|printed|pagina|page|©|copyright)(?!\p{L})/u;
/** And so what says what it is. */
const SAID =
  /^(?:legenda|legend|bron|bronnen|sources?|toelichting|opmerking|opmerkingen|nb|let op|noot|noten|note|notes|voetnoot|versie|version|laatst bijgewerkt|last updated|vastgesteld|akkoord(?: [a-z]{1,20}){0,2}|contact|vragen|bijlage|bijlagen|peildatum) ?:/u;
/** A sign that something above refers to. */
const FOOTNOTE = /^(?:\*+|[¹²³]|\(\d\)|\[\d\]) ?\p{L}|^[\p{L}\p{N}\p{So}]{1,3} ?= ?\p{L}/u;
/** So begins a remark between rows. */
const BETWEEN =
  /^\s*(?:(?:NB|N\.B\.|PS|Let op|Noot|Nota bene|Note)\s?[:.!]|Voeg (?:nieuwe )?rijen toe|Insert new rows)/iu;
/** A row of an entry says more than this. */
const MOST_CELLS = 2;

/**
 * The table with the rows below its entries that are about the table itself marked as standing beside it: rows of few cells, from the
 * first on that begins like a note: more is taken for one after an empty row.
 */
export function withFooter(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  // Of a list it is known what stands around it.
  if (table.beside !== undefined || columns.some(({ key }) => key === "id")) return table;
  const filled = table.rows.map((cells) => cells.filter((cell) => !isBlank(cell)));
  const last = filled.findLastIndex((cells, row) => row > headingRow && cells.length > MOST_CELLS);
  if (last < 0) return table;
  const start = filled.findIndex((cells, row) => row > last && isNote(cells, filled[row - 1]?.length === 0));
  const beside = filled.flatMap((cells, row) => {
    const isBelow = start >= 0 && row >= start && cells.length > 0;
    const isBetween =
      row > headingRow && row < last && cells.length === 1 && BETWEEN.test(textOf(cells[0] ?? null));
    return isBelow || isBetween ? [row] : [];
  });
  return beside.length === 0 ? table : { ...table, beside: new Set(beside) };
}

function isNote(cells: readonly RawCell[], isApart: boolean): boolean {
  const text = textOf(cells[0] ?? null)
    .trim()
    .toLowerCase();
  if (FOOTNOTE.test(text) || SAID.test(text) || BETWEEN.test(text)) return true;
  return isApart && (ABOUT_TABLE.test(text) || text.endsWith(":"));
}
