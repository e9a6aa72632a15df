import {
  TABLE_COLUMNS,
  TABLE_GROUPS,
  type TableColumn,
  type TableGrouping,
  type TableOrder,
} from "@planwand/shared/views/table.ts";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { columnsFrom, keepColumns } from "./columns.ts";

/** What of the table is in the address, so that a link shows the same table. */
export interface TableAddress {
  readonly order: TableOrder;
  readonly columns: readonly TableColumn[];
  sortBy(sort: TableOrder["sort"]): void;
  groupBy(group: TableGrouping): void;
  showColumns(columns: readonly TableColumn[]): void;
}

/** The address of the table: `sort=-end` (a minus is down), `group=phase`, `columns=status,end`. */
export function useAddress(): TableAddress {
  const [params, setParams] = useSearchParams();
  const [sort, group, named] = [params.get("sort"), params.get("group"), params.get("columns")];
  const order = useMemo((): TableOrder => {
    const column = TABLE_COLUMNS.find((known) => known === sort?.replace(/^-/u, ""));
    return {
      sort: column === undefined ? null : { column, isDown: sort?.startsWith("-") === true },
      group: TABLE_GROUPS.find((known) => known === group) ?? "none",
    };
  }, [sort, group]);
  const columns = useMemo(() => columnsFrom(named), [named]);
  const put = (name: string, value: string | null): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return {
    order,
    columns,
    sortBy: (next) => put("sort", next === null ? null : `${next.isDown ? "-" : ""}${next.column}`),
    groupBy: (next) => put("group", next === "none" ? null : next),
    showColumns(next) {
      keepColumns(next);
      put("columns", next.join(","));
    },
  };
}

/** Pressed once a column sorts up, twice down, three times not at all. */
export function nextSort(now: TableOrder["sort"], column: TableColumn): TableOrder["sort"] {
  if (now?.column !== column) return { column, isDown: false };
  return now.isDown ? null : { column, isDown: true };
}
