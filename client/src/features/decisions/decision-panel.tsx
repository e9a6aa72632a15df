import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import { changedSince, needsExaminationBoard } from "@planwand/shared/views/decisions.ts";
import { Link2, ShieldAlert, Trash2, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EntryContext } from "../../fields/entry-context.ts";
import { Field, useLanguage } from "../../fields/field.tsx";
import { FlowsField } from "../../fields/flows-field.tsx";
import { LineField } from "../../fields/line-field.tsx";
import { PartySet } from "../../fields/parties.tsx";
import { RichField } from "../../fields/rich-field.tsx";
import { useCopyLink } from "../../fields/use-copy-link.ts";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { useNamelessPanel } from "../../fields/use-nameless.ts";
import { useOwnFocus } from "../../fields/use-own-focus.ts";
import { archive } from "../../plan/archive.ts";
import { advise, setField } from "../../plan/edit-entry.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useParties } from "../../plan/hooks.ts";
import { isNameless } from "../../plan/nameless.ts";
import { lineOf } from "../../plan/shared-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { IconButton } from "../../ui/button.tsx";
import { BinnedDecision } from "./binned-decision.tsx";
import { DecisionPath } from "./decision-path.tsx";
import styles from "./decision-panel.module.css";
import { OptionsField } from "./options-field.tsx";
import { PlanningFields } from "./planning-fields.tsx";
import { SealedBox } from "./sealed-box.tsx";
import { useStanding } from "./use-standing.ts";

/** Everything of one decision point, beside the register. Once it is taken its words stand still until it is reopened. */
export function DecisionPanel({
  decisionId,
  onClose,
  onOpen,
  onOpenActivity,
  discussion,
}: {
  readonly decisionId: string;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  readonly onOpenActivity: (id: string) => void;
  /** What is said about it. */
  readonly discussion: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const decision = useEntries("decisions").find(({ id }) => id === decisionId) ?? null;
  const { seal } = useStanding();
  const isSealed = decision !== null && seal(decision) !== null;
  const copyLink = useCopyLink();
  const tellGone = useTellGone();
  const panel = useRef<HTMLElement>(null);
  useOwnFocus(panel, decisionId);
  useNamelessPanel(decisionId, onOpen);
  useEffect(() => {
    const question = panel.current?.querySelector<HTMLElement>("[data-field=question]");
    // One that was just made is given its question first.
    const first = isNameless(doc, decisionId) ? question : panel.current;
    first?.focus({ preventScroll: true });
  }, [doc, decisionId]);
  const entry = useMemo(
    () => ({ entryId: decisionId, canWrite: canWrite && !isSealed }),
    [decisionId, canWrite, isSealed],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
  const remove = (): void => {
    archive(doc, "decisions", [decisionId], actor.id);
    onClose();
    const title = decision?.question || t("decisions.untitled");
    tellGone({ gone: [{ root: "decisions", id: decisionId }], title });
  };
  return (
    <EntryContext value={entry}>
      <aside
        ref={panel}
        className={styles.panel}
        aria-label={t("decisions.panel")}
        tabIndex={-1}
        data-testid="decision-panel"
      >
        <header className={styles.head}>
          <span className={styles.kind}>{t("decisions.panel")}</span>
          {decision === null ? null : (
            <IconButton label={t("fields.copyLink")} onClick={() => copyLink("decisions", decisionId)}>
              <Link2 aria-hidden />
            </IconButton>
          )}
          {entry.canWrite && decision !== null ? (
            <IconButton label={t("decisions.archive")} onClick={remove}>
              <Trash2 aria-hidden />
            </IconButton>
          ) : null}
          <IconButton label={t("activity.close")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </header>
        {decision === null ? (
          <BinnedDecision decisionId={decisionId} onClose={onClose} />
        ) : (
          <Fields
            key={decisionId}
            decision={decision}
            onOpenActivity={onOpenActivity}
            discussion={discussion}
          />
        )}
      </aside>
    </EntryContext>
  );
}

function Fields({
  decision,
  onOpenActivity,
  discussion,
}: {
  readonly decision: Decision;
  readonly onOpenActivity: (id: string) => void;
  readonly discussion: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const language = useLanguage();
  const parties = useParties();
  const { seal } = useStanding();
  const sealed = seal(decision);
  const { id } = decision;
  const question = useMemo(() => lineOf(doc, { root: "decisions", id, field: "question" }), [doc, id]);
  const changed = sealed === null ? [] : changedSince(decision, sealed);
  return (
    <div className={styles.fields}>
      <LineField
        field="question"
        text={question}
        value={decision.question}
        label={PROMPTS.decision.question.label[language]}
        placeholder={PROMPTS.decision.question.help[language]}
        size="title"
      />
      {sealed === null ? null : <SealedBox decision={decision} seal={sealed} changed={changed} />}
      {sealed === null && needsExaminationBoard(decision, parties) ? (
        <p className={styles.warning} role="status">
          <ShieldAlert size={16} aria-hidden="true" />
          {t("decisions.board")}
        </p>
      ) : null}
      <DecisionPath decision={decision} seal={sealed} />
      <PlanningFields decision={decision} onOpenActivity={onOpenActivity} />
      <Field
        name="advisers"
        label={PROMPTS.decision.advisers.label[language]}
        prompt={PROMPTS.decision.advisers}
      >
        {() => (
          <PartySet
            label={PROMPTS.decision.advisers.label[language]}
            chosen={decision.advisers}
            onToggle={(party, isIn) => advise(doc, id, party, isIn)}
          />
        )}
      </Field>
      <RichField
        at={{ root: "decisions", id, field: "context" }}
        text={decision.context}
        blocks={decision.rich.context}
        prompt={CONTEXT}
      />
      <OptionsField decision={decision} />
      <Assessment decision={decision} />
      <RichField
        at={{ root: "decisions", id, field: "outcome" }}
        text={decision.outcome}
        blocks={decision.rich.outcome}
        prompt={PROMPTS.decision.outcome}
      />
      <RichField
        at={{ root: "decisions", id, field: "rationale" }}
        text={decision.rationale}
        blocks={decision.rich.rationale}
        prompt={PROMPTS.decision.rationale}
      />
      <FlowsField root="decisions" id={id} flows={decision.flows} />
      <Field name="discussion" label={t("discussion.title")}>
        {() => discussion}
      </Field>
    </div>
  );
}

/** The format has no prompt for it: what somebody must know who decides without having been there. */
const CONTEXT = {
  label: { nl: "Wat moet je weten om te kunnen kiezen?", en: "What must one know to choose?" },
  help: {
    nl: "Waarom is deze keuze nodig, wat hangt ervan af en wat is al besproken?",
    en: "Why is this choice needed, what depends on it and what was discussed already?",
  },
} as const;

/** The tick that says that a matter of assessment is at stake, with why it matters. */
function Assessment({ decision }: { readonly decision: Decision }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const { seal } = useStanding();
  const id = useId();
  return (
    <label className={styles.tick} htmlFor={id} data-field="assessment">
      <input
        id={id}
        type="checkbox"
        checked={decision.assessment}
        disabled={!canWrite || seal(decision) !== null}
        onChange={(event) =>
          setField(doc, "decisions", decision.id, "assessment", event.currentTarget.checked)
        }
      />
      <span>
        {t("decisions.assessment")}
        <span className={styles.help}>{t("decisions.assessmentHelp")}</span>
      </span>
    </label>
  );
}
