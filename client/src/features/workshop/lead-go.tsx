import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { FinishDialog } from "./finish-dialog.tsx";
import styles from "./lead.module.css";
import { useTell, useUnderWay } from "./use-workshop.ts";
import { stepTitle } from "./step-title.ts";

/** The step that everybody is in, and the ways on from it. */
export function LeadGo({ now }: { readonly now: WorkshopNow }): ReactNode {
  const { t } = useTranslation();
  const { session, step, index, next, previous } = now;
  const tell = useTell(session.id);
  const [isFinishing, setFinishing] = useState(false);
  const isGoing = useUnderWay(session.id).some(
    ({ type }) => type === "session.next" || type === "session.back" || type === "session.goto",
  );
  const isPaused = session.state === "paused";
  return (
    <section className={styles.now} aria-label={t("leading.steps.now")}>
      <p className={styles.at}>
        {t("workshop.stepOf", { at: index + 1, count: session.steps.length })} ·{" "}
        {t(`workshop.kinds.${step.kind}`)}
      </p>
      <h3 className={styles.stepTitle} data-testid="lead-step">
        {stepTitle(t, step)}
      </h3>
      {step.question === "" ? null : <p className={styles.question}>{step.question}</p>}
      {next === null ? (
        <Button variant="primary" size="large" onClick={() => setFinishing(true)}>
          {t("leading.go.finish")}
        </Button>
      ) : (
        <Button
          variant="primary"
          size="large"
          disabled={isGoing}
          onClick={() => tell({ type: "session.next", from: step.id })}
        >
          {t("leading.go.next")}
          <ChevronRight aria-hidden />
        </Button>
      )}
      {next === null ? null : (
        <p className={styles.at}>
          {t("leading.steps.next")}: {stepTitle(t, next)}
        </p>
      )}
      <div className={styles.row}>
        <Button
          size="small"
          disabled={previous === null || isGoing}
          onClick={() => tell({ type: "session.back", from: step.id })}
        >
          <ChevronLeft aria-hidden />
          {t("leading.go.back")}
        </Button>
        <Button
          size="small"
          aria-pressed={isPaused}
          onClick={() => tell({ type: isPaused ? "session.resume" : "session.pause" })}
        >
          {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {isPaused ? t("leading.go.resume") : t("leading.go.pause")}
        </Button>
        {next !== null && (
          <Button size="small" variant="ghost" onClick={() => setFinishing(true)}>
            {t("leading.go.finish")}
          </Button>
        )}
      </div>
      {isFinishing && <FinishDialog session={session} onClose={() => setFinishing(false)} />}
    </section>
  );
}
