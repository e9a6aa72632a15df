import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { isNote, type Proposal, type ProposedRow } from "@planwand/shared/exchange/proposal.ts";
import { SHEETS } from "@planwand/shared/exchange/sheets.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShortDays } from "../../fields/short-days.ts";
import { languageOf } from "../../i18n/setup.ts";
import { Button } from "../../ui/button.tsx";
import { excerpt } from "./excerpt.ts";
import styles from "./importing.module.css";
import { RowConflicts } from "./row-conflicts.tsx";
import type { Proposing } from "./use-proposal.ts";

/** More rows than this are shown when asked for. */
const SHOWN = 100;

/** Row by row what changes, and what could not be understood; a row can be left out. */
export function RowPreview({
  proposal: { rows, tables },
  proposing,
  isWhole,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
  /** A plan of its own is made: a file of a plan then comes as it is. */
  readonly isWhole: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [isAll, showAll] = useState(false);
  const telling = rows.filter(({ action, problems }) => action !== "same" || problems.length > 0);
  const isOfMany = new Set(telling.map(({ sheet }) => sheet)).size > 1;
  const shown = isAll ? telling : telling.slice(0, SHOWN);
  if (telling.length === 0) return <p className={styles.note}>{t("importing.nothing")}</p>;
  return (
    <section className={styles.part} aria-label={t("importing.rows")}>
      <ul className={styles.rows}>
        {shown.map((row) => (
          <Row
            key={row.key}
            row={row}
            proposing={proposing}
            canLeave={!isWhole || tables.length > 0}
            isOfMany={isOfMany}
          />
        ))}
      </ul>
      {shown.length < telling.length && (
        <Button size="small" onClick={() => showAll(true)}>
          {t("importing.showAll", { count: telling.length })}
        </Button>
      )}
    </section>
  );
}

function Row({
  row,
  proposing,
  canLeave,
  isOfMany,
}: {
  readonly row: ProposedRow;
  readonly proposing: Proposing;
  readonly canLeave: boolean;
  /** There are rows of several tables, so that each says of which it is. */
  readonly isOfMany: boolean;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const shortDays = useShortDays();
  const told = (text: string): string => (isLocalDate(text) ? shortDays(text) : excerpt(text));
  const { sheet, action, title, changes, problems, isSkipped } = row;
  const where = isOfMany ? [SHEETS[sheet].title[language]] : [];
  const at = row.row === 0 ? [] : [t("importing.rowNumber", { row: row.row })];
  const headingOf = (column: string | null): string =>
    SHEETS[sheet].columns.find((one) => one.key === column)?.heading[language] ?? "";
  // What both changed is told where it is chosen.
  const said = problems.filter(({ code }) => code !== "changed-since");
  return (
    <li className={styles.row} data-action={action} data-testid="import-row">
      <label className={styles.rowHead}>
        {canLeave && (
          <input
            type="checkbox"
            checked={!isSkipped && action !== "refused"}
            disabled={action === "refused" || proposing.isBusy}
            onChange={() => proposing.skip(row, !isSkipped)}
          />
        )}
        <span className={styles.badge}>{t(`importing.actions.${action}`)}</span>
        <span className={styles.rowTitle}>{title === "" ? t("importing.untitled") : title}</span>
        <span className={styles.sheet}>{[...where, ...at].join(" · ")}</span>
      </label>
      {action === "add" && changes.length > 0 && (
        <dl className={styles.values}>
          {changes
            .filter(({ column }) => column !== SHEETS[sheet].titleKey)
            .map(({ column, after }) => (
              <div key={column}>
                <dt>{headingOf(column)}</dt>
                <dd>{told(after)}</dd>
              </div>
            ))}
        </dl>
      )}
      {action !== "add" && changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(({ column, before, after }) => (
            <li key={column}>
              {headingOf(column)}: <del>{told(before)}</del> → <ins>{told(after)}</ins>
            </li>
          ))}
        </ul>
      )}
      {said.map(({ code, column, text, meant }, at) => (
        <p key={`${code} ${String(at)}`} className={styles.problem} data-note={isNote({ code }) || undefined}>
          {t(`importing.problems.${code}`, {
            column: headingOf(column),
            text: excerpt(text),
            meant: told(meant ?? ""),
          })}
        </p>
      ))}
      <RowConflicts row={row} proposing={proposing} />
    </li>
  );
}
