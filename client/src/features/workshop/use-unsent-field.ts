import { useState } from "react";
import { usePlanSession } from "../../sync/session.tsx";
import { keepUnsent, type Unsent, useUnsent } from "./unsent.ts";

/** A field of which the text is kept until it is sent. */
export interface UnsentField {
  readonly text: string;
  readonly write: (text: string) => void;
  /** What was written is on its way; the field shows `next` from now on. */
  readonly sent: (next: string) => void;
}

/** The text of a field of a step; `before` stands there while nothing was written. */
export function useUnsentField(session: string, at: Omit<Unsent, "text">, before = ""): UnsentField {
  const { planId } = usePlanSession().connection;
  const place = { planId, session };
  const held = useUnsent(place).find(
    ({ step, person, field }) => step === at.step && person === at.person && field === at.field,
  );
  const [text, setText] = useState(held?.text ?? before);
  const show = (next: string, unsent: string): void => {
    setText(next);
    keepUnsent(place, { ...at, text: unsent });
  };
  return {
    text,
    write: (next) => show(next, next === before ? "" : next),
    sent: (next) => show(next, ""),
  };
}
