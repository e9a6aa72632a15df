import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import styles from "./cell.module.css";
import { columnsLeft, linesBeside, pastedActivities } from "./pasted-activities.ts";
import type { PastedActivity, PastedContent } from "./pasted-activity.ts";

/**
 * Asks whether what was pasted is to become so many activities, and shows the first of them. Lines around a list, such as a greeting,
 * stay behind unless they are ticked; what of a table stays behind is told, with the way to look at all of it.
 */
export function PastedQuestion({
  pasted: { text, html = "" },
  onConfirm,
  onPreview,
  onCancel,
}: {
  readonly pasted: PastedContent;
  readonly onConfirm: (rows: readonly PastedActivity[]) => void;
  /** Shows all of a table in the import window instead. */
  readonly onPreview: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const beside = useMemo(() => linesBeside(text, html), [text, html]);
  const rows = useMemo(() => pastedActivities(text, html, isWhole), [text, html, isWhole]);
  const left = useMemo(() => columnsLeft(text, html), [text, html]);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
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
      {left.length > 0 && (
        <p className={styles.asked}>{t("pasting.left", { count: left.length, names: left.join(", ") })}</p>
      )}
      <div className={styles.answers}>
        {left.length > 0 && (
          <Button ref={first} size="small" variant="primary" onClick={onPreview}>
            {t("pasting.preview")}
          </Button>
        )}
        <Button
          ref={left.length > 0 ? undefined : first}
          size="small"
          variant={left.length > 0 ? "secondary" : "primary"}
          disabled={rows.length === 0}
          onClick={() => onConfirm(rows)}
        >
          {t(left.length > 0 ? "pasting.confirmLess" : "pasting.confirm")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("pasting.cancel")}
        </Button>
      </div>
    </div>
  );
}

const SHOWN = 3;
