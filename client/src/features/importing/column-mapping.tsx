import type { ColumnReading, TableReading } from "@planwand/shared/exchange/guess-columns.ts";
import { columnKey } from "@planwand/shared/exchange/headings.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { type SheetName, SHEETS, SHEET_NAMES } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { letterOf } from "@planwand/shared/exchange/column-letter.ts";
import styles from "./importing.module.css";
import type { Proposing } from "./use-proposal.ts";

const LEAVE_OUT = "";
const NO_HEADINGS = -1;

/** What each table and each column of the file is, and where its headings stand; what was guessed can be put right. */
export function ColumnMapping({
  proposal: { tables },
  proposing,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
}): ReactNode {
  const { t } = useTranslation();
  if (tables.length === 0) return null;
  const isClear = tables.every(({ sheet, columns }) =>
    sheet === null ? true : columns.every((column) => isUnderstood(column) || column.sample === ""),
  );
  return (
    <details className={styles.part} open={!isClear && tables.length === 1}>
      <summary>{t("importing.columns")}</summary>
      {tables.map((table) => (
        <TableColumns key={table.table} table={table} proposing={proposing} />
      ))}
    </details>
  );
}

function isUnderstood({ key, isRoles, period }: ColumnReading): boolean {
  return key !== null || isRoles === true || period !== undefined;
}

function TableColumns({
  table,
  proposing,
}: {
  readonly table: TableReading;
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const { choices, choose } = proposing;
  const { table: name, sheet, isMatrix, headingRow, columns, rows, top } = table;
  const leaveOut = { value: LEAVE_OUT, label: t("importing.leaveOut") };
  return (
    <fieldset className={styles.table}>
      <legend>{name === "" ? t("importing.pastedTable") : name}</legend>
      <div className={styles.columns}>
        <SelectField
          label={t("importing.holds", { count: rows })}
          value={sheet ?? LEAVE_OUT}
          options={[
            leaveOut,
            ...SHEET_NAMES.map((one) => ({ value: one, label: SHEETS[one].title[language] })),
          ]}
          onChange={(value) =>
            choose({
              sheets: { ...choices.sheets, [name]: SHEET_NAMES.find((one) => one === value) ?? null },
            })
          }
        />
        {sheet !== null && (
          <SelectField
            label={t("importing.headings.label")}
            value={String(headingRow)}
            options={[
              { value: String(NO_HEADINGS), label: t("importing.headings.none") },
              ...top.flatMap((text, row) =>
                text === "" && row !== headingRow
                  ? []
                  : [{ value: String(row), label: t("importing.headings.row", { row: row + 1, text }) }],
              ),
            ]}
            onChange={(value) => choose({ headings: { ...choices.headings, [name]: Number(value) } })}
          />
        )}
      </div>
      {isMatrix && <p className={styles.note}>{t("importing.matrix")}</p>}
      {sheet !== null && !isMatrix && (
        <div className={styles.columns}>
          {columns.map((column, at) => (
            <ColumnChoice
              key={`${String(at)} ${column.heading}`}
              column={column}
              at={at}
              table={{ name, sheet, headings: columns.map(({ heading }) => heading) }}
              proposing={proposing}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** What one column is; nothing for one without anything in it. */
function ColumnChoice({
  column: { heading, key, sample, isRoles, period },
  at,
  table: { name, sheet, headings },
  proposing: { choices, choose },
}: {
  readonly column: ColumnReading;
  readonly at: number;
  readonly table: {
    readonly name: string;
    readonly sheet: SheetName;
    readonly headings: readonly string[];
  };
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  if (heading === "" && sample === "") return null;
  const called = heading === "" ? t("importing.unheaded", { letter: letterOf(at) }) : heading;
  const told = isRoles === true ? "roles" : period === undefined ? "leaveOut" : "bars";
  const taken = SHEETS[sheet].columns.filter((column) => column.take !== undefined || column.key === "id");
  return (
    <SelectField
      label={sample === "" ? called : t("importing.column", { heading: called, sample })}
      value={key ?? LEAVE_OUT}
      options={[
        { value: LEAVE_OUT, label: told === "leaveOut" ? t("importing.leaveOut") : t(`importing.${told}`) },
        ...taken.map((column) => ({ value: column.key, label: column.heading[language] })),
      ]}
      onChange={(value) =>
        choose({
          columns: {
            ...choices.columns,
            [columnKey(sheet, name, at, headings)]: value === LEAVE_OUT ? null : value,
          },
        })
      }
    />
  );
}
