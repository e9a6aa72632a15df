import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { DateInput } from "../../fields/date-input.tsx";
import { useDraft } from "../../fields/use-draft.ts";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { titleOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import styles from "./cell.module.css";

export type InlineColumn = "title" | "start" | "end" | "progress";

interface EditorProps {
  readonly card: CardSnapshot;
  readonly column: InlineColumn;
  readonly label: string;
  /** Done with writing; `next` when one goes on to the cell beside it. */
  readonly onDone: (where: "stay" | "next" | "left") => void;
}

/** Writes a value in the cell itself; every change is in the plan as it is made. */
export function InlineEditor(props: EditorProps): ReactNode {
  const { onDone } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === "Escape" || event.key === "F2") {
      event.preventDefault();
      event.stopPropagation();
      onDone("stay");
    } else if (event.key === "Tab") {
      event.preventDefault();
      onDone("next");
    }
  };
  switch (props.column) {
    case "title":
      return <TitleInput {...props} onKeyDown={onKeyDown} />;
    case "progress":
      return <ProgressInput {...props} onKeyDown={onKeyDown} />;
    case "start":
    case "end":
      return <DayInput {...props} column={props.column} onKeyDown={onKeyDown} />;
  }
}

type InputProps = EditorProps & { readonly onKeyDown: (event: KeyboardEvent) => void };

/** The title, which others may be typing in too. */
function TitleInput({ card, label, onDone, onKeyDown }: InputProps): ReactNode {
  const { doc } = usePlanSession();
  const text = useMemo(() => titleOf(doc, card.id), [doc, card.id]);
  const input = useBoundText<HTMLInputElement>(text);
  useEffect(() => input.current?.select(), [input]);
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      autoFocus
      onKeyDown={onKeyDown}
      onBlur={() => afterPress(() => onDone("left"))}
    />
  );
}

function ProgressInput({ card, label, onDone, onKeyDown }: InputProps): ReactNode {
  const { doc } = usePlanSession();
  const draft = useDraft(String(card.progress), (typed) => {
    const percent = Math.round(Number(typed));
    if (typed !== "" && percent >= 0 && percent <= 100) setActivityField(doc, card.id, "progress", percent);
  });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      autoFocus
      value={draft.value}
      type="number"
      min={0}
      max={100}
      step={5}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.leave();
        afterPress(() => onDone("left"));
      }}
    />
  );
}

function DayInput({
  card,
  column,
  label,
  onDone,
  onKeyDown,
}: InputProps & { readonly column: "start" | "end" }): ReactNode {
  const { doc } = usePlanSession();
  const id = useId();
  return (
    <DateInput
      id={id}
      label={label}
      value={card[column]}
      min={column === "end" ? (card.start ?? undefined) : undefined}
      onChange={(day) => setActivityField(doc, card.id, column, day)}
      inPlace={{ onKeyDown, onPicked: () => onDone("stay"), onLeft: () => onDone("left") }}
    />
  );
}
