import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { useMeta } from "../../plan/hooks.ts";
import { useToday } from "../../plan/today.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import styles from "./print.module.css";

/** Above a view on paper: of which plan it is, and of which day. What else is left out is said in the style sheet of the view. */
export function PrintHead(): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const { day } = useDayWords();
  const today = useToday();
  return usePrinting() ? (
    <p className={styles.head} data-print-head>
      {`${title || t("app.untitledPlan")} · ${day(today)}`}
    </p>
  ) : null;
}
