import type { TableColumn } from "@planwand/shared/views/table.ts";
import { AlarmClock, ChevronsDown, ChevronsUp, Diamond, Equal } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useToday } from "../../plan/today.ts";
import { dueOf } from "../../plan/due.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import type { CellWords } from "./cell-words.ts";
import styles from "./cell.module.css";

/** The sign of each priority; its word always goes with it. */
export const PRIORITY_ICONS = { high: ChevronsUp, normal: Equal, low: ChevronsDown } as const;

/** What stands in a cell: always words, at times with a sign before them. */
export function CellValue({
  card,
  column,
  words,
  open,
}: {
  readonly card: CardSnapshot;
  readonly column: TableColumn;
  readonly words: CellWords;
  /** How many of its decisions have no outcome. */
  readonly open: number;
}): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  switch (column) {
    case "status": {
      const Icon = STATUS_ICONS[card.status];
      return (
        <span className={styles.sign} data-status={card.status}>
          <Icon size={15} aria-hidden />
          <span className={styles.text}>{words(card, column)}</span>
        </span>
      );
    }
    case "priority": {
      const Icon = PRIORITY_ICONS[card.priority];
      return (
        <span className={styles.sign} data-priority={card.priority}>
          <Icon size={15} aria-hidden />
          <span className={styles.text}>{words(card, column)}</span>
        </span>
      );
    }
    case "progress":
      return (
        <span className={styles.progress}>
          <span className={styles.bar} data-ink aria-hidden>
            <span className={styles.filled} style={{ width: `${String(card.progress)}%` }} />
          </span>
          <span className={styles.percent}>{words(card, column)}</span>
        </span>
      );
    case "end": {
      const due = dueOf(card, today);
      const late = due?.kind === "late" ? t("board.card.overdue", { count: due.days }) : null;
      return (
        <span className={styles.sign} data-late={late !== null || undefined} title={late ?? undefined}>
          {late === null ? null : <AlarmClock size={14} aria-hidden />}
          <span className={styles.text}>{words(card, column)}</span>
          {late === null ? null : <span className="visually-hidden">{`, ${late}`}</span>}
        </span>
      );
    }
    case "decisions":
      if (open === 0) return null;
      return (
        <span className={styles.sign}>
          <Diamond size={12} fill="currentColor" aria-hidden />
          <span>{open}</span>
          <span className="visually-hidden">{t("board.card.decisions", { count: open })}</span>
        </span>
      );
    case "title":
    case "phase":
    case "domain":
    case "start":
    case "goals":
    case "sponsor":
    case "executor":
    case "codecider":
    case "consulted":
    case "informed":
      return <span className={styles.text}>{words(card, column)}</span>;
  }
}
