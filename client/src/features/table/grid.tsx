import type { TableColumn, TableOrder } from "@planwand/shared/views/table.ts";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import { useCoarse } from "../../ui/narrow.ts";
import { type CellWords, useColumnNames } from "./cell-words.ts";
import { EDITORS, type GridColumn, TICK, WIDTHS } from "./columns.ts";
import { GridGroup } from "./grid-group.tsx";
import { GridHead } from "./grid-head.tsx";
import { HEAD, meaningOf } from "./grid-keys.ts";
import { GridRow } from "./grid-row.tsx";
import styles from "./grid.module.css";
import type { Picking } from "./use-picking.ts";
import { cellAt, useStop } from "./use-stop.ts";
import type { Line } from "./use-table.ts";
import type { Writing } from "./use-writing.ts";

/** The activities as a grid: one tab stop, arrows between the cells, and only the lines in sight are drawn. */
export function Grid({
  lines,
  columns: shown,
  order,
  words,
  openDecisions,
  found,
  openId,
  canWrite,
  picking,
  writing,
  groupName,
  onSort,
  onFold,
  folded,
  onOpen,
}: {
  readonly lines: readonly Line[];
  readonly columns: readonly TableColumn[];
  readonly order: TableOrder;
  readonly words: CellWords;
  readonly openDecisions: ReadonlyMap<string, number>;
  readonly found: ReadonlySet<string> | null;
  readonly openId: string | null;
  readonly canWrite: boolean;
  readonly picking: Picking;
  readonly writing: Writing;
  readonly groupName: (of: readonly string[]) => string;
  readonly onSort: (column: TableColumn) => void;
  readonly onFold: (group: string) => void;
  readonly folded: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const rowHeight = useCoarse() ? 46 : 40;
  const nameOf = useColumnNames();
  const columns = useMemo(
    (): readonly GridColumn[] => (canWrite ? [TICK, ...shown] : shown),
    [shown, canWrite],
  );
  const stop = useStop(lines, columns, rowHeight);
  const helpId = useId();
  const wasStop = useRef(false);
  const { line, column, scroller, virtual } = stop;
  const at = lines[line];

  const write = (index: number, which: GridColumn): void => {
    const there = lines[index];
    if (there?.kind !== "card" || which === TICK || !canWrite || EDITORS[which] === null) return;
    const cell = cellAt(scroller.current, index, columns.indexOf(which));
    if (cell !== null) writing.begin(there.card, which, cell, lines);
  };
  const press = (index: number, which: GridColumn): void => {
    const there = lines[index];
    if (index === HEAD) {
      if (which === TICK) picking.pickAll();
      else onSort(which);
    } else if (there?.kind === "group") onFold(there.group.key);
    else if (there !== undefined && which === TICK) picking.toggle(there.key, false);
    else write(index, which);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-column], [data-group]"))
      return;
    const here = { line, column: columns.indexOf(column) };
    const meaning = meaningOf(event, here, { lines: lines.length, columns: columns.length });
    if (meaning === null) return;
    if (meaning.to === "pickNone" && picking.count === 0) return;
    event.preventDefault();
    switch (meaning.to) {
      case "cell": {
        const to = lines[meaning.line];
        if (meaning.isRange && at?.kind === "card" && to?.kind === "card") picking.extend([at.key, to.key]);
        stop.set(meaning.line, columns[meaning.column] ?? "title", true);
        break;
      }
      case "write":
        press(line, column);
        break;
      case "open":
        if (at?.kind === "card") onOpen(at.key);
        break;
      case "pick":
        if (at?.kind === "card") picking.toggle(at.key, false);
        else press(line, column);
        break;
      case "pickAll":
        picking.pickAll();
        break;
      case "pickNone":
        picking.none();
        break;
    }
  };
  /** The cell that an event is about, by numbers. */
  const cellOf = (target: EventTarget): { line: number; column: GridColumn } | null => {
    if (!(target instanceof Element)) return null;
    const row = target.closest<HTMLElement>("[aria-rowindex]");
    if (row === null) return null;
    const name = target.closest<HTMLElement>("[data-column]")?.dataset["column"];
    const which = columns.find((known) => known === name) ?? column;
    return { line: Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")) - 2, column: which };
  };
  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null || writing.isIn(event.target)) return;
    const there = lines[cell.line];
    const isOpener = event.target instanceof Element && event.target.closest("[data-open-card]") !== null;
    if (isOpener && there !== undefined) onOpen(there.key);
    else if (cell.column === TICK && there?.kind === "card") picking.toggle(there.key, event.shiftKey);
    else if (cell.line === HEAD || there?.kind === "group" || wasStop.current) press(cell.line, cell.column);
  };
  useEffect(() => {
    const { ended } = writing;
    if (ended === null) return;
    const index = lines.findIndex(({ key }) => key === ended.id);
    const next = columns.indexOf(ended.column) + (ended.where === "next" ? 1 : 0);
    stop.set(index, columns[Math.min(next, columns.length - 1)] ?? "title", true);
    writing.forgetEnd();
  });

  const opened = useRef(openId);
  useEffect(() => {
    const before = opened.current;
    opened.current = openId;
    const index = before !== null && openId === null ? lines.findIndex(({ key }) => key === before) : -1;
    if (index >= 0) stop.set(index, column, true);
  });

  const width = columns.reduce((sum, which) => sum + WIDTHS[which], 0);
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        className={styles.scroll}
        style={{ "--row": `${String(rowHeight)}px`, "--ticks": canWrite ? "44px" : "0px" }}
        aria-label={t("table.grid")}
        aria-describedby={helpId}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const cell = cellOf(event.target);
          wasStop.current =
            cell?.line === line &&
            cell.column === column &&
            document.activeElement?.contains(event.target as Node) === true;
        }}
        onFocus={(event) => {
          stop.isIn(true);
          const cell = cellOf(event.target);
          if (cell !== null && (cell.line !== line || cell.column !== column))
            stop.set(cell.line, cell.column, false);
        }}
        onBlur={({ target, relatedTarget }) => {
          if (relatedTarget instanceof Node && scroller.current?.contains(relatedTarget) === true) return;
          // A cell that goes with its line loses focus too; then it did not leave.
          requestAnimationFrame(() => {
            if (target.isConnected) stop.isIn(false);
          });
        }}
        onClick={onClick}
        onDoubleClick={(event) => {
          const cell = cellOf(event.target);
          if (cell !== null && cell.line >= 0 && !writing.isIn(event.target)) write(cell.line, cell.column);
        }}
      >
        <GridHead
          columns={columns}
          order={order}
          width={width}
          stop={line === HEAD ? column : null}
          picking={picking}
          nameOf={nameOf}
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ width: `max(100%, ${String(width)}px)`, height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const one = lines[index];
            if (one === undefined) return null;
            if (one.kind === "group")
              return (
                <GridGroup
                  key={key}
                  group={one.group}
                  name={groupName(one.group.of)}
                  index={index}
                  top={start}
                  span={columns.length}
                  isFolded={folded.has(one.group.key)}
                  isStop={index === line}
                />
              );
            return (
              <GridRow
                key={key}
                card={one.card}
                index={index}
                top={start}
                columns={columns}
                words={words}
                open={openDecisions.get(one.key) ?? 0}
                isPicked={picking.has(one.key)}
                isOpen={one.key === openId}
                isFilteredOut={found?.has(one.key) === false}
                stop={index === line ? column : null}
                writing={writing.inline?.id === one.key ? writing.inline.column : null}
                canWrite={canWrite}
                nameOf={nameOf}
                onDone={writing.end}
              />
            );
          })}
        </div>
      </div>
      <p id={helpId} className="visually-hidden">
        {t(canWrite ? "table.keys" : "table.keysReading")}
      </p>
    </>
  );
}
