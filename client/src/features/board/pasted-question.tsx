import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./cell.module.css";
import { linesBeside, pastedActivities } from "./pasted-activities.ts";
import type { PastedActivity, PastedContent } from "./pasted-activity.ts";

/**
 * Asks whether what was pasted is to become so many activities, and shows the first of them. Lines around a list, such as a greeting,
 * stay behind unless they are ticked.
 */
export function PastedQuestion({
  pasted: { text, html = "" },
  onConfirm,
  onCancel,
}: {
  readonly pasted: PastedContent;
  readonly onConfirm: (rows: readonly PastedActivity[]) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const beside = useMemo(() => linesBeside(text, html), [text, html]);
  const rows = useMemo(() => pastedActivities(text, html, isWhole), [text, html, isWhole]);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const rest = rows.length - SHOWN;
  return (
    <div className={styles.question} role="group" aria-label={t("pasting.many", { count: rows.length })}>
      <p className={styles.asked}>{t("pasting.many", { count: rows.length })}</p>
      <ul className={styles.pasted}>
        {rows.slice(0, SHOWN).map((row, at) => (
          <li key={`${at} ${row.title}`}>
            {row.title}
            {row.steps === undefined ? null : ` (${t("pasting.steps", { count: row.steps.length })})`}
          </li>
        ))}
        {rest > 0 && <li>{t("pasting.more", { count: rest })}</li>}
      </ul>
      {beside[0] !== undefined && (
        <label className={styles.beside}>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {t("pasting.beside", { count: beside.length, line: beside[0] })}
        </label>
      )}
      <div className={styles.answers}>
        <Button
          ref={confirm}
          size="small"
          variant="primary"
          disabled={rows.length === 0}
          onClick={() => onConfirm(rows)}
        >
          {t("pasting.confirm")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("pasting.cancel")}
        </Button>
      </div>
    </div>
  );
}

const SHOWN = 3;
