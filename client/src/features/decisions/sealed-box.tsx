import type { Seal } from "@planwand/shared/journal/journal.ts";
import { REASON_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import type { changedSince } from "@planwand/shared/views/decisions.ts";
import { Gavel, TriangleAlert } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { setField } from "../../plan/edit-entry.ts";
import { giveNow } from "../../plan/give-now.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { useShortDays } from "../../fields/short-days.ts";
import styles from "./decision-panel.module.css";

/** What was decided, as it was sealed; what reads otherwise since; and reopening it, with a reason. */
export function SealedBox({
  decision,
  seal,
  changed,
}: {
  readonly decision: Decision;
  readonly seal: Seal;
  readonly changed: ReturnType<typeof changedSince>;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const { members, seals } = useJournal();
  const dateWords = useShortDays();
  const [isReopening, setReopening] = useState(false);
  const by = members.get(seal.by)?.name ?? t("discussion.somebody");
  const earlier = (seals.get(decision.id) ?? []).filter((one) => one.reopened !== null);
  return (
    <section className={styles.sealed} aria-label={t("decisions.sealed")} data-testid="seal">
      <p className={styles.sealedHead}>
        <Gavel size={16} aria-hidden="true" />
        {t("decisions.sealedBy", { name: seal.deciderName, date: dateWords(seal.decidedOn) })}
      </p>
      <p className={styles.sealedText}>{seal.outcome}</p>
      <p className={styles.why}>{seal.rationale}</p>
      <p className={styles.help}>{t("decisions.recordedBy", { name: by })}</p>
      {changed.length === 0 ? null : (
        <p className={styles.warning} role="status">
          <TriangleAlert size={16} aria-hidden="true" />
          {t("decisions.changedSince", {
            fields: changed.map((field) => t(`decisions.fields.${field}`).toLocaleLowerCase()).join(", "),
          })}
        </p>
      )}
      {earlier.length === 0 ? null : (
        <details className={styles.earlier}>
          <summary>{t("decisions.earlier", { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.seq}>
                {`${dateWords(one.decidedOn)}: ${one.outcome} (${t("decisions.reopenedFor", { reason: one.reopened?.reason ?? "" })})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!canWrite ? null : isReopening ? (
        <ReopenForm decision={decision} onDone={() => setReopening(false)} />
      ) : (
        <Button size="small" onClick={() => setReopening(true)}>
          {t("decisions.reopen")}
        </Button>
      )}
    </section>
  );
}

function ReopenForm({
  decision,
  onDone,
}: {
  readonly decision: Decision;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
  const id = useId();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function reopen(): Promise<void> {
    const answer = await giveNow(connection, {
      type: "decision.reopen",
      decision: decision.id,
      reason: reason.trim(),
    });
    if (answer === "unsaved" || !answer.ok) {
      setProblem(
        answer === "unsaved" ? t("decisions.unsaved") : (answer.failure.title ?? t("decisions.unsaved")),
      );
      return;
    }
    setField(doc, "decisions", decision.id, "status", "open");
    setField(doc, "decisions", decision.id, "decidedOn", null);
    onDone();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim() !== "") void reopen();
  }

  return (
    <form className={styles.dialog} onSubmit={onSubmit}>
      <label className={styles.dayLabel} htmlFor={id}>
        {t("decisions.reopenWhy")}
        <input
          id={id}
          type="text"
          className={styles.day}
          autoFocus
          value={reason}
          maxLength={REASON_MAX_LENGTH}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <span className={styles.steps}>
        <Button size="small" type="submit" variant="primary" disabled={reason.trim() === ""}>
          {t("decisions.reopen")}
        </Button>
        <Button size="small" variant="ghost" onClick={onDone}>
          {t("discussion.cancel")}
        </Button>
      </span>
    </form>
  );
}
