import { headingKey, type TableReading } from "@planwand/shared/exchange/guess-columns.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { SHEETS, SHEET_NAMES } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./importing.module.css";
import type { Proposing } from "./use-proposal.ts";

const LEAVE_OUT = "";

/** What each table and each column of the file is; what was guessed can be put right. */
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
    sheet === null ? true : columns.every(({ key, sample }) => key !== null || sample === ""),
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

function TableColumns({
  table: { table, sheet, columns, rows },
  proposing,
}: {
  readonly table: TableReading;
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const { choices, choose } = proposing;
  const leaveOut = { value: LEAVE_OUT, label: t("importing.leaveOut") };
  const keys =
    sheet === null
      ? []
      : SHEETS[sheet].columns.filter((column) => column.take !== undefined || column.key === "id");
  return (
    <fieldset className={styles.table}>
      <legend>{table === "" ? t("importing.pastedTable") : table}</legend>
      <SelectField
        label={t("importing.holds", { count: rows })}
        value={sheet ?? LEAVE_OUT}
        options={[
          leaveOut,
          ...SHEET_NAMES.map((name) => ({ value: name, label: SHEETS[name].title[language] })),
        ]}
        onChange={(value) =>
          choose({
            sheets: { ...choices.sheets, [table]: SHEET_NAMES.find((name) => name === value) ?? null },
          })
        }
      />
      <div className={styles.columns}>
        {sheet !== null &&
          columns
            .filter(({ heading }) => heading !== "")
            .map(({ heading, key, sample }, at) => (
              <SelectField
                key={`${String(at)} ${heading}`}
                label={sample === "" ? heading : t("importing.column", { heading, sample })}
                value={key ?? LEAVE_OUT}
                options={[
                  leaveOut,
                  ...keys.map((column) => ({ value: column.key, label: column.heading[language] })),
                ]}
                onChange={(value) =>
                  choose({
                    columns: {
                      ...choices.columns,
                      [headingKey(sheet, heading)]: value === LEAVE_OUT ? null : value,
                    },
                  })
                }
              />
            ))}
      </div>
    </fieldset>
  );
}
