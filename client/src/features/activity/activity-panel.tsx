import { may } from "@planwand/shared/access/policy.ts";
import { MoveRight, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActivity, useBinnedActivity, useDomain, usePhase } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { BinnedActivity } from "./binned-activity.tsx";
import { cardCompleteness } from "@planwand/shared/checks/completeness.ts";
import { CompletenessRing } from "./completeness-ring.tsx";
import { DependsOnField } from "./depends-on-field.tsx";
import { GoalsField } from "./goals-field.tsx";
import { LinksField } from "./links-field.tsx";
import { Neighbours } from "./neighbours.tsx";
import { PanelMenu } from "./panel-menu.tsx";
import { EntryContext } from "../../fields/entry-context.ts";
import styles from "./panel.module.css";
import { PlanningFields } from "./planning-fields.tsx";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { Field } from "../../fields/field.tsx";
import { FlowsField } from "../../fields/flows-field.tsx";
import { RichField } from "../../fields/rich-field.tsx";
import { ReasonField } from "./reason-field.tsx";
import { RolesField } from "./roles-field.tsx";
import { StepsField } from "./steps-field.tsx";
import { TitleField } from "./title-field.tsx";
import { useOwnFocus } from "../../fields/use-own-focus.ts";

/**
 * Everything of one activity, beside the wall; on a phone over it. Nothing is ever saved by a button: each field is in the document
 * as it is typed. `onOpen` shows another activity, `onAskMove` asks for another place, `onArchive` puts it in the bin.
 */
export function ActivityPanel({
  activityId,
  onClose,
  onOpen,
  onAskMove,
  onArchive,
  missing,
  decisions,
  moments,
  agreements,
  discussion,
  history,
}: {
  readonly activityId: string;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
  readonly onAskMove: (id: string) => void;
  readonly onArchive: (ids: readonly string[]) => void;
  /** What it still lacks. */
  readonly missing: ReactNode;
  /** The choices that it waits for. */
  readonly decisions: ReactNode;
  /** When whom is told about it. */
  readonly moments: ReactNode;
  /** Which parties agree to it. */
  readonly agreements: ReactNode;
  /** What is said about it. */
  readonly discussion: ReactNode;
  /** What happened to it. */
  readonly history: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const activity = useActivity(activityId);
  const binned = useBinnedActivity(activityId);
  const panel = useRef<HTMLElement>(null);
  useOwnFocus(panel, activityId);
  useEscape(onClose);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [activityId]);
  const value = useMemo(() => ({ entryId: activityId, canWrite }), [activityId, canWrite]);
  return (
    <EntryContext value={value}>
      <aside
        ref={panel}
        className={styles.panel}
        aria-label={t("activity.panel")}
        tabIndex={-1}
        data-testid="activity-panel"
      >
        <header className={styles.head}>
          {activity === null ? (
            <span className={styles.place} />
          ) : (
            <>
              <Place activity={activity} onAskMove={onAskMove} />
              <Neighbours activity={activity} onOpen={onOpen} />
              <PanelMenu activity={activity} onOpen={onOpen} onArchive={onArchive} />
            </>
          )}
          <IconButton label={t("activity.close")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </header>
        {activity === null && binned !== null ? (
          <BinnedActivity activity={binned} />
        ) : activity === null ? (
          <div className={styles.gone}>
            <p>{t("activity.gone")}</p>
            <Button onClick={onClose}>{t("activity.backToBoard")}</Button>
          </div>
        ) : (
          <Fields
            key={activityId}
            activity={activity}
            missing={missing}
            decisions={decisions}
            moments={moments}
            agreements={agreements}
            discussion={discussion}
            history={history}
          />
        )}
      </aside>
    </EntryContext>
  );
}

function Place({
  activity,
  onAskMove,
}: {
  activity: CardSnapshot;
  onAskMove: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const phase = usePhase(activity.place[0]);
  const domain = useDomain(activity.place[1]);
  const words = phase === null || domain === null ? t("board.unplaced") : `${phase.name} · ${domain.name}`;
  return (
    <div className={styles.place}>
      <CompletenessRing {...cardCompleteness({ ...activity, isPlaced: phase !== null && domain !== null })} />
      {canWrite ? (
        <Button
          variant="ghost"
          size="small"
          className={styles.move ?? ""}
          title={t("activity.move")}
          onClick={() => onAskMove(activity.id)}
        >
          <MoveRight aria-hidden />
          <span className="visually-hidden">{`${t("activity.move")} ${t("activity.place")}: `}</span>
          <span className={styles.placeWords}>{words}</span>
        </Button>
      ) : (
        <span className={styles.placeWords} title={words}>
          <span className="visually-hidden">{`${t("activity.place")}: `}</span>
          {words}
        </span>
      )}
    </div>
  );
}

function Fields({
  activity,
  missing,
  decisions,
  moments,
  agreements,
  discussion,
  history,
}: {
  readonly activity: CardSnapshot;
  readonly missing: ReactNode;
  readonly decisions: ReactNode;
  readonly moments: ReactNode;
  readonly agreements: ReactNode;
  readonly discussion: ReactNode;
  readonly history: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { role, canWrite } = usePlanSession();
  const reading = may(role, "journal.command") ? "activity.readAndComment" : "activity.readOnly";
  return (
    <div className={styles.fields}>
      {canWrite ? null : <p className={styles.readOnly}>{t(reading)}</p>}
      <TitleField activity={activity} />
      {missing}
      <PlanningFields activity={activity} />
      <ReasonField activityId={activity.id} />
      <Rich activity={activity} field="what" />
      <Rich activity={activity} field="why" />
      <Rich activity={activity} field="result" />
      <Rich activity={activity} field="criterion" />
      <RolesField activity={activity} />
      <StepsField activity={activity} />
      <Field name="decisions" label={t("decisions.ofActivity")}>
        {() => decisions}
      </Field>
      <Field name="moments" label={t("app.views.communication")}>
        {() => moments}
      </Field>
      <DependsOnField activity={activity} />
      <GoalsField activity={activity} />
      <FlowsField root="activities" id={activity.id} flows={activity.flows} />
      <LinksField activity={activity} />
      <Field name="agreement" label={t("agreement.title")}>
        {() => agreements}
      </Field>
      <Field name="discussion" label={t("discussion.title")}>
        {() => discussion}
      </Field>
      {history}
    </div>
  );
}

function Rich({
  activity,
  field,
}: {
  readonly activity: CardSnapshot;
  readonly field: "what" | "why" | "result" | "criterion";
}): ReactNode {
  return (
    <RichField
      at={{ root: "activities", id: activity.id, field }}
      text={activity[field]}
      blocks={activity.rich[field]}
      prompt={PROMPTS.activity[field]}
    />
  );
}

/** Escape closes, unless something in front of the panel (a dialog, a picker, a drag) took it. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
}
