import type { Change } from "@planwand/shared/diff/changes.ts";
import { History } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { pastName } from "../../sync/past-name.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { buttonClass } from "../../ui/button.tsx";
import styles from "./history.module.css";

/** Walks over all moments that are kept, from the oldest to now, and opens the plan as it stood at one of them. */
export function MomentSlider({
  changes,
  first,
  isWhole,
}: {
  /** Newest first. */
  readonly changes: readonly Change[];
  /** The oldest moment there is. */
  readonly first: { readonly seq: number; readonly at: number } | null;
  /** Nothing older is still to come. */
  readonly isWhole: boolean;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId } = usePlanSession().connection;
  const id = useId();
  /** Counted from now back, so that older ones that come in later move nothing. */
  const [back, setBack] = useState(0);
  const moments = [...changes, ...(first === null || !isWhole ? [] : [first])];
  const oldest = moments.length - 1;
  const chosen = moments[Math.min(back, oldest)];
  if (chosen === undefined || oldest < 1) return null;
  const when = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    dateStyle: "full",
    timeStyle: "short",
  }).format(chosen.at);
  const words = back === 0 ? t("history.now") : when;
  return (
    <div className={styles.slider}>
      <label className={styles.sliderLabel} htmlFor={id}>
        {t("history.slider")}
      </label>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={oldest}
        value={oldest - Math.min(back, oldest)}
        aria-valuetext={words}
        onChange={(event) => setBack(oldest - Number(event.currentTarget.value))}
      />
      <output htmlFor={id} className={styles.when}>
        {words}
      </output>
      {back > 0 && (
        <Link
          href={`/plan/${pastName(planId, String(chosen.seq))}`}
          className={buttonClass({ size: "small" })}
        >
          <History aria-hidden />
          {t("history.openThen")}
        </Link>
      )}
    </div>
  );
}
