import { Plus } from "lucide-react";
import { memo, type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { cellKey } from "../../plan/cells.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomain, usePhase } from "../../plan/hooks.ts";
import { AddField } from "./add-field.tsx";
import styles from "./cell.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

interface Place {
  readonly phase: string;
  readonly domain: string;
}

/** The "+" of a cell and, once pressed, its field. */
export const AddActivity = memo(function AddActivity({
  phase,
  domain,
  isEmpty,
}: Place & { isEmpty: boolean }): ReactNode {
  const { t } = useTranslation();
  const { adding } = useWall();
  const key = cellKey(phase, domain);
  const isOpen = useStore(adding, (open) => open === key);
  const names = { phase: usePhase(phase)?.name ?? "", domain: useDomain(domain)?.name ?? "" };
  const label = t("board.add.label", names);
  const promptId = useId();
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
      aria-describedby={isEmpty ? promptId : undefined}
      onClick={() => adding.set(key)}
    >
      <Plus size={16} aria-hidden="true" />
      <span className={styles.words}>{t("board.add.button")}</span>
      {isEmpty ? <Prompt id={promptId} phase={phase} domain={domain} /> : null}
    </button>
  );
});

/** What an empty cell asks, as long as nobody said that it is empty on purpose. */
function Prompt({ id, phase, domain }: Place & { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const marks = useEntries("cells");
  const names = { phase: usePhase(phase)?.name ?? "", domain: useDomain(domain)?.name ?? "" };
  const isLeft = marks.some(
    (cell) => cell.phase === phase && cell.domain === domain && cell.emptyReason !== "",
  );
  return isLeft ? null : (
    <span id={id} className={styles.prompt}>
      {t("board.add.prompt", names)}
    </span>
  );
}
