import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useDraft } from "../../fields/use-draft.ts";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { titleOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import styles from "./cell.module.css";

/** While a year is typed, the browser gives dates such as 0202-05-01. */
const FIRST_YEAR = "1900-01-01";

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
  return props.column === "title" ? (
    <TitleInput {...props} onKeyDown={onKeyDown} />
  ) : (
    <ValueInput {...props} onKeyDown={onKeyDown} />
  );
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

function ValueInput({ card, column, label, onDone, onKeyDown }: InputProps): ReactNode {
  const { doc } = usePlanSession();
  const isDate = column !== "progress";
  const current = column === "title" ? "" : String(card[column] ?? "");
  const draft = useDraft(current, (typed) => {
    if (column === "progress") {
      const percent = Math.round(Number(typed));
      if (typed !== "" && percent >= 0 && percent <= 100) setActivityField(doc, card.id, "progress", percent);
    } else if (column !== "title") {
      if (typed === "") setActivityField(doc, card.id, column, null);
      else if (isLocalDate(typed) && typed >= FIRST_YEAR) setActivityField(doc, card.id, column, typed);
    }
  });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isDate) input.current?.select();
  }, [isDate]);
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      autoFocus
      value={draft.value}
      {...(isDate ? { type: "date" } : { type: "number", min: 0, max: 100, step: 5 })}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.leave();
        afterPress(() => onDone("left"));
      }}
    />
  );
}
