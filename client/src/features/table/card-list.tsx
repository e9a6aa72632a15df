import type { TableColumn } from "@planwand/shared/views/table.ts";
import { ChevronRight, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { IconButton } from "../../ui/button.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import styles from "./card-list.module.css";
import { CellValue } from "./cell-value.tsx";
import { type CellWords, useColumnNames } from "./cell-words.ts";
import { EDITORS } from "./columns.ts";
import { InlineEditor } from "./inline-editor.tsx";
import type { Picking } from "./use-picking.ts";
import type { Line } from "./use-table.ts";
import type { Writing } from "./use-writing.ts";

/** The height of most cards, in pixels; the real one is measured. */
const USUAL_HEIGHT = 210;

/** The table on a phone: a card for each activity, with the same fields to write. Only those in sight are drawn. */
export function CardList({
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
}: {
  readonly lines: readonly Line[];
  readonly columns: readonly TableColumn[];
  readonly words: CellWords;
  readonly openDecisions: ReadonlyMap<string, number>;
  readonly found: ReadonlySet<string> | null;
  readonly canWrite: boolean;
  readonly picking: Picking;
  readonly writing: Writing;
  readonly groupName: (of: readonly string[]) => string;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (group: string) => void;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <VirtualList
      label={t("table.grid")}
      keys={lines.map(({ key }) => key)}
      heightOf={(index) => (lines[index]?.kind === "group" ? 48 : USUAL_HEIGHT)}
    >
      {(index) => {
        const line = lines[index];
        if (line === undefined) return null;
        if (line.kind === "group")
          return (
            <button
              type="button"
              className={styles.group}
              aria-expanded={!folded.has(line.group.key)}
              onClick={() => onFold(line.group.key)}
            >
              <ChevronRight size={18} aria-hidden />
              <span className={styles.groupName}>{groupName(line.group.of)}</span>
              <span className={styles.count}>
                {t("table.count", { count: line.group.cards.length, done: line.group.done })}
              </span>
            </button>
          );
        return (
          <Card
            card={line.card}
            columns={columns}
            words={words}
            open={openDecisions.get(line.key) ?? 0}
            isFilteredOut={found?.has(line.key) === false}
            canWrite={canWrite}
            picking={picking}
            writing={writing}
            lines={lines}
            onOpen={onOpen}
          />
        );
      }}
    </VirtualList>
  );
}

function Card({
  card,
  columns,
  words,
  open,
  isFilteredOut,
  canWrite,
  picking,
  writing,
  lines,
  onOpen,
}: {
  readonly card: CardSnapshot;
  readonly columns: readonly TableColumn[];
  readonly words: CellWords;
  readonly open: number;
  readonly isFilteredOut: boolean;
  readonly canWrite: boolean;
  readonly picking: Picking;
  readonly writing: Writing;
  readonly lines: readonly Line[];
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useColumnNames();
  const title = words(card, "title");
  const written = writing.inline?.id === card.id ? writing.inline.column : null;
  return (
    <article
      className={styles.card}
      data-line={card.id}
      data-picked={picking.has(card.id) || undefined}
      data-filtered-out={isFilteredOut || undefined}
      aria-label={title}
    >
      <div className={styles.top}>
        {canWrite ? (
          <label className={styles.pick}>
            <input
              type="checkbox"
              checked={picking.has(card.id)}
              onChange={() => picking.toggle(card.id, false)}
              aria-label={t("table.pick", { title })}
            />
          </label>
        ) : null}
        {written === "title" ? (
          <div className={styles.writing}>
            <InlineEditor card={card} column="title" label={nameOf("title")} onDone={writing.end} />
          </div>
        ) : (
          <button type="button" className={styles.title} onClick={() => onOpen(card.id)}>
            <span className={styles.titleText}>{title}</span>
          </button>
        )}
        {canWrite ? (
          <IconButton
            label={t("table.rename", { title })}
            onClick={(event) => writing.begin(card, "title", event.currentTarget, lines)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <dl className={styles.fields}>
        {columns.map((column) => {
          if (column === "title") return null;
          const name = nameOf(column);
          const isWritable = canWrite && EDITORS[column] !== null;
          return (
            <div key={column} className={styles.field} data-column={column}>
              <dt>{name}</dt>
              <dd>
                {column === written ? (
                  <InlineEditor
                    card={card}
                    column={written}
                    label={`${name}, ${title}`}
                    onDone={writing.end}
                  />
                ) : isWritable ? (
                  <button
                    type="button"
                    className={styles.value}
                    aria-label={`${name}: ${words(card, column) || t("table.empty")}. ${title}`}
                    onClick={(event) => writing.begin(card, column, event.currentTarget, lines)}
                  >
                    {words(card, column) === "" ? (
                      <span className={styles.empty}>{t("table.empty")}</span>
                    ) : (
                      <CellValue card={card} column={column} words={words} open={open} />
                    )}
                  </button>
                ) : (
                  <span className={styles.reading}>
                    <CellValue card={card} column={column} words={words} open={open} />
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
