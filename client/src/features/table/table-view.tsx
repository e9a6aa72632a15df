import { type ComponentType, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { CardList } from "./card-list.tsx";
import { useCellWords, useColumnNames } from "./cell-words.ts";
import { Grid } from "./grid.tsx";
import { PaperTable } from "./paper-table.tsx";
import styles from "./table.module.css";
import { TableTools } from "./table-tools.tsx";
import { nextSort, useAddress } from "./use-address.ts";
import { usePicking } from "./use-picking.ts";
import { inHeldOrder, useGroupName, useTable } from "./use-table.ts";
import { useWriting } from "./use-writing.ts";
import { WindowEditor } from "./window-editor.tsx";

/** All activities as a table to sort, group and write in; on a phone as cards. */
export function TableView({
  openId,
  onOpen,
  isHiding,
  Actions,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  /** Whether what the filter does not find is left out, rather than shown faintly. */
  readonly isHiding: boolean;
  /** What can be done with the picked activities together. */
  readonly Actions: ComponentType<{ readonly ids: readonly string[]; readonly onDone: () => void }>;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const address = useAddress();
  const { order, columns } = address;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { lines: now, found, total, openDecisions } = useTable(order, folded, isHiding);
  const writing = useWriting();
  const lines = inHeldOrder(now, writing.held);
  const picking = usePicking(lines);
  const words = useCellWords();
  const nameOf = useColumnNames();
  const groupName = useGroupName(order.group);
  const onFold = (group: string): void => {
    const next = new Set(folded);
    if (!next.delete(group)) next.add(group);
    setFolded(next);
  };
  const shared = {
    lines,
    columns,
    words,
    openDecisions,
    found,
    canWrite,
    picking,
    writing,
    groupName,
    folded,
    onFold,
    onOpen,
  };
  return (
    <ViewPage
      title={t("table.title")}
      intro={t(!canWrite ? "table.introReading" : isNarrow ? "table.introPhone" : "table.intro")}
      isWide
      tools={total === 0 ? null : <TableTools address={address} isNarrow={isNarrow} />}
    >
      {total === 0 ? <EmptyView text={t("table.none")} /> : null}
      {total > 0 && lines.length === 0 ? <EmptyView text={t("table.notFound")} /> : null}
      {lines.length === 0 ? null : (
        <div className={styles.screen}>
          {isNarrow ? (
            <CardList {...shared} />
          ) : (
            <div className={styles.fill}>
              <Grid
                {...shared}
                order={order}
                openId={openId}
                onSort={(column) => address.sortBy(nextSort(order.sort, column))}
              />
            </div>
          )}
        </div>
      )}
      {isPrinting && lines.length > 0 ? <PaperTable {...shared} /> : null}
      {writing.window === null ? null : (
        <WindowEditor
          key={`${writing.window.id} ${writing.window.column}`}
          at={writing.window}
          label={nameOf(writing.window.column)}
          onClose={writing.closeWindow}
        />
      )}
      {canWrite ? <Actions ids={picking.ids} onDone={picking.none} /> : null}
    </ViewPage>
  );
}
