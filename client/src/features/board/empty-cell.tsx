import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { CircleSlash2, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { cellKey } from "../../plan/cells.ts";
import { leaveEmpty, noLongerEmpty } from "../../plan/edit-cell.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { useTellGone } from "../../fields/use-bin-words.ts";
import { announce } from "../../ui/live-region.tsx";
import styles from "./empty-cell.module.css";

/** In a cell without cards: that it is empty on purpose, and why; or saying so. */
export function EmptyCell({ phase, domain }: { readonly phase: string; readonly domain: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const { doc, canWrite, actor } = usePlanSession();
  const [isAsking, setAsking] = useState(false);
  const tellGone = useTellGone();
  const marks = useEntries("cells").filter((cell) => cell.phase === phase && cell.domain === domain);
  const names = { phase: usePhase(phase)?.name ?? "", domain: useDomain(domain)?.name ?? "" };
  const prompt = PROMPTS.cell.emptyReason;
  const language = languageOf(i18n.language);
  const key = cellKey(phase, domain);
  const reason = marks.map(({ emptyReason }) => emptyReason).find((words) => words !== "");

  /** Closes the field; the button that comes in its place gets the focus. */
  function back(stop: "empty" | "filled"): void {
    setAsking(false);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(`${stop}:${key}`)}"]`)?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    const words = event.currentTarget.value.trim();
    if (event.key === "Escape") back("empty");
    if (event.key !== "Enter" || words === "") return;
    leaveEmpty(doc, { phase, domain, emptyReason: words, by: actor.id });
    announce(t("axes.leftEmpty", names), "polite");
    back("filled");
  }

  function takeAway(): void {
    const ids = marks.map(({ id }) => id);
    noLongerEmpty(doc, ids, actor.id);
    const gone = ids.map((id) => ({ root: "cells", id }) as const);
    tellGone({ gone, title: reason ?? "", words: t("axes.noLongerEmpty", names) });
    back("empty");
  }

  if (reason !== undefined) {
    return (
      <p className={styles.reason} data-testid="empty-reason">
        <CircleSlash2 size={14} aria-hidden="true" />
        <span>
          <strong>{`${t("axes.empty")}: `}</strong>
          {reason}
        </span>
        {canWrite ? (
          <button
            type="button"
            className={styles.undo}
            data-stop={`filled:${key}`}
            tabIndex={-1}
            aria-label={t("axes.noLongerEmpty", names)}
            title={t("axes.noLongerEmpty", names)}
            onClick={takeAway}
          >
            <X size={14} aria-hidden="true" />
          </button>
        ) : null}
      </p>
    );
  }
  if (!canWrite) return null;
  if (isAsking) {
    return (
      <input
        // Somebody just pressed the button that this comes in place of.
        ref={(field) => field?.focus()}
        type="text"
        className={styles.field}
        aria-label={t("axes.emptyWhy", names)}
        placeholder={prompt.help[language]}
        maxLength={200}
        onKeyDown={onKeyDown}
        onBlur={() => afterPress(() => setAsking(false))}
      />
    );
  }
  return (
    <button
      type="button"
      className={styles.mark}
      data-stop={`empty:${key}`}
      tabIndex={-1}
      onClick={() => setAsking(true)}
    >
      {t("axes.leaveEmpty")}
      <span className="visually-hidden">{` ${t("axes.inCell", names)}`}</span>
    </button>
  );
}
