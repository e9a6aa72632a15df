import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../plan/hooks.ts";
import { usePlanSession } from "../sync/session.tsx";
import { part } from "../ui/part.ts";
import styles from "./plan-header.module.css";

const TitleInput = part(async () => (await import("./header-parts.ts")).TitleInput);

/** The plan's title; who may write can change it where it stands, as soon as the field for that is there. */
export function PlanTitle(): ReactNode {
  const { t } = useTranslation();
  const { title } = useMeta();
  const { canWrite } = usePlanSession();
  const shown = <span className={styles.titleText}>{title === "" ? t("app.untitledPlan") : title}</span>;
  return (
    <h1 className={styles.title} title={title}>
      {canWrite ? (
        <Suspense fallback={shown}>
          <TitleInput />
        </Suspense>
      ) : (
        shown
      )}
    </h1>
  );
}
