import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./cell.module.css";
import { pastedActivities } from "./pasted-activities.ts";
import type { PastedActivity } from "./pasted-activity.ts";

/** Asks whether what was pasted is to become so many activities, and shows the first of them. */
export function PastedQuestion({
  text,
  onConfirm,
  onCancel,
}: {
  readonly text: string;
  readonly onConfirm: (rows: readonly PastedActivity[]) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const rows = useMemo(() => pastedActivities(text), [text]);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const rest = rows.length - SHOWN;
  return (
    <div className={styles.question} role="group" aria-label={t("board.add.many", { count: rows.length })}>
      <p className={styles.asked}>{t("board.add.many", { count: rows.length })}</p>
      <ul className={styles.pasted}>
        {rows.slice(0, SHOWN).map((row, at) => (
          <li key={`${at} ${row.title}`}>{row.title}</li>
        ))}
        {rest > 0 && <li>{t("board.add.more", { count: rest })}</li>}
      </ul>
      <div className={styles.answers}>
        <Button
          ref={confirm}
          size="small"
          variant="primary"
          disabled={rows.length === 0}
          onClick={() => onConfirm(rows)}
        >
          {t("board.add.confirm")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("board.add.cancel")}
        </Button>
      </div>
    </div>
  );
}

const SHOWN = 3;
