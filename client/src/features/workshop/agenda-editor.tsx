import type { Step, StepKind } from "@planwand/shared/workshop/agenda.ts";
import { STEP_KINDS } from "@planwand/shared/workshop/agenda.ts";
import { STEP_MINUTES_MAX, STEP_TITLE_MAX_LENGTH, STEPS_MAX } from "@planwand/shared/workshop/limits.ts";
import { ArrowDown, ArrowUp, ChevronDown, Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./agenda.module.css";
import { mended, moved, ofKind, roundsBefore, totalMinutes } from "./edit-agenda.ts";
import { StepDetails } from "./step-details.tsx";

/** The steps of an agenda, to be changed; steps before `fixed` were begun and keep what they are. */
export function AgendaEditor({
  steps,
  fixed = 0,
  onChange,
}: {
  readonly steps: readonly Step[];
  readonly fixed?: number;
  readonly onChange: (steps: readonly Step[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const change = (index: number, step: Step): void => onChange(mended(steps.with(index, step)));
  function add(): void {
    const id = newId();
    onChange([...steps, { id, kind: "free", title: "", question: "", minutes: 10, extras: [] }]);
    setOpen(id);
    setAdded(id);
  }
  return (
    <section className={styles.agenda} aria-label={t("workshop.start.steps")}>
      <p className={styles.total}>
        {t("workshop.start.total", { count: steps.length, minutes: totalMinutes(steps) })}
      </p>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.id} className={styles.step} data-testid="agenda-step">
            <StepRow
              step={step}
              index={index}
              steps={steps}
              isFixed={index < fixed}
              isOpen={open === step.id}
              isNew={added === step.id}
              onOpen={() => setOpen(open === step.id ? null : step.id)}
              onChange={(changed) => change(index, changed)}
            />
            {open === step.id && (
              <StepTools
                at={index + 1}
                canMove={{ up: index > fixed, down: index >= fixed && index < steps.length - 1 }}
                canRemove={steps.length > 1}
                onMove={(by) => onChange(moved(steps, index, by))}
                onRemove={() => onChange(mended(steps.filter((one) => one.id !== step.id)))}
              />
            )}
            {open === step.id && (
              <StepDetails
                step={step}
                rounds={roundsBefore(steps, index)}
                onChange={(changed) => change(index, changed)}
              />
            )}
          </li>
        ))}
      </ol>
      {steps.length < STEPS_MAX && (
        <Button variant="ghost" onClick={add}>
          <Plus aria-hidden />
          {t("workshop.start.addStep")}
        </Button>
      )}
    </section>
  );
}

function StepRow({
  step,
  index,
  steps,
  isFixed,
  isOpen,
  isNew,
  onOpen,
  onChange,
}: {
  readonly step: Step;
  readonly index: number;
  readonly steps: readonly Step[];
  readonly isFixed: boolean;
  readonly isOpen: boolean;
  /** It was just added, so its title comes next. */
  readonly isNew: boolean;
  readonly onOpen: () => void;
  readonly onChange: (step: Step) => void;
}): ReactNode {
  const { t } = useTranslation();
  const at = index + 1;
  const round = roundsBefore(steps, index).at(-1)?.id ?? null;
  const kinds = STEP_KINDS.filter((kind) => kind !== "reveal" || round !== null);
  return (
    <div className={styles.row}>
      <span className={styles.number} aria-hidden>
        {at}
      </span>
      <input
        className={styles.title}
        aria-label={t("workshop.step.title", { at })}
        maxLength={STEP_TITLE_MAX_LENGTH}
        // Who gives it no name calls it by its kind, whatever kind it becomes.
        placeholder={t(`workshop.kinds.${step.kind}`)}
        value={step.title}
        autoFocus={isNew}
        onChange={(event) => onChange({ ...step, title: event.target.value })}
      />
      <select
        className={styles.kind}
        aria-label={t("workshop.step.kind", { at })}
        value={step.kind}
        disabled={isFixed}
        onChange={({ currentTarget: { value } }) => {
          const kind = kinds.find((one): one is StepKind => one === value);
          if (kind !== undefined) onChange(ofKind(step, kind, round));
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`workshop.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <span className={styles.minutes}>
        <input
          type="number"
          min={0}
          max={STEP_MINUTES_MAX}
          aria-label={t("workshop.step.minutes", { at })}
          value={step.minutes}
          onChange={({ target }) => onChange({ ...step, minutes: minutesOf(target.value) })}
        />
        <span aria-hidden>{t("workshop.step.minutesShort")}</span>
      </span>
      <IconButton
        size="small"
        className={styles.more}
        label={t("workshop.step.more", { at })}
        aria-expanded={isOpen}
        disabled={isFixed}
        onClick={onOpen}
      >
        <ChevronDown aria-hidden />
      </IconButton>
    </div>
  );
}

/** Moving a step and taking it out. */
function StepTools({
  at,
  canMove,
  canRemove,
  onMove,
  onRemove,
}: {
  readonly at: number;
  readonly canMove: { readonly up: boolean; readonly down: boolean };
  readonly canRemove: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.tools}>
      <Button size="small" disabled={!canMove.up} onClick={() => onMove(-1)}>
        <ArrowUp aria-hidden />
        {t("workshop.step.up", { at })}
      </Button>
      <Button size="small" disabled={!canMove.down} onClick={() => onMove(1)}>
        <ArrowDown aria-hidden />
        {t("workshop.step.down", { at })}
      </Button>
      <Button size="small" variant="danger" disabled={!canRemove} onClick={onRemove}>
        <X aria-hidden />
        {t("workshop.step.remove", { at })}
      </Button>
    </div>
  );
}

function minutesOf(text: string): number {
  const minutes = Math.round(Number(text));
  return Number.isFinite(minutes) ? Math.min(STEP_MINUTES_MAX, Math.max(0, minutes)) : 0;
}
