import { TABLE_COLUMNS, TABLE_GROUPS } from "@planwand/shared/views/table.ts";
import { ArrowDownUp, Columns3Cog } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { useColumnNames } from "./cell-words.ts";
import styles from "./table.module.css";
import type { TableAddress } from "./use-address.ts";

/** What the table is grouped by, which columns it has, and on a phone also the order. */
export function TableTools({
  address: { order, columns, sortBy, groupBy, showColumns },
  isNarrow,
}: {
  readonly address: TableAddress;
  readonly isNarrow: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useColumnNames();
  return (
    <>
      <label className={styles.choice}>
        <span>{t("table.group")}</span>
        <select
          value={order.group}
          onChange={(event) =>
            groupBy(TABLE_GROUPS.find((known) => known === event.currentTarget.value) ?? "none")
          }
        >
          {TABLE_GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`table.groups.${group}`)}
            </option>
          ))}
        </select>
      </label>
      {isNarrow ? (
        <>
          <label className={styles.choice}>
            <span>{t("table.sort")}</span>
            <select
              value={order.sort?.column ?? ""}
              onChange={(event) => {
                const column = TABLE_COLUMNS.find((known) => known === event.currentTarget.value);
                sortBy(column === undefined ? null : { column, isDown: order.sort?.isDown === true });
              }}
            >
              <option value="">{t("table.asWall")}</option>
              {TABLE_COLUMNS.map((column) => (
                <option key={column} value={column}>
                  {nameOf(column)}
                </option>
              ))}
            </select>
          </label>
          <IconButton
            label={t("table.turn")}
            variant="secondary"
            aria-pressed={order.sort?.isDown === true}
            disabled={order.sort === null}
            onClick={() => {
              if (order.sort !== null) sortBy({ ...order.sort, isDown: !order.sort.isDown });
            }}
          >
            <ArrowDownUp aria-hidden />
          </IconButton>
        </>
      ) : null}
      <Popover
        label={t("table.chooseColumns")}
        trigger={
          <Button>
            <Columns3Cog aria-hidden />
            {t("table.chooseColumns")}
          </Button>
        }
      >
        <fieldset className={styles.columns}>
          <legend>{t("table.chooseColumns")}</legend>
          {TABLE_COLUMNS.map((column) => (
            <label key={column} className={styles.column}>
              <input
                type="checkbox"
                checked={columns.includes(column)}
                disabled={column === "title"}
                onChange={(event) =>
                  showColumns(
                    TABLE_COLUMNS.filter((known) =>
                      known === column ? event.currentTarget.checked : columns.includes(known),
                    ),
                  )
                }
              />
              <span>{nameOf(column)}</span>
            </label>
          ))}
        </fieldset>
      </Popover>
    </>
  );
}
