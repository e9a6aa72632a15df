import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { titleOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useLanguage } from "../../fields/field.tsx";
import styles from "./panel.module.css";

/** The title, written together: as high as its text, and on one line of thought. */
export function TitleField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const language = useLanguage();
  const text = useMemo(() => titleOf(doc, activity.id), [doc, activity.id]);
  const field = useBoundText<HTMLTextAreaElement>(canWrite ? text : null, fitHeight);
  if (!canWrite || text === null)
    return <h2 className={styles.title}>{activity.title || t("board.untitled")}</h2>;
  return (
    <h2 className={styles.titleHead} data-field="title">
      <textarea
        ref={field}
        rows={1}
        className={styles.titleInput}
        aria-label={t("activity.title")}
        placeholder={PROMPTS.activity.title.help[language]}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
    </h2>
  );
}

function fitHeight(element: HTMLTextAreaElement): void {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight}px`;
}
