import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../plan/hooks.ts";
import { planTitleOf } from "../plan/shared-text.ts";
import { useBoundText } from "../plan/use-bound-text.ts";
import { usePlanSession } from "../sync/session.tsx";
import styles from "./plan-header.module.css";

const MAX_LENGTH = 120;

/** The plan's title; who may write can change it where it stands, together with others. */
export function PlanTitle(): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const { doc, canWrite } = usePlanSession();
  const text = useMemo(() => planTitleOf(doc), [doc]);
  const field = useBoundText<HTMLInputElement>(canWrite ? text : null);
  if (!canWrite || text === null) {
    return (
      <h1 className={styles.title} title={title}>
        <span className={styles.titleText}>{title === "" ? t("app.untitledPlan") : title}</span>
      </h1>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <h1 className={styles.title}>
      <input
        ref={field}
        className={styles.titleInput}
        aria-label={t("app.planTitle")}
        placeholder={t("app.untitledPlan")}
        title={title}
        maxLength={MAX_LENGTH}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
