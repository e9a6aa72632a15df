import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../plan/hooks.ts";
import { planTitleOf } from "../plan/shared-text.ts";
import { useBoundText } from "../plan/use-bound-text.ts";
import { usePlanSession } from "../sync/session.tsx";
import styles from "./plan-header.module.css";

const MAX_LENGTH = 120;

/** The field in which the plan's title is written, together with others. */
export function TitleInput(): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const { doc } = usePlanSession();
  const text = useMemo(() => planTitleOf(doc), [doc]);
  const field = useBoundText<HTMLInputElement>(text);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <input
      ref={field}
      className={styles.titleInput}
      aria-label={t("app.planTitle")}
      placeholder={t("app.untitledPlan")}
      title={title}
      maxLength={MAX_LENGTH}
      onKeyDown={onKeyDown}
    />
  );
}
