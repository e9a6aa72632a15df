import type { ColumnReading } from "@planwand/shared/exchange/guess-columns.ts";
import type { Proposal, ProposedRow } from "@planwand/shared/exchange/proposal.ts";
import { type SheetName, SHEETS } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { Button } from "../../ui/button.tsx";
import { letterOf } from "@planwand/shared/exchange/column-letter.ts";
import styles from "./importing.module.css";
import type { Proposing } from "./use-proposal.ts";

/**
 * What stands in the file and is not taken over, such as sheets, columns, colours, and what people said and decided; and what nobody saw
 * in it that is.
 */
export function LeftBehind({
  proposal: { tables, leftOut, notes, rows, gone },
  proposing,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const hidden = rows.filter(
    ({ action, problems }) => action !== "refused" && problems.some(({ code }) => code === "hidden-row"),
  );
  const sheets = tables.filter(({ sheet, rows }) => sheet === null && rows > 0).map(({ table }) => table);
  const columns = new Set(
    tables.flatMap(({ sheet, columns: all }) =>
      sheet === null
        ? []
        : all.flatMap((column, at) =>
            staysBehind(sheet, column)
              ? [column.heading || t("importing.unheaded", { letter: letterOf(at) })]
              : [],
          ),
    ),
  );
  const lines = [
    ...(sheets.length === 0
      ? []
      : [t("importing.behind.sheets", { count: sheets.length, names: sheets.join(", ") })]),
    ...(columns.size === 0
      ? []
      : [t("importing.behind.columns", { count: columns.size, names: [...columns].join(", ") })]),
    ...tables.flatMap(({ passed }) =>
      (["section", "total", "heading"] as const).flatMap((why) => {
        const names = passed.filter((row) => row.why === why).map(({ text }) => text);
        return names.length === 0
          ? []
          : [t(`importing.passed.${why}`, { count: names.length, names: named(names) })];
      }),
    ),
    ...gone.map(({ sheet, count }) =>
      t("importing.behind.gone", { count, sheet: SHEETS[sheet].title[language] }),
    ),
    ...(leftOut.length === 0 ? [] : [t("importing.leftOut")]),
    ...notes.map(({ kind, names }) =>
      kind === "text-around"
        ? t("importing.behind.text-around")
        : t(`importing.behind.${kind}`, { count: names.length, names: named(names) }),
    ),
  ];
  if (lines.length === 0 && hidden.length === 0) return null;
  return (
    <ul className={styles.behind} aria-label={t("importing.behind.label")} data-testid="import-behind">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {hidden.length > 0 && <HiddenRows hidden={hidden} proposing={proposing} />}
    </ul>
  );
}

/** More than this many are counted. */
const NAMED = 8;

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  return [...new Set(names.slice(0, NAMED)), ...(more > 0 ? [`+${String(more)}`] : [])].join(", ");
}

/** How many rows that nobody saw come along, and a way to leave them all out. */
function HiddenRows({
  hidden,
  proposing,
}: {
  readonly hidden: readonly ProposedRow[];
  readonly proposing: Proposing;
}): ReactNode {
  const { t } = useTranslation();
  const coming = hidden.filter(({ isSkipped }) => !isSkipped);
  const isNone = coming.length === 0;
  return (
    <li className={styles.hidden}>
      {isNone
        ? t("importing.behind.hiddenLeft", { count: hidden.length })
        : t("importing.behind.hiddenRows", { count: coming.length })}
      <Button size="small" disabled={proposing.isBusy} onClick={() => proposing.skipAll(hidden, !isNone)}>
        {isNone ? t("importing.behind.takeHidden") : t("importing.behind.leaveHidden")}
      </Button>
    </li>
  );
}

/** It holds something, and is left out or worked out from elsewhere. Its number and its id are no loss. */
function staysBehind(sheet: SheetName, { key, sample, isRoles, period }: ColumnReading): boolean {
  if (sample === "" || key === "id" || key === "nr") return false;
  if (isRoles === true || period !== undefined) return false;
  return (
    key === null || SHEETS[sheet].columns.every((column) => column.key !== key || column.take === undefined)
  );
}
