import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEntry } from "../../fields/entry-context.ts";
import { addTo } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { DecisionRow } from "./decision-row.tsx";
import panel from "./decision-panel.module.css";
import styles from "./decisions.module.css";

/** The choices that an activity waits for, and raising one. */
export function ActivityDecisions({
  activityId,
  onOpen,
}: {
  readonly activityId: string;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const { canWrite } = useEntry();
  const decisions = useEntries("decisions").filter(({ activity }) => activity === activityId);
  const [question, setQuestion] = useState("");
  const add = (): void => {
    if (question.trim() === "") return;
    addTo(doc, "decisions", { question: question.trim(), activity: activityId }, actor.id);
    setQuestion("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <>
      {decisions.length === 0 ? <p className={styles.none}>{t("decisions.ofActivityNone")}</p> : null}
      <ul className={styles.list}>
        {decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} isOpen={false} onOpen={onOpen} />
        ))}
      </ul>
      {canWrite ? (
        <input
          type="text"
          className={panel.newOption}
          aria-label={t("decisions.add")}
          placeholder={t("decisions.newQuestion")}
          value={question}
          maxLength={240}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => afterPress(add)}
        />
      ) : null}
    </>
  );
}
