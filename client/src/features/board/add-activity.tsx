import { Plus } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { addActivityTo } from "../../plan/actions.ts";
import { cellKey } from "../../plan/cells.ts";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./cell.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

interface Place {
  readonly phase: string;
  readonly domain: string;
}

/** The "+" of a cell and, once pressed, its field: Enter adds and keeps the field open, Escape closes it. */
export const AddActivity = memo(function AddActivity({
  phase,
  domain,
  isEmpty,
}: Place & { isEmpty: boolean }): ReactNode {
  const { t } = useTranslation();
  const { adding } = useWall();
  const key = cellKey(phase, domain);
  const isOpen = useStore(adding, (open) => open === key);
  const label = t("board.add.label", {
    phase: usePhase(phase)?.name ?? "",
    domain: useDomain(domain)?.name ?? "",
  });
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    adding.set(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isOpen) return <AddField phase={phase} domain={domain} label={label} close={close} />;
  return (
    <button
      ref={button}
      type="button"
      className={styles.add}
      data-empty={isEmpty || undefined}
      data-stop={`add:${key}`}
      tabIndex={-1}
      aria-label={label}
      onClick={() => adding.set(key)}
    >
      <Plus size={16} aria-hidden="true" />
      <span>{t("board.add.button")}</span>
    </button>
  );
});

/** What was typed and not yet added, by cell: leaving the field, even with Escape, loses nothing. */
const drafts = new Map<string, string>();

function AddField({ phase, domain, label, close }: Place & { label: string; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const { adding } = useWall();
  const field = useRef<HTMLInputElement>(null);
  const key = cellKey(phase, domain);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const title = event.currentTarget.value.trim();
    if (title === "") return;
    addActivityTo(doc, { phase, domain, title, by: actor.id });
    drafts.delete(key);
    event.currentTarget.value = "";
    event.currentTarget.scrollIntoView({ block: "nearest" });
    announce(t("board.add.done", { title }), "polite");
  };
  return (
    <div className={styles.adding}>
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label={label}
        placeholder={t("board.add.placeholder")}
        defaultValue={drafts.get(key) ?? ""}
        maxLength={120}
        onChange={(event) => drafts.set(key, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (event.currentTarget.value.trim() === "") drafts.delete(key);
          if (adding.getSnapshot() === key) adding.set(null);
        }}
      />
      <p className={styles.hint}>{t("board.add.hint")}</p>
    </div>
  );
}
